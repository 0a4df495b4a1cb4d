#include "bot/answerer.h"

#include <utility>

#include "bot/dialogue/decision.h"
#include "bot/dialogue/language.h"
#include "bot/dialogue/quote.h"
#include "bot/handoff/draft.h"
#include "bot/privacy/redaction.h"
#include "index/text/local_day.h"

namespace pomocnik::bot {
namespace {

constexpr std::size_t kQuoteLimit =
    1200;  // code points; what is read in a chat without scrolling on
constexpr int kCandidates = 10;

std::string ChooseLanguage(const Question& question) {
  if (question.lang == "sl" || question.lang == "en" || question.lang == "hr") return question.lang;
  return std::string(DetectLanguage(question.text));
}

// A day as people of the language write it.
std::string WrittenDate(Date date, std::string_view lang) {
  if (lang == "en") return FormatDate(date);
  std::string text = std::to_string(static_cast<unsigned>(date.day())) + ". " +
                     std::to_string(static_cast<unsigned>(date.month())) + ". " +
                     std::to_string(static_cast<int>(date.year()));
  return lang == "hr" ? text + "." : text;
}

kb::Text PlainSpan(std::string text) { return {{std::move(text), kb::Span::Style::kPlain, ""}}; }

kb::Block ParagraphOf(std::string text) { return {kb::Paragraph{PlainSpan(std::move(text))}}; }

// Puts one reply together. Lives for one question.
class Composer {
 public:
  Composer(const Question& question, const Knowledge& knowledge, Instant now)
      : question_(question), knowledge_(knowledge), now_(now) {
    reply_.lang = ChooseLanguage(question);
  }

  Result<Reply> Compose(Decision decision, const Intent* intent, const index::SearchResult& found) {
    reply_.decision = decision;
    RETURN_IF_ERROR(AddContent(decision, intent, found));
    reply_.handoff.portal_url = knowledge_.policy.portal_url;
    reply_.handoff.label = Phrase(phrase::kHandoffLabel);
    bool unanswered = decision == Decision::kAbstain && !intent;
    if (unanswered || decision == Decision::kHandoff) {
      reply_.handoff.draft = WriteDraft(question_, knowledge_.phrases, reply_.lang);
    }
    return std::move(reply_);
  }

 private:
  Status AddContent(Decision decision, const Intent* intent, const index::SearchResult& found) {
    switch (decision) {
      case Decision::kAnswer:
        AddReading(found);
        return AddAnswer(found.hits.front());
      case Decision::kChoices:
        AddReading(found);
        AddChoices(found);
        return {};
      case Decision::kAbstain:
        if (!intent) AddReading(found);
        Say(intent                ? std::string_view(intent->say)
            : found.terms.empty() ? phrase::kUnreadable
                                  : phrase::kNothingFound);
        return {};
      case Decision::kPolicy:
        return AddPolicy(*knowledge_.policy.FindTopic(intent->say));
      case Decision::kSmalltalk:
      case Decision::kHandoff:
      case Decision::kStatus:
        Say(intent->say);
        return {};
    }
    return {};
  }

  std::string Phrase(std::string_view key,
                     std::initializer_list<PhraseArgument> arguments = {}) const {
    return knowledge_.phrases.Format(key, reply_.lang, arguments);
  }

  void Say(std::string_view key, std::initializer_list<PhraseArgument> arguments = {}) {
    reply_.blocks.push_back(ParagraphOf(Phrase(key, arguments)));
  }

  // Says what was understood where the spelling was corrected. A word that redaction takes out (what stands
  // behind "geslo") is not repeated: the reply is stored.
  void AddReading(const index::SearchResult& found) {
    const std::string redacted = Redact(question_.text).text;
    Understood understood;
    std::string words;
    for (const auto& term : found.terms) {
      if (term.read_as.empty() || redacted.find(term.word) == std::string::npos) continue;
      if (!words.empty()) words += ", ";
      words += term.word + " → " + term.read_as;
      understood.words.push_back({term.word, term.read_as});
    }
    if (words.empty()) return;
    understood.text = Phrase(phrase::kReadAs, {{"words", words}});
    understood.offer = Phrase(phrase::kLiteral);
    reply_.understood = std::move(understood);
  }

  Status AddAnswer(const index::Hit& hit) {
    ASSIGN_OR_RETURN(auto article, knowledge_.searcher->FindArticle(hit.article.id));
    if (!article) {
      return Error::Internal("the index found the article " + hit.article.id +
                             " but does not hold it");
    }
    Citation citation{hit.article, ""};
    if (article->kind == kb::Kind::kStub) {
      AddStub(*article);
    } else {
      citation.anchor = AddQuote(*article);
    }
    AddDateNotes(*article);
    reply_.citations.push_back(std::move(citation));
    return {};
  }

  void AddStub(const kb::Article& article) {
    Say(phrase::kStub);
    auto links = LinksOf(article);
    if (links.empty() && !article.url.empty()) {
      links.push_back({kb::Link{article.url, article.title}});
    }
    Append(std::move(links));
  }

  // Returns the anchor of what was quoted.
  std::string AddQuote(const kb::Article& article) {
    std::size_t passage = knowledge_.searcher->ChoosePassage(article, question_.text);
    Quote quote = QuotePassage(article, passage, kQuoteLimit);
    Append(std::move(quote.blocks));
    if (quote.extent == Quote::Extent::kPart) Say(phrase::kMore);
    return quote.anchor;
  }

  void AddDateNotes(const kb::Article& article) {
    Date today = index::LocalDay(now_);
    if (article.valid_to && *article.valid_to < today) {
      Say(phrase::kExpired, {{"date", WrittenDate(*article.valid_to, reply_.lang)}});
    }
    if (article.kind != kb::Kind::kLegislation) return;
    if (article.updated) {
      Say(phrase::kLegislation, {{"date", WrittenDate(*article.updated, reply_.lang)}});
    } else {
      Say(phrase::kLegislationUndated);
    }
  }

  void AddChoices(const index::SearchResult& found) {
    Say(phrase::kChoices);
    std::size_t count = CountChoices(found, knowledge_.thresholds);
    for (std::size_t i = 0; i < count; ++i) reply_.choices.push_back({found.hits[i].article});
  }

  Status AddPolicy(const kb::PolicyTopic& topic) {
    const kb::Policy& policy = knowledge_.policy;
    AddClauses(topic);
    if (topic.table == kb::PolicyTopic::Table::kPrices) AddPrices(policy.prices);
    bool says_rule = false;
    for (const auto& id : topic.say) says_rule = says_rule || policy.FindRule(id);
    if (topic.rule) AddVerdict(*policy.FindRule(*topic.rule));
    if (says_rule) {
      Say(phrase::kPolicyAsOf, {{"date", WrittenDate(policy.valid_from, reply_.lang)}});
    }
    if (topic.article.empty()) return {};
    ASSIGN_OR_RETURN(auto article, knowledge_.searcher->FindArticle(topic.article));
    if (article) reply_.citations.push_back({index::InfoOf(*article), ""});
    return {};
  }

  // A few clauses read as sentences, more of them as a list.
  void AddClauses(const kb::PolicyTopic& topic) {
    std::vector<kb::Block> clauses;
    for (const auto& id : topic.say) {
      clauses.push_back(ParagraphOf(knowledge_.policy.FindText(id)->In(reply_.lang)));
    }
    if (clauses.size() <= 2) return Append(std::move(clauses));
    kb::List list;
    for (auto& clause : clauses) list.items.push_back({{std::move(clause)}});
    reply_.blocks.push_back({std::move(list)});
  }

  void AddPrices(const kb::PriceList& prices) {
    Say(phrase::kPricesValidFrom, {{"date", WrittenDate(prices.valid_from, reply_.lang)}});
    kb::Table table;
    for (auto key :
         {phrase::kPricesService, phrase::kPricesWithContract, phrase::kPricesWithoutContract}) {
      table.header.push_back(PlainSpan(Phrase(key)));
    }
    for (const auto& line : prices.lines) {
      table.rows.push_back({PlainSpan(line.name.In(reply_.lang)),
                            PlainSpan(line.with_contract.In(reply_.lang)),
                            PlainSpan(line.without_contract.In(reply_.lang))});
    }
    reply_.blocks.push_back({std::move(table)});
  }

  void AddVerdict(const kb::PolicyRule& rule) {
    reply_.verdict = VerdictInfo{rule.verdict, {rule.id}, rule.clause.In(reply_.lang)};
    if (rule.offer) Say(phrase::kPolicyOffer, {{"offer", rule.offer->In(reply_.lang)}});
  }

  void Append(std::vector<kb::Block> blocks) {
    for (auto& block : blocks) reply_.blocks.push_back(std::move(block));
  }

  const Question& question_;
  const Knowledge& knowledge_;
  Instant now_;
  bot::Reply reply_;
};

}  // namespace

Result<Answer> Answerer::Reply(const Question& question, const Knowledge& knowledge) const {
  Instant now = clock_.Now();
  index::Query query{question.text, question.context, kCandidates, now, question.reading};
  ASSIGN_OR_RETURN(auto found, knowledge.searcher->Search(query));
  const Intent* intent = knowledge.intents.Match(question.text);
  Decision decision = Decide(intent, found, knowledge.thresholds);
  ASSIGN_OR_RETURN(auto reply, Composer(question, knowledge, now).Compose(decision, intent, found));
  Answer answer;
  answer.reply = std::move(reply);
  answer.candidates = std::move(found.hits);
  answer.terms = std::move(found.terms);
  answer.features = found.features;
  answer.confidence = found.confidence;
  answer.index_version = std::string(knowledge.searcher->version());
  return answer;
}

}  // namespace pomocnik::bot
