#include "kb/lexicon/lexicon.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "kb/yaml/node.h"

namespace pomocnik::kb {
namespace {

// Enough for the languages of the lexicon: ASCII and the letters of Slovene and its neighbours.
bool HasCapital(std::string_view text) {
  for (std::string_view capital : {"Č", "Š", "Ž", "Ć", "Đ"}) {
    if (text.find(capital) != std::string_view::npos) return true;
  }
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool IsOneWord(std::string_view text) {
  return !text.empty() && text.find(' ') == std::string_view::npos && !HasCapital(text);
}

// Reads one of the lexicon's files.
class FileReader {
 public:
  FileReader(std::string_view file, Diagnostics& diagnostics)
      : file_(file), diagnostics_(diagnostics) {}

  void ReadStopWords(const yaml::Node& root, std::set<std::string>& words) {
    for (const auto& [language, list] : Entries(root)) {
      if (!list.IsSequence()) Fail(list, "'" + language + "' must be a list of words");
      for (const yaml::Node& item : list.Items()) {
        std::string word(Trimmed(item.Scalar()));
        if (IsOneWord(word)) {
          words.insert(std::move(word));
        } else {
          Fail(item, "a stop word must be one word in lower case, not '" + word + "'");
        }
      }
    }
  }

  void ReadOverrides(const yaml::Node& root, std::map<std::string, std::string>& overrides) {
    for (const auto& [key, value] : Entries(root)) {
      std::string form(Trimmed(key));
      std::string lemma(Trimmed(value.Scalar()));
      if (IsOneWord(form) && IsOneWord(lemma)) {
        overrides.emplace(std::move(form), std::move(lemma));
      } else {
        Fail(value, "an override must be 'form: lemma', each one word in lower case");
      }
    }
  }

  void ReadSynonyms(const yaml::Node& root, std::vector<SynonymGroup>& groups) {
    if (!root.IsSequence() && !root.IsNull()) return Fail(root, "the file must be a list");
    for (const yaml::Node& entry : root.Items()) {
      if (auto group = ReadGroup(entry)) groups.push_back(std::move(*group));
    }
  }

  void ReadTranslations(const yaml::Node& root, std::vector<Translation>& translations) {
    for (const auto& [language, pairs] : Entries(root)) {
      for (const auto& [from, to] : Entries(pairs)) {
        Translation translation{std::string(Trimmed(from)), ReadWords(to)};
        if (translation.from.empty() || translation.to.empty()) {
          Fail(to, "a translation must be 'word: [words of the articles]'");
        } else {
          translations.push_back(std::move(translation));
        }
      }
    }
  }

 private:
  void Fail(const yaml::Node& node, std::string message) {
    diagnostics_.push_back({Severity::kError, file_, node.line(), std::move(message)});
  }

  std::vector<std::pair<std::string, yaml::Node>> Entries(const yaml::Node& node) {
    if (!node.IsMap() && !node.IsNull()) Fail(node, "'key: value' is expected here");
    return node.Entries();
  }

  // The words of a list, or the one word that stands in its place; empty when one of them is not a text.
  std::vector<std::string> ReadWords(const yaml::Node& node) {
    std::vector<yaml::Node> items = node.Items();
    if (node.IsScalar()) items.push_back(node);
    std::vector<std::string> words;
    for (const yaml::Node& item : items) {
      words.emplace_back(Trimmed(item.Scalar()));
      if (words.back().empty()) return {};
    }
    return words;
  }

  // [words] or {words: [words], weight: number}; absent after an error.
  std::optional<SynonymGroup> ReadGroup(const yaml::Node& entry) {
    SynonymGroup group;
    if (entry.IsSequence()) group.words = ReadWords(entry);
    for (const auto& [key, value] : entry.Entries()) {
      if (key == "words") {
        group.words = ReadWords(value);
      } else if (key != "weight") {
        Fail(value, "unknown key '" + key + "'");
        return std::nullopt;
      } else if (!ReadWeight(value, group.weight)) {
        Fail(value, "'weight' must be above 0 and at most 1");
        return std::nullopt;
      }
    }
    if (group.words.size() < 2) {
      Fail(entry, "synonyms must be a list of two or more texts");
      return std::nullopt;
    }
    return group;
  }

  // False, and `weight` as it was, when the value is wrong.
  static bool ReadWeight(const yaml::Node& node, double& weight) {
    std::string text(Trimmed(node.Scalar()));
    double number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    bool is_number = error == std::errc{} && end == text.data() + text.size();
    if (!is_number || !(number > 0 && number <= 1)) return false;
    weight = number;
    return true;
  }

  std::string file_;
  Diagnostics& diagnostics_;
};

}  // namespace

Lexicon ParseLexicon(std::span<const DataFile> files, Diagnostics& diagnostics) {
  Lexicon lexicon;
  for (const DataFile& file : files) {
    if (file.name == kLemmaModelFile) lexicon.lemma_model = file.text;
    const bool synonyms = file.name == "lexicon/synonyms.yaml" || file.name == kAddedSynonymsFile;
    const bool translations =
        file.name == "lexicon/translations.yaml" || file.name == kAddedTranslationsFile;
    const bool is_ours = file.name == "lexicon/stop_words.yaml" ||
                         file.name == "lexicon/overrides.yaml" || synonyms || translations;
    if (!is_ours) continue;
    auto root = yaml::Parse(file.text, file.name, diagnostics);
    if (!root) continue;
    FileReader reader(file.name, diagnostics);
    if (file.name == "lexicon/stop_words.yaml") reader.ReadStopWords(*root, lexicon.stop_words);
    if (file.name == "lexicon/overrides.yaml") reader.ReadOverrides(*root, lexicon.overrides);
    if (synonyms) reader.ReadSynonyms(*root, lexicon.synonyms);
    if (translations) reader.ReadTranslations(*root, lexicon.translations);
  }
  return lexicon;
}

}  // namespace pomocnik::kb
