#include "kb/lexicon/lexicon_writer.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "kb/yaml/node.h"
#include "kb/yaml/scalar.h"

namespace pomocnik::kb {
namespace {

constexpr std::string_view kSynonymsHead =
    "# Words of one meaning that were added by the staff. How an entry is written is told in "
    "synonyms.yaml.\n";
constexpr std::string_view kTranslationsHead =
    "# Words of other languages that were added by the staff. How an entry is written is told in\n"
    "# translations.yaml; here each stands on a line of its own.\n";

Result<Lexicon> Read(std::string_view name, std::string_view text) {
  Diagnostics diagnostics;
  const DataFile file{std::string(name), std::string(text)};
  Lexicon lexicon = ParseLexicon({&file, 1}, diagnostics);
  if (diagnostics.empty()) return lexicon;
  return Error::InvalidArgument(FormatDiagnostic(diagnostics.front()));
}

std::string WithLineEnd(std::string_view text) {
  std::string whole(text);
  if (!whole.empty() && whole.back() != '\n') whole += '\n';
  return whole;
}

std::string FormatWeight(double weight) {
  std::string digits = std::to_string(weight);
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  return digits;
}

std::string FormatEntry(std::string_view from, const std::vector<std::string>& to) {
  return "  " + yaml::Plain(from) + ": " + yaml::FlowList(to) + "\n";
}

// Where the line of this number (from 1) begins; the end of the text when there are not so many.
std::size_t BeginOfLine(std::string_view text, int number) {
  std::size_t begin = 0;
  for (; number > 1; --number) {
    const std::size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) return text.size();
    begin = end + 1;
  }
  return begin;
}

// The words of an entry, those of `more` that it lacks behind them.
std::vector<std::string> Joined(const yaml::Node& entry, const std::vector<std::string>& more) {
  std::vector<std::string> words;
  for (const yaml::Node& item : entry.Items()) words.push_back(item.Scalar());
  if (entry.IsScalar()) words.push_back(entry.Scalar());
  for (const std::string& word : more) {
    if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
  }
  return words;
}

// Puts the entry below its language, in the place of the one there is for the word.
std::string PutEntry(std::string text, const std::optional<yaml::Node>& root, std::string_view lang,
                     const Translation& translation) {
  const auto language = root ? root->Find(lang) : std::nullopt;
  if (!language) {
    return text.append(lang).append(":\n") + FormatEntry(translation.from, translation.to);
  }
  const auto known = language->Find(translation.from);
  if (!known) {
    return text.insert(BeginOfLine(text, language->line() + 1),
                       FormatEntry(translation.from, translation.to));
  }
  const std::size_t begin = BeginOfLine(text, known->line());
  const std::size_t end = BeginOfLine(text, known->line() + 1);
  return text.replace(begin, end - begin,
                      FormatEntry(translation.from, Joined(*known, translation.to)));
}

bool Has(const Lexicon& lexicon, const Translation& translation) {
  return std::any_of(
      lexicon.translations.begin(), lexicon.translations.end(), [&](const Translation& known) {
        return known.from == translation.from &&
               std::all_of(
                   translation.to.begin(), translation.to.end(), [&](const std::string& word) {
                     return std::find(known.to.begin(), known.to.end(), word) != known.to.end();
                   });
      });
}

}  // namespace

Result<std::string> AddSynonyms(std::string_view text, const SynonymGroup& group) {
  ASSIGN_OR_RETURN(const Lexicon before, Read(kAddedSynonymsFile, text));
  const auto& groups = before.synonyms;
  if (std::find(groups.begin(), groups.end(), group) != groups.end()) return std::string(text);
  std::string whole = text.empty() ? std::string(kSynonymsHead) : WithLineEnd(text);
  whole += "- {words: " + yaml::FlowList(group.words) + ", weight: " + FormatWeight(group.weight) +
           "}\n";
  const auto after = Read(kAddedSynonymsFile, whole);
  if (after && after->synonyms.size() == groups.size() + 1) return whole;
  return Error::Conflict(std::string(kAddedSynonymsFile) +
                         ": write every entry on a line that begins with '- '");
}

Result<std::string> AddTranslation(std::string_view text, std::string_view lang,
                                   const Translation& translation) {
  ASSIGN_OR_RETURN(const Lexicon before, Read(kAddedTranslationsFile, text));
  Diagnostics ignored;
  const auto root = yaml::Parse(text, kAddedTranslationsFile, ignored);
  std::string whole = PutEntry(text.empty() ? std::string(kTranslationsHead) : WithLineEnd(text),
                               root, lang, translation);
  const auto after = Read(kAddedTranslationsFile, whole);
  bool kept = after.has_value() && Has(*after, translation);
  for (const Translation& known : before.translations) kept = kept && Has(*after, known);
  if (kept) return whole;
  return Error::Conflict(std::string(kAddedTranslationsFile) +
                         ": write every language and every entry on a line of its own");
}

}  // namespace pomocnik::kb
