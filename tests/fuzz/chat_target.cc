// The JSON bodies of POST /api/v1/chat and /api/v1/feedback. Input: the body.
#include <nlohmann/json.hpp>

#include "bot/http/chat_api.h"
#include "bot/http/json_object.h"
#include "bot/http/json_text.h"
#include "tests/fuzz/target.h"

namespace pomocnik::fuzz {
namespace {

using bot::http::ChatRequest;
using bot::http::FeedbackRequest;

void CheckText(const std::string& text, std::size_t limit) {
  Require(IsValidUtf8(text), "accepted text is UTF-8");
  Require(text.find('\0') == std::string::npos, "accepted text holds no NUL");
  Require(CountCodePoints(text) <= limit, "accepted text is within its limit");
}

std::string Write(const ChatRequest& request) {
  const auto& context = request.context;
  return bot::http::Dump({{"message", request.message},
                          {"key", request.key},
                          {"conversation", bot::http::TextOrNull(request.conversation)},
                          {"lang", bot::http::TextOrNull(request.lang)},
                          {"literal", request.reading == index::Reading::kLiteral},
                          {"context",
                           {{"channel", context.channel},
                            {"app", context.app},
                            {"screen", context.screen},
                            {"module", context.module},
                            {"version", context.version}}}});
}

void CheckChat(std::string_view body) {
  ChatRequest request;
  if (bot::http::ReadChatRequest(body, request)) return;
  Require(!request.message.empty() && request.key.size() >= 8, "what is required is there");
  CheckText(request.message, 2000);
  CheckText(request.key, 100);
  CheckText(request.conversation, 64);
  CheckText(request.lang, 2);
  CheckText(request.context.channel, 20);
  for (const auto* field : {&request.context.app, &request.context.screen, &request.context.module,
                            &request.context.version}) {
    CheckText(*field, 100);
  }

  const std::string written = Write(request);
  ChatRequest again;
  Require(!bot::http::ReadChatRequest(written, again), "what was accepted is accepted again");
  Require(Write(again) == written, "writing and reading changes nothing");

  bot::Reply reply;
  reply.lang = request.lang;
  reply.blocks = {{kb::Paragraph{{{request.message, kb::Span::Style::kStrong, ""}}}},
                  {kb::Callout{kb::Callout::Tone::kNote, request.context.app, {}}}};
  reply.handoff = {.portal_url = "",
                   .label = request.context.module,
                   .draft = bot::Draft{"", request.message, request.choice, ""}};
  const auto header = bot::TurnHeader{request.conversation, "", request.key};
  Require(nlohmann::json::accept(bot::http::WriteChatReply(header, reply)), "a reply is JSON");
}

void CheckFeedback(std::string_view body) {
  FeedbackRequest request;
  if (bot::http::ReadFeedbackRequest(body, request)) return;
  Require(!request.turn.empty(), "a vote names its turn");
  CheckText(request.turn, 64);
  CheckText(request.reason, 500);
}

// The largest number of brackets open at once and of values, counted on any JSON.
void CheckLimits(std::string_view body) {
  if (!bot::http::JsonObject::Parse(body)) return;
  Require(body.size() <= 64 * 1024, "no document above 64 KiB is accepted");
  int depth = 0;
  int deepest = 0;
  int commas = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < body.size(); ++i) {
    if (in_string && body[i] == '\\') {
      ++i;
    } else if (body[i] == '"') {
      in_string = !in_string;
    } else if (!in_string) {
      depth += body[i] == '{' || body[i] == '[' ? 1 : 0;
      depth -= body[i] == '}' || body[i] == ']' ? 1 : 0;
      commas += body[i] == ',' ? 1 : 0;
      deepest = std::max(deepest, depth);
    }
  }
  Require(deepest <= 32, "no document deeper than 32 is accepted");
  Require(commas < 200, "no document of more than 200 values is accepted");
}

}  // namespace

void RunInput(std::string_view input) {
  CheckLimits(input);
  CheckChat(input);
  CheckFeedback(input);
}

}  // namespace pomocnik::fuzz
