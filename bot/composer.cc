#include "bot/composer.h"

#include <utility>

#include "bot/dialogue/language.h"
#include "bot/dialogue/quote.h"
#include "bot/dialogue/removed.h"
#include "bot/dialogue/written_date.h"
#include "bot/eligibility/eligibility.h"
#include "bot/handoff/draft.h"
#include "bot/policy_text.h"
#include "bot/privacy/redaction.h"
#include "index/text/local_day.h"

namespace pomocnik::bot {
namespace {

constexpr std::size_t kQuoteLimit =
    1200;  // code points; what is read in a chat without scrolling on

std::string ChooseLanguage(const Question& question, const Conversation& before) {
  if (question.lang == "sl" || question.lang == "en" || question.lang == "hr") return question.lang;
  return std::string(DetectLanguage(question.text, before.lang));
}

// Puts one reply together. Lives for one message.
class Composer {
 public:
  explicit Composer(const Composition& all)
      : all_(all),
        question_(all.turn.question),
        knowledge_(all.knowledge),
        move_(all.step.move),
        now_(all.now) {
    reply_.lang = ChooseLanguage(question_, all.turn.before);
  }

  Result<Composed> Compose() {
    reply_.decision = move_.decision;
    RETURN_IF_ERROR(AddContent());
    reply_.handoff.portal_url = knowledge_.policy.portal_url;
    reply_.handoff.prefill = knowledge_.policy.portal_prefill;
    reply_.handoff.label = Phrase(phrase::kHandoffLabel);
    const int episode = all_.step.after.episode;
    const bool answers = move_.decision == Decision::kAnswer;
    if (answers && all_.turn.held) reply_.held = all_.turn.held(episode);
    if (move_.draft == Move::Part::kYes || reply_.held == Reply::Held::kYes) AddDraft();
    return std::move(composed_);
  }

 private:
  Status AddContent() {
    switch (move_.decision) {
      case Decision::kAnswer:
        AddReading();
        return AddAnswer(move_.articles.front());
      case Decision::kChoices:
        AddReading();
        Say(phrase::kChoices);
        OfferArticles();
        return {};
      case Decision::kAbstain:
        if (!all_.event.intent) AddReading();
        Say(move_.say);
        return {};
      case Decision::kPolicy:
        return move_.judged == Move::Part::kYes ? AddCase()
                                                : AddTopic(*knowledge_.policy.FindTopic(move_.say));
      case Decision::kSmalltalk:
      case Decision::kStatus:
        Say(move_.say);
        return {};
      case Decision::kHandoff:
        Say(move_.say);
        if (move_.articles.empty()) return {};
        Say(phrase::kHandoffRelated);
        OfferArticles();
        return {};
    }
    return {};
  }

  std::string Phrase(std::string_view key,
                     std::initializer_list<PhraseArgument> arguments = {}) const {
    return knowledge_.phrases.Format(key, reply_.lang, arguments);
  }

  void Say(std::string_view key, std::initializer_list<PhraseArgument> arguments = {}) {
    reply_.blocks.push_back(kb::PlainParagraph(Phrase(key, arguments)));
  }

  // Says what was understood where the spelling was corrected. A word that redaction takes out (what stands
  // behind "geslo") is not repeated: the reply is stored.
  void AddReading() {
    const std::string redacted = Redact(question_.text).text;
    Understood understood;
    std::string words;
    for (const auto& term : all_.found.terms) {
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

  Status AddAnswer(const index::ArticleInfo& info) {
    ASSIGN_OR_RETURN(auto article, knowledge_.searcher->FindArticle(info.id));
    if (!article) {
      return Error::Internal("the index found the article " + info.id + " but does not hold it");
    }
    Citation citation{index::InfoOf(*article), ""};
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
    std::size_t passage = knowledge_.searcher->ChoosePassage(article, all_.event.query);
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

  void OfferArticles() {
    for (const auto& article : move_.articles) reply_.choices.push_back({article});
  }

  Telling Tell() const { return {knowledge_, reply_.lang, now_}; }

  Status AddTopic(const kb::PolicyTopic& topic) {
    Append(TellTopic(topic, question_.text, Tell()));
    if (topic.rule) {
      reply_.verdict = TellRule(*knowledge_.policy.FindRule(*topic.rule), Tell());
    }
    if (topic.article.empty()) return {};
    ASSIGN_OR_RETURN(auto article, knowledge_.searcher->FindArticle(topic.article));
    if (article) reply_.citations.push_back({index::InfoOf(*article), ""});
    return {};
  }

  Status AddCase() {
    const Judgement judgement =
        Judge(knowledge_.policy, all_.step.after.facts, index::LocalDay(now_));
    reply_.verdict = TellVerdict(judgement, Occasion::kAsked, Tell());
    if (judgement.question) composed_.open_fact = judgement.question->fact->id;
    return {};
  }

  // What a request tells of the conversation: what is only now offered beside it was not shown before it.
  Conversation Drafted() const {
    Conversation drafted = all_.step.after;
    const bool held = reply_.held == Reply::Held::kYes;
    if (move_.decision != Decision::kHandoff && !held) return drafted;
    for (const auto& article : move_.articles) {
      std::erase_if(drafted.shown,
                    [&](const ShownArticle& shown) { return shown.id == article.id; });
    }
    return drafted;
  }

  // A request comes through the portal, and what was shown may be its answer: then it would be payable.
  static Facts FactsOfRequest(const Conversation& drafted) {
    Facts facts = drafted.facts;
    facts.insert_or_assign("channel", FactValue{FactValue::State::kKnown, "portal"});
    facts.erase("outside_hours");  // a request may be filed at any time
    const bool answered =
        !drafted.shown.empty() && drafted.helped == Conversation::Helped::kUnknown;
    if (answered) facts.emplace("in_help", FactValue{FactValue::State::kOpen, ""});
    return facts;
  }

  void AddDraft() {
    const Conversation drafted = Drafted();
    Draft draft =
        WriteDraft(drafted, all_.turn.reference(drafted.episode), knowledge_.phrases, reply_.lang);
    draft.removed = DescribeRemoved(drafted.removed, knowledge_.phrases, reply_.lang);
    reply_.handoff.draft = std::move(draft);
    if (!reply_.verdict) {
      const Judgement judgement =
          Judge(knowledge_.policy, FactsOfRequest(drafted), index::LocalDay(now_));
      reply_.verdict = TellVerdict(judgement, Occasion::kDrafted, Tell());
      if (judgement.question) composed_.open_fact = judgement.question->fact->id;
    }
    Append(TellNextOpening(Tell()));
  }

  void Append(std::vector<kb::Block> blocks) {
    for (auto& block : blocks) reply_.blocks.push_back(std::move(block));
  }

  const Composition& all_;
  const Question& question_;
  const Knowledge& knowledge_;
  const Move& move_;
  Instant now_;
  Composed composed_;
  Reply& reply_ = composed_.reply;
};

}  // namespace

Result<Composed> Compose(const Composition& composition) { return Composer(composition).Compose(); }

}  // namespace pomocnik::bot
