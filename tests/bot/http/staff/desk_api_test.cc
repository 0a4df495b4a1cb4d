// The samples golden/staff_*.json are what the staff desk is written; the tests of its pages use the same files.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "bot/explanation.h"
#include "bot/http/staff/conversations_api.h"
#include "bot/http/staff/gaps_api.h"
#include "bot/http/staff/review_api.h"
#include "tests/bot/http/golden.h"

namespace pomocnik::bot::http {
namespace {

using testing::CheckSample;

using Json = nlohmann::json;

deflection::GapQuestion QuestionOf(std::string text, std::string conversation, const char* at) {
  deflection::GapQuestion question;
  question.text = std::move(text);
  question.conversation = std::move(conversation);
  question.at = *ParseRfc3339(at);
  question.lang = "sl";
  question.decision = "abstain";
  return question;
}

index::ArticleInfo Inventory() {
  return {.id = "msp-inventura",
          .title = "Inventura",
          .module = "Materialno skladiščno poslovanje",
          .kind = kb::Kind::kTip,
          .lang = "sl",
          .updated = ParseDate("2024-03-01"),
          .url = ""};
}

TEST_CASE("gaps are written as their sample says") {
  GapList list;
  list.questions = {
      QuestionOf("Kako natisnem etikete za police?", "AAAAAAAAAAAAAAAAAAAAAA",
                 "2026-11-18T08:30:00Z"),
      QuestionOf("tiskanje etiket za police", "BBBBBBBBBBBBBBBBBBBBBB", "2026-11-24T10:15:00Z"),
      QuestionOf("povezava s spletno trgovino", "CCCCCCCCCCCCCCCCCCCCCC", "2026-11-24T11:00:00Z")};
  ListedGap etikete;
  etikete.gap = {.id = "etiket.polic.tisk",
                 .terms = {"etikete", "police", "natisnem"},
                 .questions = {1, 0},
                 .typical = {0, 1},
                 .episodes = 2,
                 .conversations = 2,
                 .requests = 1,
                 .drafts = 1,
                 .module = "Materialno skladiščno poslovanje",
                 .nearest = "msp-inventura",
                 .trend = {{*ParseDate("2026-11-16"), 1}, {*ParseDate("2026-11-23"), 1}}};
  etikete.nearest = Inventory();
  ListedGap trgovina;
  trgovina.gap.id = "splet.trgovin";
  trgovina.gap.terms = {"spletno", "trgovino"};
  trgovina.gap.questions = {2};
  trgovina.gap.typical = {2};
  trgovina.gap.episodes = trgovina.gap.conversations = 1;
  trgovina.gap.trend = {{*ParseDate("2026-11-16"), 0}, {*ParseDate("2026-11-23"), 1}};
  trgovina.state = deflection::GapState::kOutOfScope;
  list.gaps = {etikete, trgovina};
  CheckSample(WriteGaps(list, 15), "staff_gaps.json", "Gaps");
}

TEST_CASE("articles and screens are written as their samples say") {
  ReviewedArticle article;
  article.article = Inventory();
  article.counts = {.shown = 120, .opened = 45, .helpful = 30, .unhelpful = 12, .requests = 7};
  article.findings = {.conflicts = {"msp-splosno-inventura"},
                      .copies = {"msp-inventura-citalnik"},
                      .dead_links = {"article:msp-stara-inventura"}};
  article.questions = {"Kako naredim inventuro?", "popis zaloge"};
  ReviewedArticle fresh;
  fresh.article = Inventory();
  fresh.article.id = "msp-medskladiscnica";
  fresh.article.title = "Medskladiščnica";
  fresh.article.updated.reset();
  CheckSample(WriteReviewedArticles({article, fresh}, *ParseDate("2026-11-26"), StaleAges{}),
              "staff_articles.json", "ReviewedArticles");
  CheckSample(WriteReviewedScreens({{"icenter", "FAK.Nov", "Nov račun", "Fakturiranje", 34, ""},
                                    {"icenter", "DK.Konto", "Kontni načrt",
                                     "Dvostavno knjigovodstvo", 12, "dk-kontni-nacrt"},
                                    {"", "", "", "", 3, ""}}),
              "staff_screens.json", "ReviewedScreens");
}

TEST_CASE("the list of conversations is written as its sample says") {
  ConversationPage page;
  page.conversations = {{.id = "AAAAAAAAAAAAAAAAAAAAAA",
                         .started_at = *ParseRfc3339("2026-11-24T10:15:00Z"),
                         .last_at = *ParseRfc3339("2026-11-24T10:17:30Z"),
                         .channel = "web",
                         .lang = "sl",
                         .turns = 2,
                         .first_question = "Kako storniram račun?",
                         .decision = "answer",
                         .outcome = "confirmed"},
                        {.id = "BBBBBBBBBBBBBBBBBBBBBB",
                         .started_at = *ParseRfc3339("2026-11-24T09:00:00Z"),
                         .last_at = *ParseRfc3339("2026-11-24T09:00:00Z"),
                         .channel = "f1",
                         .lang = "en",
                         .turns = 1,
                         .first_question = "how do I print shelf labels",
                         .decision = "abstain",
                         .outcome = ""}};
  page.next = "1795510800000-BBBBBBBBBBBBBBBBBBBBBB";
  CheckSample(WriteConversations(page), "staff_conversations.json", "Conversations");
}

Explanation ExplanationOfStorno() {
  using Part = Explanation::Part;
  Explanation explanation;
  explanation.rule = "question";
  explanation.answer_from = 0.7;
  explanation.choices_from = 0.35;
  explanation.terms = {{"storniram", "stornir", 3.219}, {"račun", "racun", 1.386}};
  explanation.hits = {
      {"fakt-storno-racuna",
       "Storno računa",
       12.5,
       {{Part::Kind::kWord, "storniram → stornir (title 1, body 3)", 4.2},
        {Part::Kind::kWord, "racun → racun (title 1, keywords 2)", 1.25},
        {Part::Kind::kFactor, "whole title", 1.3},
        {Part::Kind::kFactor, "age", 0.95}}},
      {"fakt-dobropis", "Dobropis", 4, {{Part::Kind::kWord, "racun → racun (body 2)", 1}}}};
  return explanation;
}

WholeConversation Whole() {
  WholeTurn first;
  first.turn.id = "CCCCCCCCCCCCCCCCCCCCCC";
  first.turn.created_at = *ParseRfc3339("2026-11-24T10:15:00Z");
  first.turn.lang = "sl";
  first.turn.question = "Kako storniram račun? Moj e-naslov je [e-naslov].";
  first.turn.decision = "answer";
  first.turn.confidence = 0.93;
  first.turn.article = "fakt-storno-racuna";
  first.turn.app = "icenter";
  first.turn.screen = "FAK.Racun";
  first.turn.module = "Fakturiranje";
  first.turn.index_version = "20261123T100000Z-0123456789ab";
  first.turn.reply = testing::Golden("chat_reply_answer.json");
  first.turn.explanation = ToJson(ExplanationOfStorno());
  first.vote = FeedbackRecord{.turn_id = first.turn.id,
                              .helpful = Helpful::kNo,
                              .reason = "ni jasno",
                              .created_at = *ParseRfc3339("2026-11-24T10:16:00Z")};
  WholeTurn second;
  second.turn.id = "DDDDDDDDDDDDDDDDDDDDDD";
  second.turn.created_at = *ParseRfc3339("2026-11-24T10:17:30Z");
  second.turn.lang = "sl";
  second.turn.question = "rad bi oddal zahtevek";
  second.turn.decision = "handoff";
  second.turn.verdict = "paid";
  second.draft = DraftRecord{"P-7K3F9Q", "Storno računa", "Oznaka: P-7K3F9Q"};
  WholeConversation whole;
  whole.id = "AAAAAAAAAAAAAAAAAAAAAA";
  whole.started_at = first.turn.created_at;
  whole.channel = "web";
  whole.turns = {first, second};
  whole.episodes = {
      {.number = 1,
       .outcome = "none",
       .reason = "drafted",
       .standing = "counted",
       .changes = {{*ParseRfc3339("2026-11-24T10:17:30Z"), "potential", "none", "drafted"}}}};
  return whole;
}

TEST_CASE("a whole conversation is written as its sample says") {
  CheckSample(WriteConversation(Whole(), Language::kSlovene), "staff_conversation.json",
              "Conversation");
}

TEST_CASE("what the score is made of is told in the language of whoever asks") {
  const auto why = [](Language language) {
    const auto json = Json::parse(WriteConversation(Whole(), language));
    return json["turns"][0]["explanation"]["hits"][0]["why"];
  };
  CHECK(why(Language::kSlovene)[0] == "storniram → stornir (naslov 1, besedilo 3) + 4,20");
  CHECK(why(Language::kEnglish)[0] == "storniram → stornir (title 1, text 3) + 4.20");
  CHECK(why(Language::kEnglish)[3] == "age of the article × 0.95");
  CHECK(why(Language::kCroatian)[3] == "starost članka × 0,95");
}

TEST_CASE("an explanation that cannot be read is none, and so is a reply") {
  WholeConversation whole = Whole();
  whole.turns.resize(1);
  whole.turns[0].turn.explanation = "{";
  whole.turns[0].turn.reply = "\"secret\"";
  const auto turn = Json::parse(WriteConversation(whole, Language::kSlovene))["turns"][0];
  CHECK(turn["explanation"].is_null());
  CHECK(turn["blocks"] == Json::array());
}

TEST_CASE("wrong fields of a request are named") {
  GapStateRequest state;
  struct Row {
    const char* body;
    const char* field;
  };
  for (const Row& row :
       {Row{R"({"state":"open"})", "id"}, Row{R"({"id":"","state":"open"})", "id"},
        Row{R"({"id":"a"})", "state"}, Row{R"({"id":"a","state":"answered"})", "state"},
        Row{R"({"id":1,"state":"open"})", "id"}}) {
    CAPTURE(std::string(row.body));
    const auto refusal = ReadGapStateRequest(row.body, state);
    REQUIRE(refusal);
    CHECK(refusal->field == row.field);
  }
  CHECK_FALSE(ReadGapStateRequest(R"({"id":"a.b","state":"out_of_scope"})", state));
  std::string id;
  for (const char* body : {"{}", R"({"id":""})", R"({"id":"../etc"})", R"({"id":5})"}) {
    CAPTURE(std::string(body));
    const auto refusal = ReadEraseRequest(body, id);
    REQUIRE(refusal);
    CHECK(refusal->field == "id");
  }
}

}  // namespace
}  // namespace pomocnik::bot::http
