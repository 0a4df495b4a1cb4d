#include "index/text/lemmatizer.h"

#include <doctest/doctest.h>

#include "index/morphology/training.h"

namespace pomocnik::index {
namespace {

std::vector<FormLemma> SmallPairs() {
  return {
      {"postavka", "postavka"}, {"postavke", "postavka"}, {"postavkah", "postavka"},
      {"stranka", "stranka"},   {"stranke", "stranka"},   {"strankah", "stranka"},
      {"račun", "račun"},       {"računu", "račun"},      {"računom", "račun"},
      {"človek", "človek"},     {"ljudje", "človek"},     {"dela", "delo", 2},
      {"dela", "delati", 1},    {"dela", "del", 0.1},
  };
}

std::string Find(const Lemmatizer& lemmatizer, std::string_view word) {
  const Lemmas lemmas = lemmatizer.Find(word);
  return lemmas.first + (lemmas.second.empty() ? "" : " or " + lemmas.second);
}

TEST_CASE(
    "a word gets the dictionary form it was trained with, an unknown one that of its ending") {
  const Lemmatizer lemmatizer(TrainLemmaTrie(SmallPairs()));
  struct Row {
    std::string_view word;
    std::string_view lemmas;
  };
  const Row rows[] = {
      {"postavkah", "postavka"},
      {"stranke", "stranka"},
      {"racunom", "racun"},
      {"ljudje", "clovek"},
      {"dela", "delo or delati"},     // its third reading is too rare
      {"temeljnicah", "temeljnica"},  // as postavkah, strankah
      {"dokumentom", "dokument"},     // as racunom
      {"", ""},
      {"xyz", "xyz"},
      {"кирилица", "кирилица"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.word);
    CHECK(Find(lemmatizer, row.word) == row.lemmas);
  }
}

TEST_CASE("a lemmatizer without any pair leaves words as they are") {
  CHECK(Find(Lemmatizer(TrainLemmaTrie({})), "postavkah") == "postavkah");
  CHECK(Find(Lemmatizer(TrainLemmaTrie({{"", ""}, {"кот", "кот"}, {"a", "b", 0}})), "kot") ==
        "kot");
}

TEST_CASE("a trie is the same after it was written and read") {
  const std::string bytes = FormatLemmaTrie(TrainLemmaTrie(SmallPairs()), "pairs");
  CHECK(FormatLemmaTrie(TrainLemmaTrie(SmallPairs()), "pairs") == bytes);
  const auto parsed = Lemmatizer::Parse(bytes);
  REQUIRE(parsed);
  CHECK(SourceOfLemmaTrie(bytes) == "pairs");
  for (const FormLemma& pair : SmallPairs()) {
    if (pair.form == "dela") continue;
    CAPTURE(pair.form);
    const Lemmatizer direct(TrainLemmaTrie(SmallPairs()));
    CHECK((*parsed)->Find(pair.form).first == direct.Find(pair.form).first);
  }
  CHECK(Find(**parsed, "dela") == "delo or delati");
}

TEST_CASE("a file that is cut off, too long or has numbers out of range is refused") {
  const std::string bytes = FormatLemmaTrie(TrainLemmaTrie(SmallPairs()), "pairs");
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(Lemmatizer::Parse(std::string_view(bytes).substr(0, size)));
  }
  CHECK_FALSE(Lemmatizer::Parse(bytes + "x"));

  LemmaTrie trie = TrainLemmaTrie(SmallPairs());
  trie.nodes.back().edit = static_cast<std::uint16_t>(trie.edits.size());
  CHECK_FALSE(Lemmatizer::Parse(FormatLemmaTrie(trie, "pairs")));
  trie = TrainLemmaTrie(SmallPairs());
  trie.nodes.back().first_child += 1;
  CHECK_FALSE(Lemmatizer::Parse(FormatLemmaTrie(trie, "pairs")));
  trie = TrainLemmaTrie(SmallPairs());
  trie.nodes[1].first_child = 0;
  CHECK_FALSE(Lemmatizer::Parse(FormatLemmaTrie(trie, "pairs")));
  trie = TrainLemmaTrie(SmallPairs());
  trie.homographs = {{5, 0}, {4, 0}};
  CHECK_FALSE(Lemmatizer::Parse(FormatLemmaTrie(trie, "pairs")));
  CHECK_FALSE(Lemmatizer::Parse(FormatLemmaTrie({}, "pairs")));
}

TEST_CASE("the light stem leaves out what varies within a word") {
  struct Row {
    std::string_view lemma;
    std::string_view stem;
  };
  const Row rows[] = {
      {"postavka", "postavk"},
      {"davek", "davk"},
      {"davcen", "davcn"},
      {"storitev", "storitv"},
      {"delati", "delat"},
      {"denarj", "denar"},
      {"reziser", "rezisr"},
      {"racun", "racun"},
      {"leto", "leto"},
      {"ura", "ur"},
      {"ddv", "ddv"},
      {"konec", "konc"},
      {"a", "a"},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.lemma);
    CHECK(LightStem(row.lemma) == row.stem);
  }
}

}  // namespace
}  // namespace pomocnik::index
