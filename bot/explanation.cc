#include "bot/explanation.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/latin.h"
#include "bot/privacy/redaction.h"

namespace pomocnik::bot {
namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr std::string_view kArrow =
    " → ";  // between the word and what it was found as: ScorePart::name

bool IsPartOfWord(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Whether a word stands in a text by itself.
bool Holds(std::string_view text, std::string_view word) {
  for (auto at = text.find(word); at != std::string_view::npos && !word.empty();
       at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || !IsPartOfWord(text[at - 1]) || !IsPartOfWord(word.front());
    const bool ends = end == text.size() || !IsPartOfWord(text[end]) || !IsPartOfWord(word.back());
    if (begins && ends) return true;
  }
  return false;
}

// The words of what was searched for that may be kept.
class KeptWords {
 public:
  explicit KeptWords(const Answer& answer) {
    const Redaction redaction = Redact(answer.searched);
    for (const index::QueryTerm& term : answer.terms) {
      const bool kept = redaction.found.empty() || Holds(redaction.text, term.word);
      (kept ? kept_ : removed_).push_back(&term);
    }
  }

  const std::vector<const index::QueryTerm*>& kept() const { return kept_; }

  // REQUIRES: a part of kind kTerm. It names the word in small letters without č, š and ž.
  bool Keeps(const index::ScorePart& part) const {
    if (removed_.empty()) return true;
    const std::string_view name = part.name;
    const std::string_view word = name.substr(0, name.find(kArrow));
    return std::any_of(kept_.begin(), kept_.end(), [&](const index::QueryTerm* term) {
      return PlainLetters(term->word) == word;
    });
  }

 private:
  std::vector<const index::QueryTerm*> kept_;
  std::vector<const index::QueryTerm*> removed_;
};

Explanation::Hit ExplainHit(const index::Hit& hit, const KeptWords& words) {
  Explanation::Hit explained{hit.article.id, hit.article.title, hit.score, {}};
  for (const index::ScorePart& part : hit.explanation) {
    const bool is_word = part.kind == index::ScorePart::Kind::kTerm;
    if (is_word && !words.Keeps(part)) continue;
    explained.parts.push_back(
        {is_word ? Explanation::Part::Kind::kWord : Explanation::Part::Kind::kFactor, part.name,
         part.amount});
  }
  return explained;
}

double Rounded(double value) { return std::round(value * 1000) / 1000; }

OrderedJson HitJson(const Explanation::Hit& hit) {
  OrderedJson parts = OrderedJson::array();
  for (const Explanation::Part& part : hit.parts) {
    const bool is_factor = part.kind == Explanation::Part::Kind::kFactor;
    parts.push_back(OrderedJson::array({is_factor ? "x" : "+", part.name, Rounded(part.amount)}));
  }
  return OrderedJson::array({hit.id, hit.title, Rounded(hit.score), std::move(parts)});
}

// The elements of an array that were written as `kinds` says: 's' a text, 'n' a number, 'a' an array.
bool IsRow(const OrderedJson& row, std::string_view kinds) {
  if (!row.is_array() || row.size() != kinds.size()) return false;
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    const OrderedJson& item = row[i];
    const bool fits = kinds[i] == 's'   ? item.is_string()
                      : kinds[i] == 'n' ? item.is_number()
                                        : item.is_array();
    if (!fits) return false;
  }
  return true;
}

bool ReadParts(const OrderedJson& rows, std::vector<Explanation::Part>& parts) {
  for (const OrderedJson& row : rows) {
    if (!IsRow(row, "ssn")) return false;
    const bool is_factor = row[0].get<std::string>() == "x";
    parts.push_back({is_factor ? Explanation::Part::Kind::kFactor : Explanation::Part::Kind::kWord,
                     row[1].get<std::string>(), row[2].get<double>()});
  }
  return true;
}

bool Read(const OrderedJson& json, Explanation& explanation) {
  if (!json.is_object()) return false;
  const auto member = [&](const char* name) {
    const auto found = json.find(name);
    return found == json.end() ? OrderedJson() : *found;
  };
  const OrderedJson rule = member("rule");
  const OrderedJson from = member("from");
  const OrderedJson terms = member("terms");
  const OrderedJson hits = member("hits");
  if (!rule.is_string() || !IsRow(from, "nn") || !terms.is_array() || !hits.is_array())
    return false;
  explanation.rule = rule.get<std::string>();
  explanation.answer_from = from[0].get<double>();
  explanation.choices_from = from[1].get<double>();
  for (const OrderedJson& row : terms) {
    if (!IsRow(row, "ssn")) return false;
    explanation.terms.push_back(
        {row[0].get<std::string>(), row[1].get<std::string>(), row[2].get<double>()});
  }
  for (const OrderedJson& row : hits) {
    if (!IsRow(row, "ssna")) return false;
    explanation.hits.push_back(
        {row[0].get<std::string>(), row[1].get<std::string>(), row[2].get<double>(), {}});
    if (!ReadParts(row[3], explanation.hits.back().parts)) return false;
  }
  return true;
}

}  // namespace

Explanation Explain(const Answer& answer) {
  const KeptWords words(answer);
  Explanation explanation;
  explanation.rule = answer.rule;
  explanation.answer_from = answer.thresholds.answer;
  explanation.choices_from = answer.thresholds.choices;
  for (const index::QueryTerm* term : words.kept()) {
    explanation.terms.push_back({term->word, term->lemma, term->idf});
  }
  for (const index::Hit& hit : answer.candidates) {
    if (explanation.hits.size() == kExplainedHits) break;
    explanation.hits.push_back(ExplainHit(hit, words));
  }
  return explanation;
}

std::string ToJson(const Explanation& explanation) {
  OrderedJson terms = OrderedJson::array();
  for (const Explanation::Term& term : explanation.terms) {
    terms.push_back(OrderedJson::array({term.word, term.lemma, Rounded(term.idf)}));
  }
  OrderedJson hits = OrderedJson::array();
  for (const Explanation::Hit& hit : explanation.hits) hits.push_back(HitJson(hit));
  const OrderedJson json = {{"rule", explanation.rule},
                            {"from", OrderedJson::array({Rounded(explanation.answer_from),
                                                         Rounded(explanation.choices_from)})},
                            {"terms", std::move(terms)},
                            {"hits", std::move(hits)}};
  return json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

Result<Explanation> ParseExplanation(std::string_view text) {
  Explanation explanation;
  if (Read(OrderedJson::parse(text, nullptr, false), explanation)) return explanation;
  return Error::InvalidArgument("read an explanation: not as it was written");
}

}  // namespace pomocnik::bot
