// What the policy asks about a case, and the tests that its rules make: the parts `facts` and `when` of
// policy.yaml.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kb/phrases/local_text.h"
#include "kb/policy/field_reader.h"

namespace pomocnik::kb {

// One thing about a case that rules may depend on. Either it is one of a few values, or a number.
struct PolicyFact {
  struct Value {
    std::string id;   // "portal", "yes"
    LocalText label;  // "prek portala"; empty for yes and no
  };

  std::string id;             // "channel"
  std::vector<Value> values;  // in the order of the file; none for a number
  // What is taken for granted while nobody speaks of it: the position of a value, or the number.
  int usual = 0;
  LocalText condition;  // that it is as usual: "če zahtevek oddate prek portala"
  LocalText question;   // asks whether it is "yes" or, of more than two values, the usual one

  bool IsNumber() const { return values.empty(); }
  // The value as rules test it: its position, or the number. Absent when the fact cannot be that.
  std::optional<int> ValueOf(std::string_view text) const;
  // What ValueOf reads as `value`. REQUIRES: it is a value of this fact.
  std::string TextOf(int value) const;
};

// A statement about one fact.
struct FactTest {
  enum class Relation { kIs, kAtMost, kOver };  // all but kIs are for numbers

  std::size_t fact = 0;  // its position in Policy::facts
  Relation relation = Relation::kIs;
  int value = 0;  // as PolicyFact::ValueOf

  bool Holds(int other) const;
  // Whether each value that passes this test passes the other one as well, which is of the same fact.
  bool Implies(const FactTest& other) const;
};

// All of its tests must hold. Sorted by fact, each fact at most once, never empty.
using Alternative = std::vector<FactTest>;

// Reads `facts`. What is wrong is told by the reader; ids are unique.
std::vector<PolicyFact> ReadFacts(const yaml::Node& document, FieldReader& reader);

// Reads the alternatives of one rule: a list of maps from facts to a value, to "over 15" or to
// "at most 15".
std::vector<Alternative> ReadAlternatives(const yaml::Node& when,
                                          const std::vector<PolicyFact>& facts,
                                          FieldReader& reader);

}  // namespace pomocnik::kb
