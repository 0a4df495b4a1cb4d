#include "kb/validity/dated_item.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/latin.h"
#include "kb/markdown/slug.h"
#include "kb/validity/written_dates.h"

namespace pomocnik::kb {
namespace {

// How sure the words make it.
constexpr double kSaid = 0.9;
constexpr double kImplied = 0.7;

// Beginnings of words that say that something holds, or must be done, without marks.
constexpr std::array<std::string_view, 16> kHolds = {
    "velja",   "veljav",    "vazi",   "vazec",    "vrijedi",   "vrijede", "valid", "in force",
    "applies", "effective", "expire", "deadline", "podaljsan", "prehodn", "rok ",  "roki "};

// What stands between it and the date, without marks.
constexpr std::array<std::string_view, 6> kUntil = {"do",      "until",       "till",
                                                    "through", "zakljucno s", "zakljucno z"};
constexpr std::array<std::string_view, 4> kFrom = {"od", "from", "since", "between"};
// Words that may stand between those and the date.
constexpr std::array<std::string_view, 6> kFillers = {"vkljucno",   "ukljucivo", "dne",
                                                      "vkljucno z", "konca",     "and including"};

bool IsLetter(char c) { return c >= 'a' && c <= 'z'; }

std::string_view WithoutSpacesBehind(std::string_view text) {
  return text.substr(0, text.find_last_not_of(" \n\t") + 1);
}

bool EndsWithWord(std::string_view text, std::string_view word) {
  return text.ends_with(word) &&
         (text.size() == word.size() || !IsLetter(text[text.size() - word.size() - 1]));
}

template <std::size_t kCount>
bool EndsWithOneOf(std::string_view text, const std::array<std::string_view, kCount>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return EndsWithWord(text, word); });
}

// What stands before a date, without the words that only fill.
std::string_view Before(std::string_view sentence) {
  std::string_view before = WithoutSpacesBehind(sentence);
  for (const std::string_view filler : kFillers) {
    if (EndsWithWord(before, filler)) {
      before = WithoutSpacesBehind(before.substr(0, before.size() - filler.size()));
    }
  }
  return before;
}

// Where the sentence begins that a place is in. A dot behind a number is part of a date, or of "1."; and the reach is bounded,
// so that a text without sentences costs no more than others.
std::size_t SentenceBegin(std::string_view text, std::size_t at) {
  constexpr std::size_t kReach = 300;
  const std::size_t end = at > kReach ? at - kReach : 0;
  for (std::size_t i = at; i > end; --i) {
    const char c = text[i - 1];
    const bool dot = c == '.' && i > 1 && !(text[i - 2] >= '0' && text[i - 2] <= '9');
    if (dot || c == '!' || c == '?' || c == '\n') return i;
  }
  // Not amid a letter.
  std::size_t begin = end;
  while (begin < at && (static_cast<unsigned char>(text[begin]) & 0xc0) == 0x80) ++begin;
  return begin;
}

bool SpeaksOfHolding(std::string_view sentence) {
  return std::any_of(kHolds.begin(), kHolds.end(), [&](std::string_view word) {
    for (std::size_t at = sentence.find(word); at != std::string_view::npos;
         at = sentence.find(word, at + 1)) {
      if (at == 0 || !IsLetter(sentence[at - 1])) return true;
    }
    return false;
  });
}

// Whether a slug has these words side by side.
bool HasWords(std::string_view slug, std::string_view words) {
  return ("-" + std::string(slug) + "-").find("-" + std::string(words) + "-") != std::string::npos;
}

template <std::size_t kCount>
std::string_view FirstOf(const std::array<std::string_view, kCount>& words, std::string_view slug) {
  const auto found = std::find_if(words.begin(), words.end(),
                                  [&](std::string_view word) { return HasWords(slug, word); });
  return found == words.end() ? std::string_view() : *found;
}

std::string TextOfBlocks(const std::vector<Block>& blocks) {
  std::string text;
  for (const Block& block : blocks) text.append(PlainText(block)).append("\n");
  return text;
}

}  // namespace

std::optional<Validity> FindValidity(std::string_view text) {
  const std::string plain = PlainLetters(text);
  std::optional<Validity> best;
  std::optional<Date> from;
  std::size_t from_end = 0;
  for (const WrittenDate& written : FindDates(plain)) {
    const std::size_t begin = SentenceBegin(plain, written.begin);
    const std::string_view sentence = std::string_view(plain).substr(begin, written.begin - begin);
    const std::string_view before = Before(sentence);
    if (EndsWithOneOf(before, kFrom)) {
      from = written.date;
      from_end = written.end;
      continue;
    }
    const bool range = from && from_end >= begin;
    const bool until = EndsWithOneOf(before, kUntil) ||
                       (range && (EndsWithWord(before, "to") || EndsWithWord(before, "and")));
    if (!until || !SpeaksOfHolding(sentence)) continue;
    if (best && *best->to >= written.date) continue;
    best = Validity{range ? from : std::nullopt, written.date,
                    plain.substr(begin, written.end - begin)};
  }
  if (!best) return best;
  best->evidence.erase(0,
                       std::min(best->evidence.find_first_not_of(" \n\t"), best->evidence.size()));
  if (best->from && *best->from > *best->to) best->from.reset();
  return best;
}

std::string WhyLegislation(std::string_view title, const std::vector<std::string>& sections,
                           std::string_view text) {
  constexpr std::array<std::string_view, 9> kSections = {
      "zakonodaja",    "zakonodajne-novosti", "davcna-zakonodaja", "predpisi",   "propisi",
      "zakonodavstvo", "davcne-novosti",      "legislation",       "regulations"};
  constexpr std::array<std::string_view, 14> kTitles = {
      "zakon",     "zakona",     "zakonu",     "zakonom", "uredba", "uredbe", "uredbo",
      "pravilnik", "pravilnika", "pravilniku", "novela",  "novele", "noveli", "novelo"};
  constexpr std::array<std::string_view, 6> kTexts = {"uradni-list",    "uradnem-listu",
                                                      "uradnega-lista", "ur-l-rs",
                                                      "narodne-novine", "official-gazette"};
  const std::string title_slug = Slug(title);
  for (const std::string_view section : kSections) {
    if (title_slug == section || title_slug.starts_with(std::string(section) + "-")) {
      return "the title begins with " + std::string(section);
    }
  }
  for (const std::string& section : sections) {
    const auto found = FirstOf(kSections, Slug(section));
    if (!found.empty()) return "it stands below " + section;
  }
  if (const auto word = FirstOf(kTitles, title_slug); !word.empty()) {
    return "the title has the word " + std::string(word);
  }
  const auto words = FirstOf(kTexts, Slug(text));
  return words.empty() ? std::string() : "the text cites " + std::string(words);
}

void StateValidity(ImportedArticle& imported) {
  Article& article = imported.article;
  const std::string text = TextOfBlocks(article.blocks);
  if (!imported.kind || *imported.kind == Kind::kNewsletter) {
    std::string why = WhyLegislation(article.title, imported.breadcrumb, text);
    if (!why.empty()) {
      imported.kind = Kind::kLegislation;
      imported.findings.push_back({"kind", "legislation", kImplied, std::move(why)});
    }
  }
  const auto validity = FindValidity(text);
  if (!validity) return;
  if (!article.valid_to) {
    article.valid_to = validity->to;
    imported.findings.push_back({"valid_to", FormatDate(*validity->to), kSaid, validity->evidence});
  }
  if (!article.valid_from && validity->from) {
    article.valid_from = validity->from;
    imported.findings.push_back(
        {"valid_from", FormatDate(*validity->from), kSaid, validity->evidence});
  }
}

}  // namespace pomocnik::kb
