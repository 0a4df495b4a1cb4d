#include "bot/http/staff/explanation_api.h"

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "bot/explanation.h"

namespace pomocnik::bot::http {
namespace {

struct Word {
  std::string_view name;
  std::array<std::string_view, 3> text;  // by Language
};

// The factors of a score (index/rank/scorer.h).
constexpr Word kFactors[] = {
    {"coverage",
     {"delež vprašanja, ki ga članek pozna", "share of the question it holds",
      "udio pitanja u članku"}},
    {"title", {"besede v naslovu", "words in the title", "riječi u naslovu"}},
    {"whole title",
     {"vprašan je ves naslov", "the whole title was asked for", "pitan je cijeli naslov"}},
    {"called so",
     {"članek se imenuje prav tako", "the article is called so", "članak se upravo tako zove"}},
    {"proximity", {"besede stojijo skupaj", "the words stand together", "riječi stoje zajedno"}},
    {"module", {"isti modul", "same module", "isti modul"}},
    {"screen", {"isti zaslon", "same screen", "isti zaslon"}},
    {"kind", {"vrsta članka", "kind of article", "vrsta članka"}},
    {"age", {"starost članka", "age of the article", "starost članka"}},
    {"expired", {"ne velja več", "no longer valid", "više ne vrijedi"}},
};

// The parts of an article, as the name of a word's part counts them: "račun → racun (title 1, body 3)".
constexpr Word kFields[] = {
    {"title", {"naslov", "title", "naslov"}},
    {"keywords", {"ključne besede", "keywords", "ključne riječi"}},
    {"headings", {"mednaslovi", "headings", "međunaslovi"}},
    {"body", {"besedilo", "text", "tekst"}},
};

std::string_view InLanguage(const Word& word, Language language) {
  return word.text[static_cast<std::size_t>(language)];
}

std::string Amount(double amount, Language language) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", amount);
  std::string number = text;
  if (language == Language::kEnglish) return number;
  if (const auto point = number.find('.'); point != std::string::npos) number[point] = ',';
  return number;
}

std::string FactorText(const Explanation::Part& part, Language language) {
  std::string_view name = part.name;
  for (const Word& factor : kFactors) {
    if (factor.name == part.name) name = InLanguage(factor, language);
  }
  return std::string(name) + " × " + Amount(part.amount, language);
}

std::string WordText(const Explanation::Part& part, Language language) {
  const std::size_t counts = part.name.rfind(" (");
  if (counts == std::string::npos) return part.name + " + " + Amount(part.amount, language);
  std::string text = part.name.substr(0, counts);
  std::string where = part.name.substr(counts);
  for (const Word& field : kFields) {
    const std::size_t at = where.find(std::string(field.name) + " ");
    if (at != std::string::npos) where.replace(at, field.name.size(), InLanguage(field, language));
  }
  return text + where + " + " + Amount(part.amount, language);
}

OrderedJson HitJson(const Explanation::Hit& hit, Language language) {
  OrderedJson why = OrderedJson::array();
  for (const Explanation::Part& part : hit.parts) {
    const bool is_word = part.kind == Explanation::Part::Kind::kWord;
    why.push_back(is_word ? WordText(part, language) : FactorText(part, language));
  }
  return {{"id", hit.id}, {"title", hit.title}, {"score", hit.score}, {"why", std::move(why)}};
}

}  // namespace

OrderedJson ExplanationJson(std::string_view kept, Language language) {
  if (kept.empty()) return nullptr;
  const auto explanation = ParseExplanation(kept);
  if (!explanation) return nullptr;
  OrderedJson terms = OrderedJson::array();
  for (const Explanation::Term& term : explanation->terms) {
    terms.push_back({{"word", term.word}, {"lemma", term.lemma}, {"idf", term.idf}});
  }
  OrderedJson hits = OrderedJson::array();
  for (const Explanation::Hit& hit : explanation->hits) hits.push_back(HitJson(hit, language));
  return {{"rule", explanation->rule},
          {"answerFrom", explanation->answer_from},
          {"choicesFrom", explanation->choices_from},
          {"terms", std::move(terms)},
          {"hits", std::move(hits)}};
}

}  // namespace pomocnik::bot::http
