#include "index/morphology/irregular.h"

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "index/text/folding.h"
#include "index/text/lemmatizer.h"

namespace pomocnik::index {
namespace {

TEST_CASE("a form stands in one row only, however it is written") {
  std::map<std::string, std::string> lemmas;
  for (const FormLemma& pair : IrregularPairs()) {
    const auto [known, is_new] = lemmas.emplace(Fold(pair.form), pair.lemma);
    CAPTURE(pair.form);
    CHECK(known->second == pair.lemma);
  }
}

TEST_CASE("irregular forms win over what their endings look like") {
  std::vector<FormLemma> pairs = IrregularPairs();
  pairs.push_back({"je", "ja", 3});
  for (const std::string stem : {"rim", "dim", "klim", "mim"}) {
    for (const char* ending : {"a", "u", "om", "e"}) pairs.push_back({stem + ending, stem, 1});
  }
  const Lemmatizer lemmatizer(TrainLemmaTrie(pairs));
  struct Row {
    std::string_view form;
    std::string_view lemma;
  };
  const Row rows[] = {
      {"je", "biti"},
      {"nima", "imeti"},
      {"ljudmi", "clovek"},
      {"dnevih", "dan"},
      {"najboljse", "dober"},
      {"vecjima", "velik"},
      {"poslje", "poslati"},
      {"morejo", "moci"},
      // an ending is known by the usual words, not by these
      {"slima", "slim"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.form);
    const Lemmas found = lemmatizer.Find(row.form);
    CHECK(found.first == row.lemma);
    CHECK(found.second.empty());
  }
}

}  // namespace
}  // namespace pomocnik::index
