#include "bot/policy_text.h"

#include <algorithm>
#include <utility>

#include "bot/dialogue/phrases.h"
#include "bot/dialogue/written_date.h"
#include "bot/eligibility/working_time.h"
#include "index/text/local_day.h"

namespace pomocnik::bot {
namespace {

constexpr std::size_t kMaxDays = 3;  // of those a message names
constexpr std::size_t kMaxConditions =
    4;  // that are told one by one: the policy names the chief ones first

class Teller {
 public:
  explicit Teller(const Telling& telling)
      : telling_(telling), policy_(telling.knowledge.policy), lang_(telling.lang) {}

  void Say(std::string_view key, std::initializer_list<PhraseArgument> arguments = {}) {
    blocks_.push_back(kb::PlainParagraph(Phrase(key, arguments)));
  }

  // A few clauses read as sentences, more of them as a list.
  void AddClauses(const kb::PolicyTopic& topic) {
    std::vector<std::string> clauses;
    for (const auto& id : topic.say) {
      if (topic.rule != id) clauses.push_back(policy_.FindText(id)->In(lang_));
    }
    if (clauses.size() > 2) return AddList(std::move(clauses));
    for (auto& clause : clauses) blocks_.push_back(kb::PlainParagraph(std::move(clause)));
  }

  void AddList(std::vector<std::string> lines) {
    kb::List list;
    for (auto& line : lines) list.items.push_back({{kb::PlainParagraph(std::move(line))}});
    blocks_.push_back({std::move(list)});
  }

  void AddPrices() {
    const kb::PriceList& prices = policy_.prices;
    Say(phrase::kPricesValidFrom, {{"date", WrittenDate(prices.valid_from, lang_)}});
    kb::Table table;
    for (auto key :
         {phrase::kPricesService, phrase::kPricesWithContract, phrase::kPricesWithoutContract}) {
      table.header.push_back(kb::PlainSpan(Phrase(key)));
    }
    for (const auto& line : prices.lines) {
      table.rows.push_back({kb::PlainSpan(line.name.In(lang_)),
                            kb::PlainSpan(line.with_contract.In(lang_)),
                            kb::PlainSpan(line.without_contract.In(lang_))});
    }
    blocks_.push_back({std::move(table)});
  }

  // The days that a message names, each with whether people work on it.
  void AddDays(std::string_view message) {
    const Date today = index::LocalDay(telling_.now);
    std::vector<Date> days = telling_.knowledge.days.Find(message, today);
    if (days.size() > kMaxDays) days.resize(kMaxDays);
    for (Date day : days) AddDay(DescribeDay(policy_.hours, day));
  }

  void AddOffer(const kb::PolicyRule& rule) {
    if (!rule.offer) return;
    kb::Text text = {{Phrase(phrase::kPolicyOffer), kb::Span::Style::kStrong, ""}};
    text.push_back({" " + rule.offer->In(lang_), kb::Span::Style::kPlain, ""});
    blocks_.push_back({kb::Paragraph{std::move(text)}});
  }

  // Whatever was told stays the visitor's word, and what nobody spoke of may be otherwise.
  void AddBasis(const Judgement& judgement, Occasion occasion) {
    const bool asked = occasion == Occasion::kAsked;
    if (judgement.conditions.empty()) {
      return Say(asked ? phrase::kVerdictAsTold : phrase::kVerdictOfRequest);
    }
    Say(asked ? phrase::kVerdictAsToldIf : phrase::kVerdictOfRequestIf);
    std::vector<std::string> lines;
    for (const auto* fact : judgement.conditions) {
      if (lines.size() == kMaxConditions) break;
      lines.push_back(fact->condition.In(lang_));
    }
    AddList(std::move(lines));
    if (judgement.conditions.size() > kMaxConditions) Say(phrase::kVerdictOtherConditions);
  }

  void AddQuestion(const FactQuestion& question) {
    blocks_.push_back(kb::PlainParagraph(question.fact->question.In(lang_)));
    std::vector<std::string> lines;
    for (const FactAnswer& answer : question.answers) {
      const std::string label = LabelOf(*question.fact, answer);
      const std::string verdict = Phrase(ShortVerdictKey(answer.verdict));
      lines.push_back(Phrase(phrase::kVerdictIfAnswer, {{"answer", label}, {"verdict", verdict}}));
    }
    AddList(std::move(lines));
  }

  void AddPrice() {
    const kb::PriceList& prices = policy_.prices;
    const std::string price = prices.LowestLine().with_contract.In(lang_);
    const std::string minutes = std::to_string(prices.least_minutes);
    const std::string date = WrittenDate(prices.valid_from, lang_);
    Say(phrase::kVerdictPrice, {{"price", price}, {"minutes", minutes}, {"date", date}});
  }

  void AddPolicyDate() {
    Say(phrase::kPolicyAsOf, {{"date", WrittenDate(policy_.valid_from, lang_)}});
  }

  void AddNextOpening(std::string_view key) {
    const auto next = NextOpening(policy_.hours, telling_.now);
    if (!next) return;
    const index::LocalTime local = index::ToLocalTime(*next);
    const std::string day = WrittenDay(local.day, lang_);
    const std::string time =
        WrittenTime(std::chrono::duration_cast<std::chrono::minutes>(local.since_midnight), lang_);
    Say(key, {{"day", day}, {"time", time}});
  }

  std::vector<kb::Block> Take() { return std::move(blocks_); }

 private:
  static std::string ShortVerdictKey(kb::Verdict verdict) {
    return std::string(phrase::kVerdictShort) + "." + std::string(VerdictName(verdict));
  }

  std::string Phrase(std::string_view key,
                     std::initializer_list<PhraseArgument> arguments = {}) const {
    return telling_.knowledge.phrases.Format(key, lang_, arguments);
  }

  void AddDay(const WorkDay& day) {
    const std::string date = WrittenDay(day.date, lang_);
    const std::string name = day.exception ? day.exception->text.In(lang_)
                             : day.name    ? day.name->name.In(lang_)
                                           : std::string();
    if (!day.hours) {
      return Say(name.empty() ? phrase::kDayFree : phrase::kDayFreeNamed,
                 {{"day", date}, {"name", name}});
    }
    const std::string opens = WrittenTime(day.hours->opens, lang_);
    const std::string closes = WrittenTime(day.hours->closes, lang_);
    Say(name.empty() ? phrase::kDayWorking : phrase::kDayWorkingNamed,
        {{"day", date}, {"name", name}, {"opens", opens}, {"closes", closes}});
  }

  std::string LabelOf(const kb::PolicyFact& fact, const FactAnswer& answer) const {
    if (answer.at_most) {
      return Phrase(phrase::kAnswerAtMost, {{"number", std::to_string(*answer.at_most)}});
    }
    if (answer.over) return Phrase(phrase::kAnswerOver, {{"number", std::to_string(*answer.over)}});
    const auto value = std::find_if(fact.values.begin(), fact.values.end(),
                                    [&](const auto& each) { return each.id == answer.value; });
    std::string label = value == fact.values.end() ? "" : value->label.In(lang_);
    if (!label.empty()) return label;
    return Phrase(answer.value == "yes" ? phrase::kAnswerYes : phrase::kAnswerNo);
  }

  const Telling& telling_;
  const kb::Policy& policy_;
  std::string_view lang_;
  std::vector<kb::Block> blocks_;
};

}  // namespace

std::vector<kb::Block> TellTopic(const kb::PolicyTopic& topic, std::string_view message,
                                 const Telling& telling) {
  const kb::Policy& policy = telling.knowledge.policy;
  Teller teller(telling);
  if (topic.table == kb::PolicyTopic::Table::kDays) teller.AddDays(message);
  teller.AddClauses(topic);
  if (topic.table == kb::PolicyTopic::Table::kPrices) teller.AddPrices();
  const bool says_rule = std::any_of(topic.say.begin(), topic.say.end(), [&](const auto& id) {
    return topic.rule != id && policy.FindRule(id) != nullptr;
  });
  if (says_rule) teller.AddPolicyDate();
  return teller.Take();
}

VerdictInfo TellRule(const kb::PolicyRule& rule, const Telling& telling) {
  Teller teller(telling);
  teller.AddOffer(rule);
  teller.AddPolicyDate();
  return {.verdict = rule.verdict,
          .rules = {rule.id},
          .clause = rule.clause.In(telling.lang),
          .blocks = teller.Take()};
}

VerdictInfo TellVerdict(const Judgement& judgement, Occasion occasion, const Telling& telling) {
  VerdictInfo info;
  info.verdict = judgement.verdict;
  for (const auto* rule : judgement.rules) info.rules.push_back(rule->id);
  info.clause = judgement.rules.front()->clause.In(telling.lang);
  if (!judgement.conditions.empty()) info.rests = VerdictInfo::Rests::kOnConditions;
  Teller teller(telling);
  if (judgement.question) teller.AddQuestion(*judgement.question);
  if (!judgement.question || !judgement.conditions.empty()) teller.AddBasis(judgement, occasion);
  if (judgement.has_price) teller.AddPrice();
  if (judgement.verdict != kb::Verdict::kDepends) teller.AddOffer(*judgement.rules.front());
  teller.AddPolicyDate();
  info.blocks = teller.Take();
  return info;
}

std::vector<kb::Block> TellNextOpening(const Telling& telling) {
  const kb::SupportHours& hours = telling.knowledge.policy.hours;
  if (SupportAt(hours, telling.now) == Support::kOpen) return {};
  Teller teller(telling);
  teller.AddNextOpening(phrase::kHandoffClosedNow);
  return teller.Take();
}

}  // namespace pomocnik::bot
