#include "bot/commands/batch.h"

#include <chrono>
#include <istream>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>

#include "bot/http/json_object.h"
#include "bot/http/json_text.h"

namespace pomocnik::bot::commands {
namespace {

using http::JsonObject;
using Presence = JsonObject::Presence;

struct BatchLine {
  std::string id;
  Question question;
};

Status ReadOptional(const JsonObject& object, std::string_view name, std::string& value) {
  if (object.ReadString(name, value) != Presence::kWrongType) return {};
  return Error::InvalidArgument(std::string(name) + " is not a string");
}

Status ReadRequired(const JsonObject& object, std::string_view name, std::string& value) {
  if (object.ReadString(name, value) == Presence::kPresent) return {};
  return Error::InvalidArgument(std::string(name) + " is missing or not a string");
}

Result<BatchLine> ReadLine(const std::string& text) {
  const auto object = JsonObject::Parse(text);
  if (!object) return Error::InvalidArgument("not a JSON object");
  BatchLine line;
  RETURN_IF_ERROR(ReadRequired(*object, "id", line.id));
  RETURN_IF_ERROR(ReadRequired(*object, "text", line.question.text));
  RETURN_IF_ERROR(ReadOptional(*object, "lang", line.question.lang));
  JsonObject context;
  if (object->ReadObject("context", context) == Presence::kWrongType) {
    return Error::InvalidArgument("context is not an object");
  }
  RETURN_IF_ERROR(ReadOptional(context, "app", line.question.context.app));
  RETURN_IF_ERROR(ReadOptional(context, "screen", line.question.context.screen));
  RETURN_IF_ERROR(ReadOptional(context, "module", line.question.context.module));
  RETURN_IF_ERROR(ReadOptional(context, "version", line.question.context.version));
  return line;
}

std::string FormatLine(const std::string& id, const Answer& answer,
                       std::chrono::microseconds took) {
  auto articles = nlohmann::ordered_json::array();
  for (const index::Hit& hit : answer.candidates) articles.push_back(hit.article.id);
  const auto& verdict = answer.reply.verdict;
  return http::Dump({{"id", id},
                     {"decision", DecisionName(answer.reply.decision)},
                     {"articles", std::move(articles)},
                     {"confidence", answer.confidence},
                     {"verdict", http::TextOrNull(verdict ? VerdictName(verdict->verdict) : "")},
                     {"rules", verdict ? verdict->rules : std::vector<std::string>()},
                     {"micros", took.count()}});
}

Result<std::string> AnswerLine(const std::string& text, const Ask& ask) {
  ASSIGN_OR_RETURN(const BatchLine line, ReadLine(text));
  const auto begin = std::chrono::steady_clock::now();
  ASSIGN_OR_RETURN(const Answer answer, ask(line.question));
  const auto took = std::chrono::steady_clock::now() - begin;
  return FormatLine(line.id, answer, std::chrono::duration_cast<std::chrono::microseconds>(took));
}

}  // namespace

BatchOutcome AnswerBatch(std::istream& questions, std::ostream& answers, std::ostream& errors,
                         const Ask& ask) {
  auto outcome = BatchOutcome::kAllAnswered;
  std::size_t number = 0;
  for (std::string text; std::getline(questions, text);) {
    ++number;
    if (text.find_first_not_of(" \t\r") == std::string::npos) continue;
    const auto answered = AnswerLine(text, ask);
    if (answered) {
      answers << *answered << '\n';
      continue;
    }
    errors << "line " << number << ": " << answered.error().message << '\n';
    outcome = BatchOutcome::kSomeFailed;
  }
  answers.flush();
  return outcome;
}

}  // namespace pomocnik::bot::commands
