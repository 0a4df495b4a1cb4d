// The samples in golden/ are what the server writes and reads; the widget's tests use the same files.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "bot/http/articles_api.h"
#include "bot/http/chat_api.h"
#include "tests/bot/http/golden.h"
#include "tests/bot/http/openapi.h"
#include "tests/support/paragraphs.h"

namespace pomocnik::bot::http {
namespace {

using testing::CheckSample;
using testing::Golden;
using testing::Paragraph;
using testing::PlainParagraph;

using Json = nlohmann::json;
using Style = kb::Span::Style;

index::ArticleInfo Storno() {
  return {.id = "fakt-storno-racuna",
          .title = "Storno računa",
          .module = "Fakturiranje",
          .kind = kb::Kind::kTip,
          .lang = "sl",
          .updated = ParseDate("2026-05-12"),
          .url = "https://example.si/nasveti/storno-racuna"};
}

index::ArticleInfo Journal() {
  return {.id = "dk-storno-temeljnice",
          .title = "Storno temeljnice",
          .module = "Dvostavno knjigovodstvo",
          .kind = kb::Kind::kF1,
          .lang = "sl",
          .updated = std::nullopt,
          .url = ""};
}

TurnHeader Turn(std::string secret) {
  return {.conversation_id = "AAAAAAAAAAAAAAAAAAAAAA",
          .secret = std::move(secret),
          .turn_id = "CCCCCCCCCCCCCCCCCCCCCC",
          .saved = TurnHeader::Saved::kYes};
}

Reply Bare(Decision decision) {
  Reply reply;
  reply.decision = decision;
  reply.handoff = {"https://example.si/portal", "Oddaj zahtevek", std::nullopt};
  return reply;
}

TEST_CASE("an answer is written as its sample says") {
  Reply reply = Bare(Decision::kAnswer);
  reply.blocks = {
      Paragraph({{"Račun stornirate z gumbom ", Style::kPlain, ""},
                 {"Storno", Style::kStrong, ""},
                 {".", Style::kPlain, ""}}),
      {kb::Steps{1,
                 {{{Paragraph({{"Odprite ", Style::kPlain, ""},
                               {"Fakturiranje / Računi", Style::kCode, ""},
                               {".", Style::kPlain, ""}})}},
                  {{Paragraph({{"Označite račun in preberite še ", Style::kPlain, ""},
                               {"popravek računa", Style::kPlain, "article:fakt-popravek-racuna"},
                               {".", Style::kPlain, ""}})}}}}},
      {kb::Callout{kb::Callout::Tone::kImportant,
                   "POMEMBNO",
                   {Paragraph({{"Knjiženega računa ne brišite.", Style::kEmphasis, ""}})}}}};
  reply.citations = {{Storno(), "postopek"}};
  CheckSample(WriteChatReply(Turn("BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB"), reply),
              "chat_reply_answer.json");
}

TEST_CASE("an answer that is held comes with a draft and says so, as its sample does") {
  const Json sample = Json::parse(Golden("chat_reply_held.json"));
  Reply reply = Bare(Decision::kAnswer);
  reply.citations = {{Storno(), "postopek"}};
  reply.handoff.draft = Draft{"P-7K3F9Q", "Storno računa", "Oznaka: P-7K3F9Q", ""};
  reply.held = Reply::Held::kYes;
  Json written =
      Json::parse(WriteChatReply(Turn("BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB"), reply));
  CHECK(written["holdout"] == true);
  written["blocks"] = sample["blocks"];
  CHECK(written == sample);
}

TEST_CASE("choices are written as their sample says") {
  Reply reply = Bare(Decision::kChoices);
  reply.understood = {{{"stornno", "storno"}}, "Razumel sem: stornno → storno.", "Išči zapisano"};
  reply.blocks = {PlainParagraph("Kaj od tega vas zanima?")};
  reply.choices = {{Storno()}, {Journal()}};
  CheckSample(WriteChatReply(Turn(""), reply), "chat_reply_choices.json");
}

TEST_CASE("abstaining without a record is written as its sample says") {
  Reply reply = Bare(Decision::kAbstain);
  reply.lang = "en";
  reply.blocks = {PlainParagraph("I found no article about this.")};
  reply.handoff.label = "File a request";
  reply.handoff.draft = Draft{"P-7K3F9Q", "How do I fly to the Moon?", "Reference: P-7K3F9Q", ""};
  TurnHeader header = Turn("");
  header.saved = TurnHeader::Saved::kNo;
  CheckSample(WriteChatReply(header, reply), "chat_reply_abstain.json");
}

TEST_CASE("a statement of policy is written as its sample says") {
  Reply reply = Bare(Decision::kPolicy);
  reply.blocks = {PlainParagraph("Pravnih mnenj ne dajem.")};
  reply.citations = {{{.id = "pomoc-cena",
                       .title = "Kdaj je pomoč plačljiva",
                       .module = "Pomoč",
                       .kind = kb::Kind::kPolicy,
                       .lang = "sl",
                       .updated = ParseDate("2026-01-01"),
                       .url = ""},
                      ""}};
  reply.verdict = {Verdict::kPaid, {"P5"}, "Zahtevek, na katerega odgovarja pomoč, je plačljiv."};
  reply.verdict->blocks = {PlainParagraph("Od 71 EUR na uro brez DDV."),
                           PlainParagraph("Kaj lahko storite: preberite odgovor tukaj."),
                           PlainParagraph("Pravila podpore veljajo od 1. 1. 2024.")};
  CheckSample(WriteChatReply(Turn(""), reply), "chat_reply_policy.json");
}

kb::Article EveryBlock() {
  kb::Article article;
  article.id = "fakt-storno-racuna";
  article.title = "Storno računa";
  article.module = "Fakturiranje";
  article.kind = kb::Kind::kNewsletter;
  article.updated = ParseDate("2026-05-12");
  article.url = "https://example.si/nasveti/storno-racuna";
  article.valid_from = ParseDate("2026-01-01");
  article.valid_to = ParseDate("2026-12-31");
  article.version_from = "2026.1";
  article.issue = 123;
  const kb::Block nested = {kb::List{{{{PlainParagraph("vgnezdena")}}}}};
  article.blocks = {
      Paragraph({{"Navadno, ", Style::kPlain, ""},
                 {"krepko", Style::kStrong, ""},
                 {" in ", Style::kPlain, ""},
                 {"ležeče", Style::kEmphasis, ""},
                 {"; vpišite ", Style::kPlain, ""},
                 {"DA", Style::kCode, ""},
                 {" in preberite ", Style::kPlain, ""},
                 {"popravek", Style::kPlain, "article:fakt-popravek-racuna"},
                 {" ali ", Style::kPlain, ""},
                 {"pravila", Style::kStrong, "https://example.si/pravila"},
                 {".", Style::kPlain, ""}}),
      {kb::Heading{2, "postopek", {{"Postopek", Style::kPlain, ""}}}},
      {kb::Steps{
          3,
          {{{PlainParagraph("Odprite račun."), {kb::Image{"/media/racun.png", "Odprt račun"}}}},
           {{PlainParagraph("Kliknite Storno.")}}}}},
      {kb::List{{{{PlainParagraph("prva")}}, {{PlainParagraph("druga"), nested}}}}},
      {kb::Table{{{{"Stanje", Style::kPlain, ""}}, {{"Pomen", Style::kPlain, ""}}},
                 {{{{"K", Style::kCode, ""}}, {{"knjižen", Style::kPlain, ""}}},
                  {{{"S", Style::kCode, ""}}, {}}}}},
      {kb::Callout{kb::Callout::Tone::kWarning,
                   "OPOZORILO",
                   {PlainParagraph("Storna ni mogoče razveljaviti.")}}},
      {kb::Code{"SELECT 1 < 2;\n"}},
      {kb::Link{"https://example.si/obrazec.pdf", "Obrazec"}}};
  return article;
}

TEST_CASE("an article with every kind of block is written as its sample says") {
  const index::ArticleInfo related = {.id = "fakt-popravek-racuna",
                                      .title = "Popravek računa",
                                      .module = "Fakturiranje",
                                      .kind = kb::Kind::kTip,
                                      .lang = "sl",
                                      .updated = std::nullopt,
                                      .url = ""};
  const kb::Screen screen = {.app = "icenter",
                             .id = "fakt.racun",
                             .number = 1204,
                             .title = "Račun",
                             .module = "Fakturiranje",
                             .parent = "fakt"};
  CheckSample(WriteArticle({EveryBlock(), {related}, {screen}}), "article.json");
}

TEST_CASE("lists of articles are written as their samples say") {
  CheckSample(WriteSuggestions({{"Fakturiranje", {{"Kako prekličem račun?", Storno()}}},
                                {"Dvostavno knjigovodstvo", {{Journal().title, Journal()}}}}),
              "suggest.json");
  index::SearchResult result;
  result.hits = {{Storno(), 2, {}}, {Journal(), 1, {}}};
  result.terms = {{.word = "stornno", .lemma = "storn", .known = true, .read_as = "storno"},
                  {.word = "knjiži", .lemma = "knjiz", .known = true, .read_as = ""}};
  CheckSample(WriteSearchResults(result), "search.json");
  const kb::Screen screen = {.app = "icenter",
                             .id = "fakt.racun",
                             .number = 1204,
                             .title = "Račun",
                             .module = "Fakturiranje",
                             .parent = "fakt"};
  ScreenHelp help;
  help.topics.match = index::ScreenMatch::kScreen;
  help.topics.screen = screen;
  help.topics.module = screen.module;
  help.topics.articles = {Storno()};
  help.shown = Storno().id;
  CheckSample(WriteScreenHelp(help), "f1_screen.json");
  help.topics.match = index::ScreenMatch::kParent;
  help.topics.form = help.topics.screen;
  help.topics.screen.reset();
  CheckSample(WriteScreenHelp(help), "f1_parent.json");
  ScreenHelp none;
  none.modules = {{"icenter", "Fakturiranje", 31}, {"icenter", "Dvostavno knjigovodstvo", 1}};
  CheckSample(WriteScreenHelp(none), "f1_none.json");
}

TEST_CASE("feedback and refusals are written as their samples say") {
  CheckSample(WriteFeedbackReply(), "feedback_reply.json");
  CheckSample(Refuse({Problem::kEmptyMessage, "message"}, Language::kSlovene).body,
              "error_empty_message.json");
  CheckSample(Refuse({Problem::kNotFound, ""}, Language::kSlovene).body, "error_not_found.json");
}

TEST_CASE("the sample requests are read") {
  ChatRequest chat;
  CHECK_FALSE(ReadChatRequest(Golden("chat_request.json"), chat));
  CHECK(chat.message == "Kako storniram račun?");
  CHECK(chat.key == "c0ffee00-0000-4000-8000-000000000001");
  CHECK(chat.conversation == "AAAAAAAAAAAAAAAAAAAAAA");
  CHECK(chat.lang == "sl");
  CHECK(chat.reading == index::Reading::kLiteral);
  CHECK(chat.context.channel == "f1");
  CHECK(chat.context.app == "icenter");
  CHECK(chat.context.screen == "fakt.racun");
  CHECK(chat.context.module == "Fakturiranje");
  CHECK(chat.context.version == "2026.3");
  FeedbackRequest feedback;
  CHECK_FALSE(ReadFeedbackRequest(Golden("feedback_request.json"), feedback));
  CHECK(feedback.turn == "CCCCCCCCCCCCCCCCCCCCCC");
  CHECK(feedback.helpful == Helpful::kNo);
  CHECK(feedback.reason == "Ni za mojo različico.");
}

TEST_CASE("the samples are what openapi.yaml describes") {
  struct Row {
    const char* file;
    const char* schema;
  };
  const Row rows[] = {
      {"chat_request.json", "ChatRequest"},     {"chat_reply_answer.json", "ChatReply"},
      {"chat_reply_held.json", "ChatReply"},    {"chat_reply_choices.json", "ChatReply"},
      {"chat_reply_abstain.json", "ChatReply"}, {"chat_reply_policy.json", "ChatReply"},
      {"chat_reply_handoff.json", "ChatReply"}, {"draft_request.json", "DraftRequest"},
      {"draft_reply.json", "DraftReply"},       {"draft_event_request.json", "DraftEventRequest"},
      {"events_request.json", "EventsRequest"}, {"article.json", "Article"},
      {"suggest.json", "Suggestions"},          {"search.json", "SearchResults"},
      {"f1_screen.json", "ScreenHelp"},         {"f1_parent.json", "ScreenHelp"},
      {"f1_none.json", "ScreenHelp"},           {"feedback_request.json", "FeedbackRequest"},
      {"feedback_reply.json", "FeedbackReply"}, {"ready.json", "Ready"},
      {"error_empty_message.json", "Error"},    {"error_not_found.json", "Error"},
  };
  const testing::OpenApi api;
  for (const Row& row : rows) CHECK(api.CheckText(row.schema, Golden(row.file)) == "");
}

TEST_CASE("the check against openapi.yaml finds what is wrong") {
  const testing::OpenApi api;
  CHECK(api.Check("Ready", Json{{"index", "a"}}) == "Ready: no articles");
  CHECK(api.Check("Ready", Json{{"index", 1}, {"articles", 1}, {"refused", Json::array()}}) ==
        "Ready.index: wrong type");
  CHECK(api.Check("Lang", Json("de")) == "Lang: not one of the enum");
  CHECK(api.Check("Block", Json{{"type", "poem"}}).starts_with("Block: none of oneOf"));
  CHECK(api.Check("FeedbackReply", Json{{"saved", false}}) == "FeedbackReply.saved: not true");
}

}  // namespace
}  // namespace pomocnik::bot::http
