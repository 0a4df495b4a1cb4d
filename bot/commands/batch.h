// Answering many questions from a file: JSON lines in, JSON lines out.
#pragma once

#include <chrono>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

#include "base/result.h"
#include "bot/dialogue/answer.h"
#include "bot/eval/scores.h"

namespace pomocnik::bot::commands {

// One line of the answers, without its line break: {"id", "decision", "articles" (ids of the candidates, best
// first), "confidence", "verdict" or null, "rules", "micros" (time of the answer)}.
std::string FormatBatchLine(const std::string& id, const Answer& answer,
                            std::chrono::microseconds took);

// Reads such lines back, by id; without features. kInvalidArgument with the number of a line that is not one.
Result<eval::Outcomes> ParseBatchLines(std::string_view lines);

using Ask = std::function<Result<Answer>(const Question&)>;

enum class BatchOutcome { kAllAnswered, kSomeFailed };

// Reads lines {"id", "text", "lang"?, "context"?: {"app", "screen", "module", "version"}} and writes a line
// for each. A line that is wrong is told on `errors` with its number, and the others go on. Empty lines are
// passed over.
BatchOutcome AnswerBatch(std::istream& questions, std::ostream& answers, std::ostream& errors,
                         const Ask& ask);

}  // namespace pomocnik::bot::commands
