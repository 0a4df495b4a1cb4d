#include "kb/dates/dated_item.h"

#include <algorithm>
#include <array>
#include <utility>

#include "kb/dates/validity.h"
#include "kb/markdown/slug.h"

namespace pomocnik::kb {
namespace {

// How sure the words make it.
constexpr double kSaid = 0.9;
constexpr double kImplied = 0.7;

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
  const auto validity = FindValidity(text, Holding::kAnything);
  if (!validity || !validity->to) return;
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
