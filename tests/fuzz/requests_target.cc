// Tables of requests as portals export them. Input: the file's bytes.
#include <algorithm>

#include "bot/privacy/redaction.h"
#include "bot/requests/request_table.h"
#include "tests/fuzz/target.h"

namespace pomocnik::fuzz {
namespace {

void CheckText(const std::string& text) {
  Require(IsValidUtf8(text), "what is read is UTF-8");
  Require(bot::Redact(text).found.empty(), "no personal data is kept");
}

}  // namespace

void RunInput(std::string_view input) {
  const auto table = bot::ReadRequestTable(input);
  if (!table) {
    Require(table.error().code == ErrorCode::kInvalidArgument,
            "a wrong file is the caller's fault");
    Require(table.error().message.starts_with("line "), "the line is told");
    return;
  }
  const auto lines = 1 + std::count(input.begin(), input.end(), '\n');
  Require(static_cast<std::ptrdiff_t>(table->requests.size() + table->refused.size()) < lines,
          "no row comes from nowhere");
  for (const bot::FiledRequest& request : table->requests) {
    Require(!request.number.empty(), "a request has a number");
    CheckText(request.number);
    CheckText(request.state);
    CheckText(request.solution);
    CheckText(request.text);
  }
  for (const bot::RefusedRow& row : table->refused) {
    Require(row.line > 1 && row.line <= lines, "a refused row is in the file, below the names");
    Require(!row.reason.empty(), "the reason is told");
  }
}

}  // namespace pomocnik::fuzz
