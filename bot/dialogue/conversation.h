// What a conversation remembers, and how each message moves it on: the state machine of the dialogue. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "bot/dialogue/fact_rules.h"
#include "bot/dialogue/intent.h"
#include "bot/dialogue/reply.h"
#include "bot/eligibility/facts.h"
#include "bot/privacy/redaction.h"
#include "index/search.h"
#include "kb/policy/thresholds.h"

namespace pomocnik::bot {

// An article that the visitor was shown, or may be shown yet.
struct ShownArticle {
  std::string id;
  std::string title;
  bool operator==(const ShownArticle&) const = default;
};

// What is remembered of an episode that has ended: enough to see that a message comes back to its matter.
struct PastEpisode {
  int number = 0;
  std::vector<std::string> terms;     // as in Conversation
  std::vector<std::string> articles;  // ids of those that were shown
  bool operator==(const PastEpisode&) const = default;
};

// A conversation is a row of episodes, each the thread of messages on one matter; the last one is kept here.
// Texts have been through bot/privacy, because a conversation is stored.
struct Conversation {
  int episode = 1;
  std::string subject;  // the last question that stands by itself: what a follow-up continues
  std::vector<std::string> terms;     // classes of the words of the episode's questions
  std::vector<std::string> asked;     // what the visitor wrote on the matter, oldest first
  std::vector<PersonalData> removed;  // what was taken out of `asked`
  std::vector<ShownArticle> shown;    // each once, in the order shown
  std::vector<ShownArticle> further;  // other candidates, best first
  enum class Helped { kUnknown, kNo } helped = Helped::kUnknown;  // what was said of what was shown
  Facts facts;              // of the case, as far as they were told
  std::string lang = "sl";  // of the last reply
  std::string open_fact;    // the fact that the last reply asked for; empty: none
  std::string last_said;    // names what the last reply said, so that it is not said twice in a row
  int misses = 0;           // replies in a row that found nothing
  index::Context context;   // where the last message came from
  std::vector<PastEpisode>
      past;  // the last ones, oldest first, without those that were returned to
};

// What was read in a message by itself.
struct Signals {
  const Intent* intent = nullptr;
  Reference reference = Reference::kNone;
  Case support_case;
  Matter matter = Matter::kNone;
  std::vector<Date> days;                    // that it names
  std::optional<index::ArticleInfo> chosen;  // the article that is picked
};

// A message in view of what was said before.
struct Event {
  enum class Kind {
    kQuestion,
    kFollowUp,  // continues the subject
    kChoice,    // picks an article that was offered
    kCase,      // tells facts of a support case, which are to be judged
    kIntent     // small talk, policy, state of a request, hand-over, restart, "it did not help"
  };

  Kind kind = Kind::kQuestion;
  std::string query;                         // what to search for
  const Intent* intent = nullptr;            // with kIntent
  Facts facts;                               // with kCase: of this message
  std::vector<Date> days;                    // that the message names
  std::optional<index::ArticleInfo> chosen;  // with kChoice
};

// What is to be said. The words are the answerer's.
struct Move {
  enum class Part { kNo, kYes };

  Decision decision = Decision::kAbstain;
  std::string
      say;  // key of a phrase, with a kPolicy intent the id of a topic; empty: as the decision wants
  std::vector<index::ArticleInfo>
      articles;             // with kAnswer the one that is quoted, otherwise offered
  Part judged = Part::kNo;  // the case is judged: the verdict is the reply
  Part draft = Part::kNo;   // a request is drafted, and the verdict stands beside it
};

struct Step {
  Conversation after;
  Move move;
  std::vector<int>
      returned{};  // numbers of the earlier episodes whose matter the message comes back to
};

// What the message is. Guards, choices and facts of a case come before other intents, and these before a
// question. The intent lives as long as its rules. REQUIRES: valid UTF-8.
Event Interpret(const Conversation& before, const Question& question, const Signals& signals);

// Whether what continues a subject is better taken as a question of its own: together with the subject it finds
// what was shown already, and by itself (`alone`) something else for sure.
bool StandsAlone(const Conversation& before, const index::SearchResult& together,
                 const index::SearchResult& alone, const kb::Thresholds& thresholds);

// Moves the conversation on. `found` is what a search for `event.query` found. Whatever is said:
// - the same is never said twice in a row; instead what is left is offered, with a draft;
// - a second miss in a row and "it did not help" lead to a draft, with what was not shown yet beside it;
// - a question on another matter begins a new episode, and a restart does;
// - a return to an earlier episode is told once.
Step Advance(const Conversation& before, const Event& event, const Question& question,
             const index::SearchResult& found, const kb::Thresholds& thresholds);

}  // namespace pomocnik::bot
