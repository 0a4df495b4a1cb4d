#include "kb/lexicon/lexicon.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/kb/print_blocks.h"

namespace pomocnik::kb {
namespace {

struct Outcome {
  Lexicon lexicon;
  std::string complaints;
};

Outcome Read(std::vector<DataFile> files) {
  Diagnostics diagnostics;
  Lexicon lexicon = ParseLexicon(files, diagnostics);
  return {std::move(lexicon), Print(diagnostics)};
}

TEST_CASE("all four files are read, others are not") {
  auto [lexicon, complaints] = Read({
      {"lexicon/stop_words.yaml", "sl: [in, ali, že]\nen: [and, in]\n"},
      {"lexicon/overrides.yaml", "sem: biti\nljudje: človek\n"},
      {"lexicon/synonyms.yaml",
       "- {words: [izpis, poročilo], weight: 0.8}\n- [geslo, password]\n- words: [DK, glavna "
       "knjiga]\n"},
      {"lexicon/translations.yaml", "en:\n  invoice: [račun, faktura]\nhr: {plaća: plača}\n"},
      {"lexicon/other.yaml", "{"},
      {"policy/synonyms.yaml", "{"},
  });
  CHECK(complaints == "");
  CHECK(lexicon.stop_words == std::set<std::string>{"ali", "and", "in", "že"});
  CHECK(lexicon.overrides ==
        std::map<std::string, std::string>{{"ljudje", "človek"}, {"sem", "biti"}});
  CHECK(lexicon.synonyms == std::vector<SynonymGroup>{{{"izpis", "poročilo"}, 0.8},
                                                      {{"geslo", "password"}, 0.7},
                                                      {{"DK", "glavna knjiga"}, 0.7}});
  CHECK(lexicon.translations ==
        std::vector<Translation>{{"invoice", {"račun", "faktura"}}, {"plaća", {"plača"}}});
}

TEST_CASE("missing and empty files are empty lists") {
  for (const auto& files :
       {std::vector<DataFile>{}, std::vector<DataFile>{{"lexicon/synonyms.yaml", ""},
                                                       {"lexicon/overrides.yaml", "# nič\n"}}}) {
    auto [lexicon, complaints] = Read(files);
    CHECK(complaints == "");
    CHECK(lexicon.stop_words.empty());
    CHECK(lexicon.synonyms.empty());
  }
}

TEST_CASE("wrong entries are left out and told with file and line") {
  struct Row {
    const char* file;
    const char* text;
    const char* complaint;
  };
  const Row rows[] = {
      {"stop_words", "[in]", ":1: error: 'key: value' is expected here"},
      {"stop_words", "sl: in", ":1: error: 'sl' must be a list of words"},
      {"stop_words", "sl:\n  - In",
       ":2: error: a stop word must be one word in lower case, not 'In'"},
      {"stop_words", "sl: [Če]", ":1: error: a stop word must be one word in lower case, not 'Če'"},
      {"stop_words", "sl: [a b]",
       ":1: error: a stop word must be one word in lower case, not 'a b'"},
      {"overrides", "a:\n",
       ":1: error: an override must be 'form: lemma', each one word in lower case"},
      {"overrides", "a: [b]",
       ":1: error: an override must be 'form: lemma', each one word in lower case"},
      {"overrides", "a: b\na: c", ":2: error: key 'a' is repeated; it first stands on line 1"},
      {"synonyms", "a: b", ":1: error: the file must be a list"},
      {"synonyms", "- a", ":1: error: synonyms must be a list of two or more texts"},
      {"synonyms", "- [a]", ":1: error: synonyms must be a list of two or more texts"},
      {"synonyms", "- [a, [b]]", ":1: error: synonyms must be a list of two or more texts"},
      {"synonyms", "- {words: [a, b], weight: 2}",
       ":1: error: 'weight' must be above 0 and at most 1"},
      {"synonyms", "- {words: [a, b], weight: nan}",
       ":1: error: 'weight' must be above 0 and at most 1"},
      {"synonyms", "- {words: [a, b], wieght: 1}", ":1: error: unknown key 'wieght'"},
      {"translations", "en: [a]", ":1: error: 'key: value' is expected here"},
      {"translations", "en:\n  a: []",
       ":2: error: a translation must be 'word: [words of the articles]'"},
      {"translations", "en: {", ":1: error: invalid YAML: end of map flow not found"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    std::string file = "lexicon/" + std::string(row.file) + ".yaml";
    auto [lexicon, complaints] = Read({{file, row.text}});
    CHECK(complaints == file + row.complaint + "\n");
  }
}

}  // namespace
}  // namespace pomocnik::kb
