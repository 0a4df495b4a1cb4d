#include "bot/dialogue/conversation.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "bot/dialogue/phrases.h"

namespace pomocnik::bot {
namespace {

constexpr kb::Thresholds kTalkThresholds{
    .answer = 0.7, .answer_lead = 0.03, .choices = 0.4, .named = 1, .choice_score = 0.5};

index::Hit HitOn(const std::string& id, double score) {
  index::Hit hit;
  hit.article.id = id;
  hit.article.title = "Title of " + id;
  hit.score = score;
  return hit;
}

index::SearchResult Found(double confidence, const std::vector<std::string>& ids,
                          const std::vector<std::string>& lemmas) {
  index::SearchResult found;
  double score = 10;
  for (const auto& id : ids) found.hits.push_back(HitOn(id, score--));
  for (const auto& lemma : lemmas) {
    index::QueryTerm term;
    term.word = term.lemma = lemma;
    term.idf = 2;
    found.terms.push_back(std::move(term));
  }
  found.confidence = confidence;
  found.features.lead = 0.5;
  return found;
}

Question Asking(const std::string& text) {
  Question question;
  question.text = text;
  return question;
}

// One conversation, message by message.
struct Talk {
  Conversation state;

  Move Say(const std::string& text, const index::SearchResult& found, const Signals& signals = {}) {
    const Question question = Asking(text);
    last = Interpret(state, question, signals);
    Step step = Advance(state, last, question, found, kTalkThresholds);
    state = step.after;
    return step.move;
  }

  Event last;
};

Intent MakeIntent(kb::IntentAct act, const std::string& say) {
  Intent intent;
  intent.id = say;
  intent.act = act;
  intent.say = say;
  return intent;
}

std::vector<std::string> Ids(const Move& move) {
  std::vector<std::string> ids;
  for (const auto& article : move.articles) ids.push_back(article.id);
  return ids;
}

TEST_CASE("a sure hit is given, less sure ones are offered, and nothing is admitted") {
  CHECK(Talk().Say("račun", Found(0.9, {"a", "b"}, {"racun"})).decision == Decision::kAnswer);
  const Move choices = Talk().Say("račun", Found(0.5, {"a", "b"}, {"racun"}));
  CHECK(choices.decision == Decision::kChoices);
  CHECK(Ids(choices) == std::vector<std::string>{"a", "b"});
  const Move missed = Talk().Say("račun", Found(0.1, {"a"}, {"racun"}));
  CHECK(missed.decision == Decision::kAbstain);
  CHECK(missed.articles.empty());
  CHECK(missed.draft == Move::Part::kYes);
}

TEST_CASE("the same answer is never given twice in a row; what is left is offered with a draft") {
  Talk talk;
  const auto found = Found(0.9, {"a", "b", "c", "d"}, {"racun"});
  CHECK(talk.Say("kako storniram račun", found).decision == Decision::kAnswer);
  const Move again = talk.Say("kako pa storniram račun", found);
  CHECK(again.decision == Decision::kHandoff);
  CHECK(again.say == phrase::kSaidBefore);
  CHECK(again.draft == Move::Part::kYes);
  CHECK(Ids(again) == std::vector<std::string>{"b", "c"});
  const Move third = talk.Say("kako storniram račun", found);
  CHECK(third.decision == Decision::kHandoff);
}

TEST_CASE("a second miss in a row leads to a draft that says so") {
  Talk talk;
  const auto nothing = Found(0.1, {}, {"hologram"});
  CHECK(talk.Say("hologram", nothing).say == phrase::kNothingFound);
  const Move second = talk.Say("moj hologram", nothing);
  CHECK(second.decision == Decision::kHandoff);
  CHECK(second.say == phrase::kMissedAgain);
  CHECK(talk.Say("račun", Found(0.9, {"a"}, {"racun"})).decision == Decision::kAnswer);
  CHECK(talk.Say("hologram", nothing).decision == Decision::kAbstain);
}

TEST_CASE("it did not help: what was not shown yet is offered beside the draft") {
  Talk talk;
  talk.Say("račun", Found(0.9, {"a", "b", "c"}, {"racun"}));
  const Intent intent = MakeIntent(kb::IntentAct::kNotHelpful, "handoff.rejected");
  Signals signals;
  signals.intent = &intent;
  const Move move = talk.Say("ni pomagalo", Found(0, {}, {}), signals);
  CHECK(move.decision == Decision::kHandoff);
  CHECK(Ids(move) == std::vector<std::string>{"b", "c"});
  CHECK(move.draft == Move::Part::kYes);
  CHECK(talk.state.helped == Conversation::Helped::kNo);
  CHECK(talk.state.asked == std::vector<std::string>{"račun"});
}

TEST_CASE("a follow-up carries the subject, and only when there is one") {
  Signals signals;
  signals.reference = Reference::kFollowUp;
  Talk talk;
  talk.Say("kaj pa za lani", Found(0.1, {}, {"lani"}), signals);
  CHECK(talk.last.kind == Event::Kind::kQuestion);
  talk = Talk();
  talk.Say("kako storniram račun", Found(0.9, {"a"}, {"racun"}));
  talk.Say("kaj pa za lani", Found(0.9, {"b"}, {"racun", "lani"}), signals);
  CHECK(talk.last.kind == Event::Kind::kFollowUp);
  CHECK(talk.last.query == "kako storniram račun kaj pa za lani");
  CHECK(talk.state.subject == "kako storniram račun");
  CHECK(talk.state.asked.size() == 2);
}

TEST_CASE("another matter begins a new episode, the same one goes on") {
  Talk talk;
  talk.Say("kako storniram račun", Found(0.9, {"a", "b"}, {"storn", "racun"}));
  talk.Say("storno računa v tujini", Found(0.9, {"c", "b"}, {"storn", "racun", "tujin"}));
  CHECK(talk.state.episode == 1);
  talk.Say("drugače povedano", Found(0.9, {"b"}, {"drugac"}));  // an article that was near
  CHECK(talk.state.episode == 1);
  talk.Say("kako obračunam plačo", Found(0.9, {"p"}, {"obracun", "plac"}));
  CHECK(talk.state.episode == 2);
  CHECK(talk.state.asked == std::vector<std::string>{"kako obračunam plačo"});
  CHECK(talk.state.shown == std::vector<ShownArticle>{{"p", "Title of p"}});
}

TEST_CASE("a restart forgets the matter") {
  Talk talk;
  talk.Say("kako storniram račun", Found(0.9, {"a"}, {"racun"}));
  const Intent intent = MakeIntent(kb::IntentAct::kRestart, "smalltalk.restart");
  Signals signals;
  signals.intent = &intent;
  CHECK(talk.Say("znova", Found(0, {}, {}), signals).decision == Decision::kSmalltalk);
  CHECK(talk.state.episode == 2);
  CHECK(talk.state.asked.empty());
  CHECK(talk.state.shown.empty());
}

TEST_CASE(
    "facts of a case are gathered over messages, and what was asked for is taken as its answer") {
  Signals signals;
  signals.matter = Matter::kCase;
  signals.support_case.facts["minutes"] = {FactValue::State::kOpen, ""};
  Talk talk;
  Move move = talk.Say("od 10 do 20 minut, bo zastonj", Found(0, {}, {}), signals);
  CHECK(move.decision == Decision::kPolicy);
  CHECK(move.judged == Move::Part::kYes);
  talk.state.open_fact = "minutes";
  Signals answer;
  answer.support_case.facts["minutes"] = {FactValue::State::kKnown, "10"};
  move = talk.Say("10 minut", Found(0, {}, {}), answer);
  CHECK(move.judged == Move::Part::kYes);
  CHECK(talk.state.facts.at("minutes").value == "10");
}

TEST_CASE("who wants an answer to a filed request when nobody works is told the policy") {
  const Intent intent = MakeIntent(kb::IntentAct::kStatus, "status.portal");
  Signals signals;
  signals.intent = &intent;
  signals.matter = Matter::kCase;
  signals.support_case.asks = Case::Asks::kHelp;
  signals.support_case.facts["channel"] = {FactValue::State::kKnown, "portal"};
  Talk talk;
  const std::string text = "zahtevek oddan ob 20h, odgovor rabim takoj";
  CHECK(talk.Say(text, Found(0, {}, {}), signals).decision == Decision::kStatus);
  signals.support_case.facts["outside_hours"] = {FactValue::State::kKnown, "yes"};
  CHECK(talk.Say(text, Found(0, {}, {}), signals).decision == Decision::kPolicy);
}

TEST_CASE("a guard counts before everything else") {
  Intent guard = MakeIntent(kb::IntentAct::kHandoff, "handoff.restore_backup");
  guard.guard = kb::IntentRule::Guard::kYes;
  Signals signals;
  signals.intent = &guard;
  signals.matter = Matter::kCase;
  signals.support_case.asks = Case::Asks::kCost;
  Talk talk;
  const Move move = talk.Say("koliko stane vračanje kopije", Found(0.9, {"a"}, {"kopij"}), signals);
  CHECK(move.say == "handoff.restore_backup");
  CHECK(move.articles.empty());
}

TEST_CASE("who wants to file a request is shown the answer that is there first, once") {
  const Intent intent = MakeIntent(kb::IntentAct::kHandoff, "handoff.file");
  Signals signals;
  signals.intent = &intent;
  Talk talk;
  const auto found = Found(0.9, {"a"}, {"racun"});
  CHECK(Ids(talk.Say("oddal bi zahtevek, račun", found, signals)) == std::vector<std::string>{"a"});
  CHECK(talk.Say("oddal bi zahtevek, račun", found, signals).articles.empty());
}

TEST_CASE("what is remembered holds no personal data") {
  Talk talk;
  Question question = Asking("pokličite 041 123 456");
  question.context.screen = "janez.novak@example.com";
  const Event event = Interpret(talk.state, question, {});
  const Step step = Advance(talk.state, event, question, Found(0.1, {}, {"041"}), kTalkThresholds);
  CHECK(step.after.asked == std::vector<std::string>{"pokličite [telefon]"});
  CHECK(step.after.subject == "pokličite [telefon]");
  CHECK(step.after.context.screen == "[e-naslov]");
  CHECK(step.after.terms.empty());
  CHECK(step.after.removed == std::vector<PersonalData>{PersonalData::kPhone});
}

}  // namespace
}  // namespace pomocnik::bot
