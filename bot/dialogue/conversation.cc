#include "bot/dialogue/conversation.h"

#include <algorithm>
#include <utility>

#include "bot/dialogue/decision.h"
#include "bot/dialogue/phrases.h"

namespace pomocnik::bot {
namespace {

constexpr std::size_t kMaxAsked = 8;    // what a draft can hold
constexpr std::size_t kMaxTerms = 40;   // classes of words
constexpr std::size_t kMaxFurther = 5;  // candidates that are kept for later
constexpr std::size_t kMaxRelated = 2;  // articles beside a draft
constexpr std::size_t kMaxPast = 8;     // episodes that are remembered, as with the next one
constexpr std::size_t kMaxPastArticles = 8;
constexpr int kMissesBeforeHandoff = 2;  // in a row

// Of what the words of a question tell (their IDF), the share that was spoken of before, from which on the
// question is on the same matter. "Kako vnesem" is not enough.
constexpr double kSameMatter = 1.0 / 3;

bool Holds(const std::vector<ShownArticle>& articles, std::string_view id) {
  return std::any_of(articles.begin(), articles.end(),
                     [&](const ShownArticle& article) { return article.id == id; });
}

// How much of what the words of a question tell was spoken of; absent when they tell nothing.
std::optional<double> SpokenShare(const std::vector<std::string>& spoken,
                                  const index::SearchResult& found) {
  double all = 0;
  double shared = 0;
  for (const index::QueryTerm& term : found.terms) {
    all += term.idf;
    if (std::find(spoken.begin(), spoken.end(), term.lemma) != spoken.end()) shared += term.idf;
  }
  if (all == 0) return std::nullopt;
  return shared / all;
}

bool IsOnSameMatter(const Conversation& before, const index::SearchResult& found) {
  if (before.asked.empty()) return true;
  if (!found.hits.empty()) {
    const std::string& first = found.hits.front().article.id;
    if (Holds(before.shown, first) || Holds(before.further, first)) return true;
  }
  return SpokenShare(before.terms, found).value_or(1) >= kSameMatter;
}

bool IsOnMatterOf(const PastEpisode& past, const index::SearchResult& found) {
  const auto& shown = past.articles;
  const bool was_shown =
      !found.hits.empty() &&
      std::find(shown.begin(), shown.end(), found.hits.front().article.id) != shown.end();
  return was_shown || SpokenShare(past.terms, found).value_or(0) >= kSameMatter;
}

PastEpisode Remember(const Conversation& ended) {
  PastEpisode past{ended.episode, ended.terms, {}};
  for (const ShownArticle& article : ended.shown) {
    if (past.articles.size() < kMaxPastArticles) past.articles.push_back(article.id);
  }
  return past;
}

Conversation NextEpisode(const Conversation& before) {
  Conversation next;
  next.episode = before.episode + 1;
  next.last_said = before.last_said;
  next.past = before.past;
  if (before.terms.empty() && before.shown.empty()) return next;
  if (next.past.size() == kMaxPast) next.past.erase(next.past.begin());
  next.past.push_back(Remember(before));
  return next;
}

// Takes the episodes whose matter the message comes back to out of what is remembered, and returns their numbers.
std::vector<int> TakeReturned(const index::SearchResult& found, std::vector<PastEpisode>& past) {
  std::vector<int> numbers;
  std::erase_if(past, [&](const PastEpisode& episode) {
    if (!IsOnMatterOf(episode, found)) return false;
    numbers.push_back(episode.number);
    return true;
  });
  return numbers;
}

index::Context Redacted(const index::Context& context) {
  return {.app = Redact(context.app).text,
          .screen = Redact(context.screen).text,
          .module = Redact(context.module).text,
          .version = Redact(context.version).text};
}

// What the visitor wrote belongs to the episode.
void Note(const Question& question, const index::SearchResult& found, Conversation& after) {
  Redaction redaction = Redact(question.text);
  for (const index::QueryTerm& term : found.terms) {
    // Neither a part of what was taken out, nor a word of an earlier message, which is there already.
    if (redaction.text.find(term.word) == std::string::npos) continue;
    const bool known =
        std::find(after.terms.begin(), after.terms.end(), term.lemma) != after.terms.end();
    if (!known && after.terms.size() < kMaxTerms) after.terms.push_back(term.lemma);
  }
  if (after.asked.size() == kMaxAsked) after.asked.erase(after.asked.begin() + 1);
  after.asked.push_back(std::move(redaction.text));
  after.removed.insert(after.removed.end(), redaction.found.begin(), redaction.found.end());
}

// From now on the articles count as shown.
void MarkShown(const std::vector<index::ArticleInfo>& articles, Conversation& after) {
  for (const index::ArticleInfo& article : articles) {
    if (!Holds(after.shown, article.id)) after.shown.push_back({article.id, article.title});
    std::erase_if(after.further,
                  [&](const ShownArticle& further) { return further.id == article.id; });
  }
}

// What is left of a search when its first hits were shown, without what is far behind.
void KeepFurther(const index::SearchResult& found, const kb::Thresholds& thresholds,
                 Conversation& after) {
  after.further.clear();
  for (const index::Hit& hit : found.hits) {
    const bool near = hit.score >= thresholds.choice_score * found.hits.front().score;
    if (!near || after.further.size() == kMaxFurther) break;
    if (!Holds(after.shown, hit.article.id)) {
      after.further.push_back({hit.article.id, hit.article.title});
    }
  }
}

bool IsAbout(const Event& event, kb::IntentAct act) {
  return event.intent && event.intent->act == act;
}

bool IsGuarded(const Event& event) {
  return event.intent && event.intent->guard == kb::IntentRule::Guard::kYes;
}

// Whether an intent speaks of a matter of its own, which a request would be about.
bool IsOwnMatter(const Event& event) { return event.intent && !event.intent->tells.empty(); }

// Whether a request should hold the message. Small talk, questions about the policy and "none of these" say
// nothing of the matter, and neither does what cannot be read.
bool IsWorthNoting(const Event& event, const index::SearchResult& found,
                   const Conversation& before) {
  if (event.kind == Event::Kind::kQuestion) return !found.terms.empty();
  if (event.kind == Event::Kind::kChoice)
    return before.asked.empty();  // else it is among what was shown
  if (!event.intent) return true;
  const bool asks_people = event.intent->act == kb::IntentAct::kHandoff &&
                           event.intent->reach == kb::IntentRule::Reach::kAnywhere;
  return asks_people || IsOwnMatter(event);
}

Move DraftMove(std::string say) {
  Move move;
  move.decision = Decision::kHandoff;
  move.say = std::move(say);
  move.draft = Move::Part::kYes;
  return move;
}

// What may still be offered beside a draft.
std::vector<ShownArticle> Related(const Conversation& conversation) {
  std::vector<ShownArticle> related = conversation.further;
  if (related.size() > kMaxRelated) related.resize(kMaxRelated);
  return related;
}

Move AnswerSearch(const index::SearchResult& found, const kb::Thresholds& thresholds) {
  Move move;
  move.decision = Decide(nullptr, found, thresholds);
  const std::size_t count = move.decision == Decision::kAnswer    ? 1
                            : move.decision == Decision::kChoices ? CountChoices(found, thresholds)
                                                                  : 0;
  for (std::size_t i = 0; i < count; ++i) move.articles.push_back(found.hits[i].article);
  if (move.decision == Decision::kAbstain) {
    const bool readable = !found.terms.empty();
    move.say = readable ? phrase::kNothingFound : phrase::kUnreadable;
    move.draft = readable ? Move::Part::kYes : Move::Part::kNo;
  }
  return move;
}

// Before a request is filed, the answer that is there already is shown.
void OfferAnswer(const index::SearchResult& found, const kb::Thresholds& thresholds,
                 const Conversation& before, Move& move) {
  if (Decide(nullptr, found, thresholds) != Decision::kAnswer) return;
  const index::ArticleInfo& first = found.hits.front().article;
  if (first.kind != kb::Kind::kPolicy && !Holds(before.shown, first.id)) {
    move.articles.push_back(first);
  }
}

Move FollowIntent(const Intent& intent, const index::SearchResult& found,
                  const kb::Thresholds& thresholds, const Conversation& before) {
  Move move;
  move.decision = Decide(&intent, found, thresholds);
  move.say = intent.say;
  if (move.decision != Decision::kHandoff) return move;
  if (before.asked.empty()) {
    move.say = phrase::kDescribe;  // there is nothing that a request could say
    return move;
  }
  move.draft = Move::Part::kYes;
  const bool seeks_way =
      intent.act == kb::IntentAct::kHandoff && intent.guard == kb::IntentRule::Guard::kNo;
  if (seeks_way) OfferAnswer(found, thresholds, before, move);
  return move;
}

// Names what is said by its words and articles. Small talk, guards and what is not ours may be said again, and
// the same rule about another matter.
std::string NameOf(const Move& move, const Event& event) {
  const bool free = move.decision == Decision::kSmalltalk || move.decision == Decision::kHandoff ||
                    move.decision == Decision::kStatus || move.say == phrase::kUnreadable ||
                    IsGuarded(event) || IsAbout(event, kb::IntentAct::kOutside);
  if (free) return {};
  std::string name(DecisionName(move.decision));
  name += " " + move.say;
  if (move.decision == Decision::kPolicy) {
    for (Date day : event.days) name += " " + FormatDate(day);
  }
  if (IsOwnMatter(event)) name += " " + Redact(event.query).text;
  for (const index::ArticleInfo& article : move.articles) name += " " + article.id;
  if (move.judged == Move::Part::kNo) return name;
  for (const auto& [fact, value] : event.facts) name += " " + fact + "=" + value.value;
  return name;
}

std::optional<Move> InsteadOfRepeating(const Move& move, const std::string& name,
                                       const Conversation& before) {
  const bool missed_again = move.decision == Decision::kAbstain && move.draft == Move::Part::kYes &&
                            before.misses + 1 >= kMissesBeforeHandoff;
  if (missed_again) return DraftMove(std::string(phrase::kMissedAgain));
  if (!name.empty() && name == before.last_said) {
    return DraftMove(std::string(phrase::kSaidBefore));
  }
  return std::nullopt;
}

index::ArticleInfo InfoOf(const ShownArticle& article) {
  index::ArticleInfo info;
  info.id = article.id;
  info.title = article.title;
  return info;
}

}  // namespace

Event Interpret(const Conversation& before, const Question& question, const Signals& signals) {
  Event event;
  event.query = question.text;
  event.days = signals.days;
  const Intent* intent = signals.intent;
  const bool guarded = intent && intent->guard == kb::IntentRule::Guard::kYes;
  // Whoever asks what it costs is told so; other facts only refine what is asked about the policy, and "da" and
  // "lahko pomagate" are small talk only by themselves.
  const bool asks_cost = signals.support_case.asks == Case::Asks::kCost;
  const bool talks = !intent || intent->act == kb::IntentAct::kSmalltalk;
  const bool policy = intent && intent->act == kb::IntentAct::kPolicy;
  // Who wants an answer to a filed request when nobody works asks for more than its state.
  const bool wants_now = signals.support_case.asks == Case::Asks::kHelp &&
                         signals.support_case.facts.contains("outside_hours");
  const bool judges =
      signals.matter == Matter::kCase && (talks || policy || asks_cost || wants_now);
  // "Je to brezplačno?" asks so of the matter that was spoken of.
  const bool points = signals.reference == Reference::kFollowUp && !before.subject.empty();
  const bool asks_cost_of_it = !intent && asks_cost && points;
  const auto told = signals.support_case.facts.find(before.open_fact);
  const bool answers_fact = talks && told != signals.support_case.facts.end();
  const bool tells_case = judges || answers_fact || asks_cost_of_it;
  if (!guarded && signals.chosen) {
    event.kind = Event::Kind::kChoice;
    event.chosen = signals.chosen;
  } else if (!guarded && tells_case) {
    event.kind = Event::Kind::kCase;
    event.facts = signals.support_case.facts;
  } else if (intent) {
    event.kind = Event::Kind::kIntent;
    event.intent = intent;
  } else if (points) {
    event.kind = Event::Kind::kFollowUp;
    event.query = before.subject + " " + question.text;
  }
  return event;
}

bool StandsAlone(const Conversation& before, const index::SearchResult& together,
                 const index::SearchResult& alone, const kb::Thresholds& thresholds) {
  if (together.hits.empty() || !Holds(before.shown, together.hits.front().article.id)) return false;
  return Decide(nullptr, alone, thresholds) == Decision::kAnswer &&
         !Holds(before.shown, alone.hits.front().article.id);
}

namespace {

Move MoveFor(const Event& event, const index::SearchResult& found, const kb::Thresholds& thresholds,
             const Conversation& before) {
  switch (event.kind) {
    case Event::Kind::kQuestion:
    case Event::Kind::kFollowUp:
      return AnswerSearch(found, thresholds);
    case Event::Kind::kChoice: {
      Move move;
      move.decision = Decision::kAnswer;
      move.articles = {*event.chosen};
      return move;
    }
    case Event::Kind::kCase: {
      Move move;
      move.decision = Decision::kPolicy;
      move.judged = Move::Part::kYes;
      return move;
    }
    case Event::Kind::kIntent:
      return FollowIntent(*event.intent, found, thresholds, before);
  }
  return {};
}

bool HasOwnMatter(const Event& event, const index::SearchResult& found) {
  const bool own = event.kind == Event::Kind::kQuestion || IsOwnMatter(event);
  return own && !found.terms.empty();
}

// What the episode was before the message is answered.
Conversation EpisodeOf(const Conversation& before, const Event& event,
                       const index::SearchResult& found) {
  const bool other = HasOwnMatter(event, found) && !IsOnSameMatter(before, found);
  return other || IsAbout(event, kb::IntentAct::kRestart) ? NextEpisode(before) : before;
}

}  // namespace

Step Advance(const Conversation& before, const Event& event, const Question& question,
             const index::SearchResult& found, const kb::Thresholds& thresholds) {
  Step step{EpisodeOf(before, event, found), {}};
  Conversation& after = step.after;
  if (HasOwnMatter(event, found)) step.returned = TakeReturned(found, after.past);
  after.context = Redacted(question.context);
  after.open_fact.clear();
  const bool rejects = IsAbout(event, kb::IntentAct::kNotHelpful) && !after.shown.empty();
  if (rejects) after.helped = Conversation::Helped::kNo;
  const bool noted = IsWorthNoting(event, found, after);
  const bool subject = event.kind == Event::Kind::kQuestion || IsOwnMatter(event);
  if (noted && subject) after.subject = Redact(question.text).text;
  if (noted) Note(question, found, after);
  const Facts& told = event.intent ? event.intent->tells : event.facts;
  for (const auto& [fact, value] : told) after.facts.insert_or_assign(fact, value);

  step.move = MoveFor(event, found, thresholds, after);
  const std::string name = NameOf(step.move, event);
  if (auto instead = InsteadOfRepeating(step.move, name, before)) {
    step.move = *std::move(instead);
    if (!noted) Note(question, found, after);
  }
  const bool missed =
      step.move.say == phrase::kNothingFound || step.move.say == phrase::kMissedAgain;
  after.misses = missed                               ? before.misses + 1
                 : event.kind == Event::Kind::kIntent ? before.misses
                                                      : 0;
  after.last_said = name;

  MarkShown(step.move.articles, after);
  const bool searched =
      event.kind == Event::Kind::kQuestion || event.kind == Event::Kind::kFollowUp;
  if (searched && step.move.decision != Decision::kAbstain) KeepFurther(found, thresholds, after);
  const bool offers_rest =
      step.move.say == phrase::kSaidBefore || IsAbout(event, kb::IntentAct::kNotHelpful);
  if (offers_rest) {
    for (const ShownArticle& article : Related(after)) {
      step.move.articles.push_back(InfoOf(article));
    }
    MarkShown(step.move.articles, after);
  }
  return step;
}

}  // namespace pomocnik::bot
