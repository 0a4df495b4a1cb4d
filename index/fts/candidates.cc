#include "index/fts/candidates.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace pomocnik::index {
namespace {

constexpr double kEnoughWeight = 0.5;

struct Driver {
  Group group;
  long rows = 0;  // at most
};

// Without forms that add no article: the word as typed stands where its class does, and so does a root that is in as
// many articles as the class.
Driver DriverOf(const Group& group, const Vocabulary& vocabulary) {
  Driver driver;
  driver.group.word = group.word;
  driver.group.idf = group.idf;
  int class_rows = 0;
  for (const Variant& variant : group.variants) {
    const int rows = PhraseFrequency(variant.terms, vocabulary).articles;
    const bool as_typed = variant.terms[0] == '=' && variant.terms.substr(1) == group.word;
    const bool root = variant.terms[0] == '~';
    const bool adds_none = class_rows > 0 && (as_typed || (root && rows == class_rows));
    if (root) {
      class_rows = 0;  // of a misspelt word's next reading
    } else if (class_rows == 0) {
      class_rows = rows;
    }
    if (adds_none) continue;
    driver.rows += rows;
    driver.group.variants.push_back(variant);
  }
  driver.rows = std::min<long>(driver.rows, vocabulary.all.articles);
  return driver;
}

// Every variant is a quoted phrase, so that nothing a visitor types is ever read as FTS5's query language.
std::string AnyOf(std::span<const Group> groups) {
  std::string expression;
  for (const Group& group : groups) {
    for (const Variant& variant : group.variants) {
      expression += expression.empty() ? "\"" : " OR \"";
      for (const char c : variant.terms) {
        if (c == '"') expression += '"';
        expression += c;
      }
      expression += '"';
    }
  }
  return expression;
}

// The first of the groups and another one; the first alone when there is no other.
std::string FirstAndAnother(std::span<const Group> groups) {
  std::string first = AnyOf(groups.first(1));
  if (groups.size() == 1) return first;
  return "((" + first + ") AND (" + AnyOf(groups.subspan(1)) + "))";
}

}  // namespace

int EnoughRows(int articles) { return std::clamp(articles / 40, 300, 2500); }

CandidateQuery FindCandidates(const QueryPlan& plan, const Vocabulary& vocabulary) {
  std::vector<Driver> drivers;
  double weight = 0;
  for (const Group& group : plan.groups) {
    if (group.variants.empty()) continue;
    drivers.push_back(DriverOf(group, vocabulary));
    weight += group.idf;
  }
  std::stable_sort(drivers.begin(), drivers.end(),
                   [](const Driver& a, const Driver& b) { return a.rows < b.rows; });

  CandidateQuery query;
  const int enough_rows = EnoughRows(vocabulary.all.articles);
  const bool whole = vocabulary.all.articles <= enough_rows;
  long rows = 0;
  double driven = 0;
  std::size_t rare = 0;
  for (; rare < drivers.size(); ++rare) {
    rows += drivers[rare].rows;
    if (!whole && rows > enough_rows) break;
    driven += drivers[rare].group.idf;
  }
  const bool enough = driven >= kEnoughWeight * weight;
  drivers.resize(enough ? rare : drivers.size());
  for (Driver& driver : drivers) query.plan.groups.push_back(std::move(driver.group));
  const std::span<const Group> groups = query.plan.groups;
  query.expression = AnyOf(groups.first(rare));
  if (rare < groups.size()) {
    if (rare > 0) query.expression += " OR ";
    query.expression += FirstAndAnother(groups.subspan(rare));
  }
  return query;
}

}  // namespace pomocnik::index
