#include "index/fts/term_counts.h"

#include <doctest/doctest.h>

namespace pomocnik::index {
namespace {

TEST_CASE("a term is counted once an article, with the article's weight") {
  const std::vector<std::string_view> forms = {"racun|=racun|~racun", "racun|=racuni|~racun",
                                               "nov|=nov"};
  TermCounts counts;
  counts.Add({0, 1, 0}, forms, 1);
  counts.Add({1, 2}, forms, 0.5);
  std::string shown;
  for (const auto& [term, frequency] : counts.Sorted()) {
    shown += std::string(term) + " " + std::to_string(frequency.articles) + " " +
             std::to_string(frequency.weight).substr(0, 3) + "\n";
  }
  CHECK(shown == "=nov 1 0.5\n=racun 1 1.0\n=racuni 2 1.5\nnov 1 0.5\nracun 2 1.5\n~racun 2 1.5\n");
}

TEST_CASE("forms that come up later are counted, too") {
  TermCounts counts;
  std::vector<std::string_view> forms = {"a"};
  counts.Add({0}, forms, 1);
  forms.push_back("b|a");
  counts.Add({1}, forms, 1);
  const auto sorted = counts.Sorted();
  REQUIRE(sorted.size() == 2);
  CHECK(sorted[0].second.articles == 2);
  CHECK(sorted[1].second.articles == 1);
}

}  // namespace
}  // namespace pomocnik::index
