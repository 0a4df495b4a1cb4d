// Reads requests out of a table as a portal exports it. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "bot/requests/filed_request.h"

namespace pomocnik::bot {

struct RefusedRow {
  int line = 0;  // of the file, from 1
  std::string reason;
  bool operator==(const RefusedRow&) const = default;
};

struct RequestTable {
  std::vector<FiledRequest> requests;
  std::vector<RefusedRow> refused;
};

// Reads CSV (RFC 4180) with a line of names at the top: number, created, state, closed, solution, text, or številka,
// ustvarjen, stanje, zaprt, rešitev, besedilo; other columns are passed over, and only number and created are needed.
// Commas, semicolons or tabs between cells; UTF-8, or Windows-1250 when it is no UTF-8. Times are those of Slovenia:
// "2026-11-23", "2026-11-23 14:05", "23. 11. 2026 14:05:30", or RFC 3339. Personal data is taken out of the texts.
// kInvalidArgument: no such table, with the line; a single row that is wrong is only refused.
Result<RequestTable> ReadRequestTable(std::string_view bytes);

}  // namespace pomocnik::bot
