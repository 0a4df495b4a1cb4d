// How Slovene words inflect: hand-written paradigms, each with all its endings.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace pomocnik::index {

enum class PartOfSpeech : unsigned { kNoun = 1, kAdjective = 2, kVerb = 4 };

// What the stem must end in, so that a paradigm is tried for words that may have it only.
enum class StemEnd { kAny, kVowel, kConsonant, kHard, kSoft, kJ, kR, kS, kZ, kA };

// How some of the forms change the stem.
enum class StemChange {
  kNone,
  kDropE,       // davek, davka; ogenj, ognja
  kInsertE,     // stopnja, stopenj
  kInsertI,     // ladja, ladij
  kPalatalise,  // pisati, pišem; klicati, kličem
};

struct Paradigm {
  std::string_view example;  // a dictionary form that inflects like this
  PartOfSpeech part = PartOfSpeech::kNoun;
  double prior = 1;         // how usual the paradigm is, 0 to 1
  std::string_view ending;  // of the dictionary form; the stem stands before it
  StemEnd stem_end = StemEnd::kConsonant;
  StemChange change = StemChange::kNone;
  // The endings of all forms, separated by spaces; "-" is none. In front of it,
  // "?" marks a form that many words lack, "^" such a one that has a superlative with naj-, too, and then "/" one of
  // the changed stem.
  std::string_view forms;
};

// Letters as in word_list.h: C, S, Z are č, š, ž. Static.
std::span<const Paradigm> SloveneParadigms();

// REQUIRES: the stem has a letter.
bool FitsStem(StemEnd end, std::string_view stem);

// Absent when the change does not apply to the stem.
std::optional<std::string> ChangedStem(StemChange change, std::string_view stem);

}  // namespace pomocnik::index
