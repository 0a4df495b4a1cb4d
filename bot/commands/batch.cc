#include "bot/commands/batch.h"

#include <algorithm>
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

std::optional<Decision> ParseDecision(std::string_view name) {
  for (Decision decision :
       {Decision::kAnswer, Decision::kChoices, Decision::kAbstain, Decision::kPolicy,
        Decision::kSmalltalk, Decision::kHandoff, Decision::kStatus}) {
    if (DecisionName(decision) == name) return decision;
  }
  return std::nullopt;
}

std::optional<Verdict> ParseVerdict(std::string_view name) {
  for (Verdict verdict : {Verdict::kFree, Verdict::kPaid, Verdict::kNone, Verdict::kDepends}) {
    if (VerdictName(verdict) == name) return verdict;
  }
  return std::nullopt;
}

std::optional<eval::Outcomes::value_type> ParseOutcome(const nlohmann::json& line) {
  auto is_text = [](const nlohmann::json& value) { return value.is_string(); };
  const bool has_members = line.is_object() && line.contains("id") && is_text(line["id"]) &&
                           line.contains("decision") && is_text(line["decision"]) &&
                           line.contains("articles") && line["articles"].is_array() &&
                           std::all_of(line["articles"].begin(), line["articles"].end(), is_text);
  if (!has_members) return std::nullopt;
  eval::Outcome outcome;
  const auto decision = ParseDecision(line["decision"].get<std::string>());
  if (!decision) return std::nullopt;
  outcome.decision = *decision;
  outcome.articles = line["articles"].get<std::vector<std::string>>();
  if (line.contains("confidence") && line["confidence"].is_number()) {
    outcome.confidence = line["confidence"].get<double>();
  }
  if (line.contains("verdict") && is_text(line["verdict"])) {
    outcome.verdict = ParseVerdict(line["verdict"].get<std::string>());
  }
  if (line.contains("micros") && line["micros"].is_number_integer()) {
    outcome.micros = line["micros"].get<std::int64_t>();
  }
  return eval::Outcomes::value_type(line["id"].get<std::string>(), std::move(outcome));
}

Result<std::string> AnswerLine(const std::string& text, const Ask& ask) {
  ASSIGN_OR_RETURN(const BatchLine line, ReadLine(text));
  const auto begin = std::chrono::steady_clock::now();
  ASSIGN_OR_RETURN(const Answer answer, ask(line.question));
  const auto took = std::chrono::steady_clock::now() - begin;
  return FormatBatchLine(line.id, answer,
                         std::chrono::duration_cast<std::chrono::microseconds>(took));
}

}  // namespace

std::string FormatBatchLine(const std::string& id, const Answer& answer,
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

Result<eval::Outcomes> ParseBatchLines(std::string_view lines) {
  eval::Outcomes outcomes;
  for (std::size_t number = 1; !lines.empty(); ++number) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    if (line.empty()) continue;
    auto outcome = ParseOutcome(nlohmann::json::parse(line, nullptr, false));
    if (!outcome) {
      return Error::InvalidArgument("line " + std::to_string(number) +
                                    " is not what `pomocnik ask --batch` writes");
    }
    outcomes.insert(*std::move(outcome));
  }
  return outcomes;
}

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
