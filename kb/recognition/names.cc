#include "kb/recognition/names.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <utility>

#include "kb/markdown/reporter.h"
#include "kb/markdown/slug.h"
#include "kb/recognition/text.h"
#include "kb/yaml/node.h"

namespace pomocnik::kb::recognition {
namespace {

// One entry of a list of maps; each function reads one key.
class EntryReader {
 public:
  EntryReader(const yaml::Node& entry, Reporter& reporter) : entry_(entry), reporter_(reporter) {}

  std::string Text(std::string_view key) const {
    const auto node = entry_.Find(key);
    std::string text = node ? node->Scalar() : "";
    if (text.empty()) Fail(node, key, "must be a text");
    return text;
  }

  std::vector<std::string> Texts(std::string_view key) const {
    const auto node = entry_.Find(key);
    std::vector<std::string> texts;
    if (!node) return texts;
    if (!node->IsSequence()) Fail(node, key, "must be a list like [one, two]");
    for (const yaml::Node& item : node->Items()) {
      if (item.Scalar().empty()) {
        Fail(item, key, "holds something that is not a text");
      } else {
        texts.push_back(item.Scalar());
      }
    }
    return texts;
  }

  std::vector<std::string> Slugs(std::string_view key) const {
    std::vector<std::string> slugs = Texts(key);
    for (std::string& text : slugs) text = Slug(text);
    return slugs;
  }

  // Whether the entry is a map with no other keys.
  bool HasOnly(std::initializer_list<std::string_view> keys) const {
    if (!entry_.IsMap()) {
      reporter_.Fail(entry_.line(), "every entry must be a map");
      return false;
    }
    for (const auto& [key, node] : entry_.Entries()) {
      if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
      reporter_.Fail(node.line(), "unknown key '" + key + "'");
    }
    return true;
  }

  void Fail(const std::optional<yaml::Node>& node, std::string_view key,
            std::string_view problem) const {
    reporter_.Fail(node ? node->line() : entry_.line(),
                   "'" + std::string(key) + "' " + std::string(problem));
  }

 private:
  const yaml::Node& entry_;
  Reporter& reporter_;
};

// Calls `read` with each entry of the list that the file must be.
template <typename Read>
void ReadEntries(std::string_view yaml, std::string_view file, Diagnostics& diagnostics,
                 Read read) {
  const auto list = yaml::Parse(yaml, file, diagnostics);
  if (!list) return;
  Reporter reporter(file, diagnostics);
  if (!list->IsSequence()) return reporter.Fail(list->line(), "the file must be a list");
  for (const yaml::Node& entry : list->Items()) read(EntryReader(entry, reporter));
}

}  // namespace

std::vector<ModuleNames> ParseModuleNames(std::string_view yaml, std::string_view file,
                                          Diagnostics& diagnostics) {
  std::vector<ModuleNames> modules;
  ReadEntries(yaml, file, diagnostics, [&](const EntryReader& entry) {
    if (!entry.HasOnly({"module", "names", "abbreviations", "words"})) return;
    ModuleNames names{.module = entry.Text("module"),
                      .names = entry.Slugs("names"),
                      .abbreviations = entry.Slugs("abbreviations"),
                      .words = entry.Slugs("words")};
    if (names.module.empty()) return;
    names.names.insert(names.names.begin(), Slug(names.module));
    modules.push_back(std::move(names));
  });
  return modules;
}

std::vector<KindNames> ParseKindNames(std::string_view yaml, std::string_view file,
                                      Diagnostics& diagnostics) {
  std::vector<KindNames> kinds;
  ReadEntries(yaml, file, diagnostics, [&](const EntryReader& entry) {
    if (!entry.HasOnly(
            {"kind", "titles", "title_begins", "title_words", "slug_words", "breadcrumbs"}))
      return;
    const auto kind = ParseKind(entry.Text("kind"));
    if (!kind) return entry.Fail(std::nullopt, "kind", "is none that there is");
    kinds.push_back({.kind = *kind,
                     .titles = entry.Slugs("titles"),
                     .title_begins = entry.Slugs("title_begins"),
                     .title_words = entry.Slugs("title_words"),
                     .slug_words = entry.Slugs("slug_words"),
                     .breadcrumbs = entry.Slugs("breadcrumbs")});
  });
  return kinds;
}

std::vector<LanguageWords> ParseLanguageWords(std::string_view yaml, std::string_view file,
                                              Diagnostics& diagnostics) {
  std::vector<LanguageWords> languages;
  ReadEntries(yaml, file, diagnostics, [&](const EntryReader& entry) {
    if (!entry.HasOnly({"lang", "words", "letters"})) return;
    LanguageWords language{.lang = entry.Text("lang"),
                           .words = entry.Texts("words"),
                           .letters = entry.Texts("letters")};
    if (!language.lang.empty()) languages.push_back(std::move(language));
  });
  return languages;
}

Names Names::BuiltIn() {
  Diagnostics none;  // a test sees to that
  return {.modules = ParseModuleNames(text::kModulesYaml, "modules.yaml", none),
          .kinds = ParseKindNames(text::kKindsYaml, "kinds.yaml", none),
          .languages = ParseLanguageWords(text::kLanguagesYaml, "languages.yaml", none)};
}

}  // namespace pomocnik::kb::recognition
