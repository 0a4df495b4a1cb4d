#include "bot/store/sqlite_desk_store.h"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>

#include "tests/bot/store/desk_scene.h"

namespace pomocnik::bot {
namespace {

using testing::DeskScene;
using testing::SaidTurn;

const TimeSpan kNovember = {*ParseRfc3339("2026-10-31T23:00:00Z"),
                            *ParseRfc3339("2026-11-30T23:00:00Z")};
const deflection::Period kNovemberDays = {*ParseDate("2026-11-01"), *ParseDate("2026-11-30")};

ConversationQuery Query() {
  ConversationQuery query;
  query.span = kNovember;
  return query;
}

// "c2 c1", the ids of a page.
std::string Ids(const Result<ConversationPage>& page) {
  REQUIRE(page);
  std::string ids;
  for (const auto& conversation : page->conversations) {
    ids += (ids.empty() ? "" : " ") + conversation.id;
  }
  return ids;
}

// Three conversations whose turns lie between each other.
void Fill(DeskScene& scene) {
  scene.Say({"c1", "t1", "2026-11-02T08:00:00Z", "Kako storniram račun?"});
  scene.Say({"c2", "t2", "2026-11-02T08:01:00Z", "Kje je žirafa?", "abstain"});
  scene.Say({.conversation = "c3",
             .id = "t3",
             .at = "2026-11-02T08:02:00Z",
             .question = "DNEVNICE za tujino",
             .article = "pn-dnevnice",
             .channel = "f1",
             .module = "Potni nalogi"});
  scene.Say({"c1", "t4", "2026-11-02T08:03:00Z", "hvala", "smalltalk"});
  scene.Say({"c2", "t5", "2026-11-02T08:04:00Z", "kako storniram zirafo", "abstain"});
}

TEST_CASE("conversations are listed by their newest turn, and no page has one of another") {
  DeskScene scene;
  Fill(scene);
  ConversationQuery query = Query();
  const auto all = scene.store->desk().ListConversations(query);
  CHECK(Ids(all) == "c2 c1 c3");
  CHECK(all->next.empty());
  const ListedConversation& second = all->conversations[1];
  CHECK(second.started_at == *ParseRfc3339("2026-11-02T08:00:00Z"));
  CHECK(second.last_at == *ParseRfc3339("2026-11-02T08:03:00Z"));
  CHECK(second.channel == "web");
  CHECK(second.turns == 2);
  CHECK(second.first_question == "Kako storniram račun?");
  CHECK(second.decision == "smalltalk");

  query.limit = 1;
  std::string pages;
  for (int i = 0; i < 4; ++i) {
    const auto page = scene.store->desk().ListConversations(query);
    pages += Ids(page) + ";";
    query.after = page->next;
    if (query.after.empty()) break;
  }
  CHECK(pages == "c2;c1;c3;");
}

TEST_CASE("conversations are found by words in any place, and by what they were about") {
  DeskScene scene;
  Fill(scene);
  struct Row {
    const char* what;
    std::string ConversationQuery::*field;
    const char* value;
    const char* found;
  };
  const Row rows[] = {
      {"a word without diacritics", &ConversationQuery::words, "zirafa", "c2"},
      {"a part of a word", &ConversationQuery::words, "stornir", "c2 c1"},
      {"capital letters in the question", &ConversationQuery::words, "dnevnice", "c3"},
      {"two words in any order", &ConversationQuery::words, "racun storniram", "c1"},
      {"more words than a statement takes", &ConversationQuery::words, "a e i o u racun", ""},
      {"nothing that was asked", &ConversationQuery::words, "traktor", ""},
      {"what would be a pattern", &ConversationQuery::words, "%", ""},
      {"decision", &ConversationQuery::decision, "smalltalk", "c1"},
      {"channel", &ConversationQuery::channel, "f1", "c3"},
      {"module", &ConversationQuery::module, "Potni nalogi", "c3"},
      {"article", &ConversationQuery::article, "storno-racuna", "c1"},
      {"outcome", &ConversationQuery::outcome, "confirmed", ""},
      {"no outcome", &ConversationQuery::outcome, "none", "c2 c1 c3"},
      {"a place that is none", &ConversationQuery::after, "zdaj", "c2 c1 c3"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    ConversationQuery query = Query();
    query.*row.field = row.value;
    CHECK(Ids(scene.store->desk().ListConversations(query)) == row.found);
  }
  ConversationQuery both = Query();
  both.words = "storniram";
  both.decision = "abstain";
  CHECK(Ids(scene.store->desk().ListConversations(both)) == "c2");
  ConversationQuery later = Query();
  later.span.from = *ParseRfc3339("2026-11-02T08:04:00Z");
  CHECK(Ids(scene.store->desk().ListConversations(later)) == "c2");
  later.span.before = later.span.from;
  CHECK(Ids(scene.store->desk().ListConversations(later)) == "");
}

TEST_CASE("questions are unanswered when nothing was found or the answer was of no use") {
  DeskScene scene;
  Fill(scene);
  scene.Say({.conversation = "c4",
             .id = "t6",
             .at = "2026-11-03T08:00:00Z",
             .question = "poskus",
             .decision = "abstain",
             .channel = "test"});
  scene.Vote("t1", Helpful::kNo);
  scene.Vote("t2", Helpful::kNo);
  scene.Vote("t3", Helpful::kYes);
  const auto turns = scene.store->desk().ListUnanswered(kNovember, 100);
  REQUIRE(turns);
  REQUIRE(turns->size() == 3);
  const UnansweredTurn& disliked = (*turns)[0];
  CHECK(disliked.question == "Kako storniram račun?");
  CHECK(disliked.vote == UnansweredTurn::Vote::kUnhelpful);
  CHECK(disliked.article == "storno-racuna");
  CHECK(disliked.candidates == "storno-racuna,dobropis");
  CHECK(disliked.module == "Fakturiranje");
  CHECK(disliked.index_version == "20261123-090000");
  CHECK((*turns)[1].question == "Kje je žirafa?");
  CHECK((*turns)[1].vote == UnansweredTurn::Vote::kNone);
  CHECK((*turns)[2].question == "kako storniram zirafo");
  const auto newest = scene.store->desk().ListUnanswered(kNovember, 1);
  REQUIRE(newest);
  REQUIRE(newest->size() == 1);
  CHECK(newest->front().question == "kako storniram zirafo");
}

TEST_CASE("what is decided on a gap replaces what was decided before") {
  DeskScene scene;
  const Instant noon = *ParseRfc3339("2026-11-23T12:00:00Z");
  DeskStore& desk = scene.store->desk();
  REQUIRE(desk.MarkGap({"etiket.polic", "out_of_scope", noon, "ana"}));
  REQUIRE(desk.MarkGap({"avans", "out_of_scope", noon, "ana"}));
  REQUIRE(desk.MarkGap({"avans", "open", noon, "bor"}));
  CHECK(*desk.ListGapMarks() ==
        std::vector<GapMark>{{"avans", "open", noon, "bor"},
                             {"etiket.polic", "out_of_scope", noon, "ana"}});
}

TEST_CASE("what happened to an article is summed over the period") {
  DeskScene scene;
  scene.Execute(
      "INSERT INTO article_day VALUES ('2026-10-31', 'a', 1, 1, 1, 1, 1), ('2026-11-01', 'a', 5, "
      "4, 3, 2, 1),"
      " ('2026-11-30', 'a', 10, 10, 10, 10, 10), ('2026-11-30', 'b', 1, 0, 0, 0, 0),"
      " ('2026-12-01', 'b', 9, 9, 9, 9, 9)");
  const auto counts = scene.store->desk().CountArticles(kNovemberDays);
  REQUIRE(counts);
  CHECK(*counts ==
        std::map<std::string, ArticleCounts>{{"a", {15, 14, 13, 12, 11}}, {"b", {1, 0, 0, 0, 0}}});
}

TEST_CASE("the questions that an article answers most are told as they were last typed") {
  DeskScene scene;
  const char* questions[] = {"Storno računa?", "storno racuna?", "STORNO RAČUNA?",
                             "Preklic",        "preklic",        "drugo"};
  int number = 0;
  for (const char* question : questions) {
    const std::string id = std::to_string(++number);
    scene.Say({"c" + id, "t" + id, "2026-11-02T08:0" + id + ":00Z", question});
  }
  scene.Say({"c9", "t9", "2026-11-02T09:00:00Z", "ni odgovora", "abstain"});
  const auto top = scene.store->desk().ListTopQuestions(kNovember, 2);
  REQUIRE(top);
  CHECK(*top == std::map<std::string, std::vector<std::string>>{
                    {"storno-racuna", {"STORNO RAČUNA?", "preklic"}}});
}

TEST_CASE("a conversation comes whole") {
  DeskScene scene;
  Fill(scene);
  scene.Say({"c1", "t7", "2026-11-02T08:10:00Z", "rad bi oddal", "handoff"}, MakeDraft());
  scene.Vote("t1", Helpful::kYes, "super");
  scene.Execute(
      "INSERT INTO episode_change (conversation_id, episode, at, was, became, reason)"
      " VALUES ('c1', 1, 1795685645000, 'potential', 'none', 'filed')");
  const auto found = scene.store->desk().FindConversation("c1");
  REQUIRE(found);
  REQUIRE(found->has_value());
  const WholeConversation& whole = **found;
  CHECK(whole.channel == "web");
  REQUIRE(whole.turns.size() == 3);
  CHECK(whole.turns[0].turn.question == "Kako storniram račun?");
  CHECK(whole.turns[0].turn.explanation == R"({"rule":"question"})");
  REQUIRE(whole.turns[0].vote);
  CHECK(whole.turns[0].vote->reason == "super");
  CHECK_FALSE(whole.turns[0].draft);
  CHECK(*whole.turns[2].draft == MakeDraft());
  REQUIRE(whole.episodes.size() == 1);
  REQUIRE_FALSE(whole.episodes[0].changes.empty());
  CHECK(whole.episodes[0].changes.back() ==
        OutcomeChange{*ParseRfc3339("2026-11-26T09:34:05Z"), "potential", "none", "filed"});
  CHECK_FALSE(scene.store->desk().FindConversation("neznan")->has_value());
}

TEST_CASE("what was erased is nowhere on the disk, and nothing else is gone") {
  DeskScene scene;
  for (int i = 0; i < 40; ++i) {
    const std::string number = std::to_string(100 + i);
    DraftRecord draft = MakeDraft();
    draft.text = "osnutek sled" + number;
    scene.Say({"c" + number, "t" + number, "2026-11-02T08:00:00Z", "vprašanje sled" + number},
              draft);
    scene.Vote("t" + number, Helpful::kNo, "razlog sled" + number);
  }
  scene.Execute(
      "INSERT INTO request VALUES ('Z-1', 0, 'closed', 0, 'rešitev sled107', 'besedilo sled107', "
      "'P-7', 'c107', 1)");
  for (int i = 1; i < 40; i += 2) {
    REQUIRE(scene.store->desk().EraseConversation("c" + std::to_string(100 + i)));
  }
  for (int i = 0; i < 40; ++i) {
    const std::string number = std::to_string(100 + i);
    CAPTURE(number);
    CHECK((scene.TimesOnDisk("sled" + number) > 0) == (i % 2 == 0));
    CHECK((scene.TimesOnDisk("c" + number) > 0) == (i % 2 == 0));
  }
  for (const char* table : {"event", "episode", "conversation", "turn"}) {
    CAPTURE(table);
    CHECK(scene.Count(std::string("SELECT COUNT(*) FROM ") + table) >= 20);
  }
  CHECK(scene.Count("SELECT COUNT(*) FROM episode WHERE conversation_id = 'c107'") == 0);
  CHECK(scene.Count("SELECT COUNT(*) FROM request WHERE number = 'Z-1' AND text = ''") == 1);
  const Status again = scene.store->desk().EraseConversation("c101");
  REQUIRE_FALSE(again);
  CHECK(again.error().code == ErrorCode::kNotFound);
}

TEST_CASE("somebody who goes on reading the old state is waited for, and then told of") {
  DeskScene scene;
  scene.Say({"c1", "t1", "2026-11-02T08:00:00Z", "sledilo"});
  auto reader =
      *sqlite::Database::Open(StateFile(scene.folder.path().string()), sqlite::OpenMode::kReadOnly);
  {
    auto reading = *reader.Prepare("SELECT question FROM turn");
    REQUIRE(reading.Step());
    const Status erased = scene.store->desk().EraseConversation("c1");
    REQUIRE_FALSE(erased);
    CHECK(erased.error().code == ErrorCode::kUnavailable);
    CHECK_FALSE(scene.store->desk().FindConversation("c1")->has_value());
  }
  CHECK(scene.store->retention().Overwrite());
  CHECK(scene.TimesOnDisk("sledilo") == 0);
}

}  // namespace
}  // namespace pomocnik::bot
