// Answering many questions from a file: JSON lines in, JSON lines out.
#pragma once

#include <functional>
#include <iosfwd>
#include <string>

#include "base/result.h"
#include "bot/dialogue/reply.h"

namespace pomocnik::bot::commands {

using Ask = std::function<Result<Answer>(const Question&)>;

enum class BatchOutcome { kAllAnswered, kSomeFailed };

// Reads lines {"id", "text", "lang"?, "context"?: {"app", "screen", "module", "version"}} and writes for
// each {"id", "decision", "articles" (ids of the candidates, best first), "confidence", "verdict" or null,
// "rules", "micros" (time of the answer)}. A line that is wrong is told on `errors` with its number, and
// the others go on. Empty lines are passed over.
BatchOutcome AnswerBatch(std::istream& questions, std::ostream& answers, std::ostream& errors,
                         const Ask& ask);

}  // namespace pomocnik::bot::commands
