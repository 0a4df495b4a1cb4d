#include "bot/conversation_json.h"

#include <doctest/doctest.h>

#include <string>

namespace pomocnik::bot {
namespace {

Conversation WithSomethingEverywhere() {
  Conversation conversation;
  conversation.episode = 3;
  conversation.subject = "Kako storniram račun? \"č\" \\";
  conversation.terms = {"storn", "racun"};
  conversation.asked = {"Kako storniram račun?", "kaj pa za lani"};
  conversation.removed = {PersonalData::kPhone, PersonalData::kToken};
  conversation.shown = {{"fak-dobropis", "Dobropis"}};
  conversation.further = {{"fak-storno", "Storno"}};
  conversation.helped = Conversation::Helped::kNo;
  conversation.facts["minutes"] = {FactValue::State::kOpen, ""};
  conversation.facts["channel"] = {FactValue::State::kKnown, "portal"};
  conversation.open_fact = "minutes";
  conversation.last_said = "answer  fak-dobropis";
  conversation.misses = 1;
  conversation.context = {"icenter", "FAK.Racun", "Fakturiranje", "2026.01"};
  conversation.past = {{1, {"placa", "regres"}, {"plac-regres"}}, {2, {}, {}}};
  return conversation;
}

TEST_CASE("a conversation comes back as it was") {
  const std::string json = ToJson(WithSomethingEverywhere());
  const auto read = ParseConversation(json);
  REQUIRE(read);
  CHECK(ToJson(*read) == json);
  CHECK(read->facts == WithSomethingEverywhere().facts);
  CHECK(read->removed == WithSomethingEverywhere().removed);
  CHECK(read->further == WithSomethingEverywhere().further);
  CHECK(read->helped == Conversation::Helped::kNo);
  CHECK(read->context.version == "2026.01");
  CHECK(read->past == WithSomethingEverywhere().past);
}

TEST_CASE("what an older program did not write is as at the beginning") {
  const auto read = ParseConversation(R"({"episode":2,"unknown":[1]})");
  REQUIRE(read);
  CHECK(read->episode == 2);
  CHECK(read->asked.empty());
}

TEST_CASE("anything else is refused") {
  for (const char* json :
       {"", "[]", "7", "{", R"({"episode":"2"})", R"({"asked":"a"})", R"({"asked":[1]})",
        R"({"shown":[1]})", R"({"removed":[99]})", R"({"removed":[-1]})", R"({"facts":{"a":1}})",
        R"({"context":[]})", R"({"context":{"app":1}})", R"({"past":[1]})",
        R"({"past":[{"terms":1}]})"}) {
    CAPTURE(json);
    const auto read = ParseConversation(json);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::kInvalidArgument);
  }
}

}  // namespace
}  // namespace pomocnik::bot
