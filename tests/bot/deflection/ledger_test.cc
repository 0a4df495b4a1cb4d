#include "bot/deflection/ledger.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "tests/bot/deflection/story.h"

namespace pomocnik::bot::deflection {
namespace {

using testing::Story;

struct Ended {
  EpisodeRecord episode;
  std::vector<Change> changes;
};

Ended Fold(const std::vector<Event>& events, const LedgerRules& rules = {}) {
  Ended ended;
  for (const Event& event : events) {
    if (const auto change = Apply(event, rules, ended.episode)) ended.changes.push_back(*change);
  }
  return ended;
}

Ended Fold(std::string_view line, std::string_view channel = "web",
           std::string_view begin = "2026-11-23T09:00:00Z") {
  return Fold(Story(*ParseRfc3339(begin)).Tell(line, channel));
}

std::string Result(const EpisodeRecord& episode) {
  return std::string(OutcomeName(episode.outcome)) + " " + std::string(ReasonName(episode.reason));
}

TEST_CASE("the outcome of an episode follows from what happened in it") {
  struct Row {
    const char* story;
    const char* result;
  };
  const Row rows[] = {
      // An answer by itself says nothing; read and silent it may have helped; only a vote confirms.
      {"answer", "none unread"},
      {"answer opened", "potential read"},
      {"answer dwell", "potential read"},
      {"answer yes", "confirmed helpful"},
      {"answer opened yes", "confirmed helpful"},
      {"policy dwell", "potential read"},
      {"choices picked opened", "potential read"},
      {"choices picked yes", "confirmed helpful"},
      // Nothing was found, or an offer was not taken up.
      {"abstain", "none not_found"},
      {"choices", "none not_found"},
      {"handoff", "none not_found"},
      {"status", "none not_found"},
      {"abstain yes", "none not_found"},
      {"abstain answer yes", "confirmed helpful"},
      // The last answer is what counts.
      {"answer yes answer", "none unread"},
      {"answer opened answer", "none unread"},
      {"answer yes answer yes", "confirmed helpful"},
      {"answer answer yes:1", "none unread"},
      {"answer answer opened:1", "none unread"},
      {"answer opened=another", "none unread"},
      {"answer yes abstain", "none not_found"},
      {"answer yes choices", "none not_found"},
      {"answer yes smalltalk", "confirmed helpful"},
      {"answer yes status", "confirmed helpful"},
      {"answer yes unreadable", "confirmed helpful"},
      // A vote may be changed, and one beyond the share of its source says nothing.
      {"answer no", "none unhelpful"},
      {"answer opened no", "none unhelpful"},
      {"answer yes no", "none unhelpful"},
      {"answer no yes", "confirmed helpful"},
      {"answer opened yes!", "potential read"},
      {"answer opened no!", "potential read"},
      {"answer yes no!", "confirmed helpful"},
      // A request that was drafted is no success, whatever is said of the answer; a draft that is offered unasked,
      // because nothing was found, is one only when it is used.
      {"answer opened handoff draft", "none drafted"},
      {"answer yes handoff draft", "none drafted"},
      {"handoff draft answer yes", "none drafted"},
      {"abstain draft", "none not_found"},
      {"abstain draft answer yes", "confirmed helpful"},
      {"abstain draft copied", "none drafted"},
      {"abstain draft portal", "none drafted"},
      {"abstain draft copied answer yes", "none drafted"},
      {"answer held opened", "potential read"},
      {"answer held yes", "confirmed helpful"},
      {"answer held copied yes", "none drafted"},
      // A request that was filed goes before everything else.
      {"abstain draft copied filed", "none filed"},
      {"answer yes filed", "none filed"},
      {"answer opened +3d filed", "none filed"},
      {"answer filed yes", "none filed"},
      {"abstain +30d filed", "none filed"},
      // So does a return, where there is something to take back.
      {"answer yes return", "none returned"},
      {"answer opened +1d return", "none returned"},
      {"answer +1d return yes", "none returned"},
      {"answer yes return filed", "none filed"},
      {"abstain return", "none not_found"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.story);
    CHECK(Result(Fold(row.story).episode) == row.result);
  }
}

TEST_CASE("the window runs from the last answer, its end included") {
  for (const std::string back : {"return", "filed"}) {
    CAPTURE(back);
    const std::string lost = back == "return" ? "none returned" : "none filed";
    const auto result = [&](const std::string& story) { return Result(Fold(story).episode); };
    CHECK(result("answer yes +7d " + back) == lost);
    CHECK(result("answer yes +7d +1ms " + back) == "confirmed helpful");
    CHECK(result("answer opened +7d +1ms " + back) == "potential read");
    // A later answer moves the end.
    CHECK(result("answer +1d answer yes +7d " + back) == lost);
    CHECK(result("answer +1d answer yes +7d +1ms " + back) == "confirmed helpful");
    CHECK(result("answer yes +8d " + back + " -2d answer yes") == lost);
    // Of several the first counts, in whichever order they are told.
    CHECK(result("answer yes +8d " + back + " -2d " + back) == lost);
    CHECK(result("answer yes +6d " + back + " +2d " + back) == lost);
  }
  LedgerRules rules;
  rules.window = std::chrono::days(30);
  const auto events = Story(*ParseRfc3339("2026-11-23T09:00:00Z")).Tell("answer yes +30d filed");
  CHECK(Result(Fold(events, rules).episode) == "none filed");
}

TEST_CASE(
    "the window is as long as it says over both changes of the clock, and the day is that of "
    "Slovenia") {
  struct Row {
    const char* begin;
    const char* day;
  };
  const Row rows[] = {
      {"2026-10-24T21:59:59.999Z", "2026-10-24"}, {"2026-10-24T22:00:00Z", "2026-10-25"},
      {"2026-10-25T00:59:59Z", "2026-10-25"},     {"2026-10-25T01:30:00Z", "2026-10-25"},
      {"2026-10-25T22:59:59Z", "2026-10-25"},     {"2026-10-25T23:00:00Z", "2026-10-26"},
      {"2027-03-27T22:59:59Z", "2027-03-27"},     {"2027-03-27T23:00:00Z", "2027-03-28"},
      {"2027-03-28T00:59:59Z", "2027-03-28"},     {"2027-03-28T21:59:59Z", "2027-03-28"},
      {"2027-03-28T22:00:00Z", "2027-03-29"}};
  for (const Row& row : rows) {
    CAPTURE(row.begin);
    CHECK(FormatDate(Fold("answer", "web", row.begin).episode.day) == row.day);
    CHECK(Result(Fold("answer yes +7d filed", "web", row.begin).episode) == "none filed");
    CHECK(Result(Fold("answer yes +7d +1ms filed", "web", row.begin).episode) ==
          "confirmed helpful");
  }
}

TEST_CASE(
    "only episodes with a real question count, and those of tests, staff and excess are apart") {
  struct Row {
    const char* story;
    const char* channel;
    const char* standing;
  };
  const Row rows[] = {
      {"answer", "web", "counted"},
      {"abstain", "f1", "counted"},
      {"status", "web", "counted"},
      {"smalltalk", "web", "greeting"},
      {"smalltalk answer", "web", "counted"},
      {"unreadable", "web", "empty"},
      {"smalltalk unreadable", "web", "empty"},
      {"unreadable answer", "web", "counted"},
      {"answer yes", "test", "test"},
      {"smalltalk", "test", "test"},
      {"answer yes", "staff", "staff"},
      {"answer! yes", "web", "excess"},
      {"answer! answer", "web", "excess"},
      {"answer answer!", "web", "counted"},
      {"smalltalk!", "web", "excess"},
      {"answer!", "test", "test"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.story);
    CHECK(StandingName(Fold(row.story, row.channel).episode.standing) == row.standing);
  }
}

TEST_CASE("an episode remembers where it began and counts its questions and requests") {
  const auto episode = Fold("smalltalk answer unreadable abstain answer +1d filed filed").episode;
  CHECK(episode.conversation_id == "c");
  CHECK(episode.channel == "web");
  CHECK(episode.module == "Plače");
  CHECK(episode.questions == 3);
  CHECK(episode.requests == 2);
  CHECK(episode.article == "a5");
  CHECK(episode.answered());
  CHECK(episode.started_at == *ParseRfc3339("2026-11-23T09:00:00Z"));
  CHECK(episode.events == 7);
}

TEST_CASE("every success that is gained or lost is told, with the reason") {
  const auto changes = Fold("answer opened +1h yes +2d filed").changes;
  const Instant begin = *ParseRfc3339("2026-11-23T09:00:00Z");
  REQUIRE(changes.size() == 3);
  CHECK(changes[0] == Change{begin, Outcome::kNone, Outcome::kPotential, Reason::kRead});
  CHECK(changes[1] == Change{begin + std::chrono::hours(1), Outcome::kPotential,
                             Outcome::kConfirmed, Reason::kHelpful});
  CHECK(changes[2] == Change{begin + std::chrono::hours(49), Outcome::kConfirmed, Outcome::kNone,
                             Reason::kFiled});
  CHECK(Fold("answer yes +8d filed").changes.size() == 1);
  CHECK(Fold("abstain draft copied filed").changes.empty());
  CHECK(Fold("answer yes no yes", "test").changes.empty());
  CHECK(Fold("answer! yes").changes.empty());
}

TEST_CASE("requests and returns may come in any order with what was said before they were known") {
  std::mt19937 random{20261126};
  const std::vector<std::string> words = {"filed", "return", "yes", "no", "opened", "copied"};
  for (int round = 0; round < 200; ++round) {
    Story story(*ParseRfc3339("2026-11-23T09:00:00Z"));
    auto events = story.Tell("answer");
    // At most one vote: of two, the later one is meant to win.
    std::vector<Event> rest;
    bool voted = false;
    for (int i = 0; i < 5; ++i) {
      const std::string& word = words[random() % words.size()];
      const bool vote = word == "yes" || word == "no";
      if (vote && std::exchange(voted, true)) continue;
      const auto told = story.Tell("+" + std::to_string(random() % 4) + "d " + word);
      rest.insert(rest.end(), told.begin(), told.end());
    }
    auto in_order = events;
    in_order.insert(in_order.end(), rest.begin(), rest.end());
    std::shuffle(rest.begin(), rest.end(), random);
    events.insert(events.end(), rest.begin(), rest.end());
    CHECK(Fold(events).episode == Fold(in_order).episode);
  }
}

TEST_CASE("names come back as what they name") {
  for (int i = 0; i < 6; ++i) {
    const auto standing = static_cast<Standing>(i);
    CHECK(ParseStanding(StandingName(standing)) == standing);
  }
  for (int i = 0; i < 3; ++i) {
    const auto outcome = static_cast<Outcome>(i);
    CHECK(ParseOutcome(OutcomeName(outcome)) == outcome);
    const auto vote = static_cast<Vote>(i);
    CHECK(ParseVote(VoteName(vote)) == vote);
  }
  for (int i = 0; i < 8; ++i) {
    const auto reason = static_cast<Reason>(i);
    CHECK(ParseReason(ReasonName(reason)) == reason);
  }
  CHECK_FALSE(ParseReason("maybe"));
}

}  // namespace
}  // namespace pomocnik::bot::deflection
