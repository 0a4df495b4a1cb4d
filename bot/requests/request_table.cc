#include "bot/requests/request_table.h"

#include <unicode/unistr.h>

#include <array>
#include <map>
#include <utility>

#include "base/csv_rows.h"
#include "base/utf8.h"
#include "bot/privacy/redaction.h"
#include "bot/requests/reference.h"
#include "bot/requests/table_time.h"
#include "index/text/folding.h"

namespace pomocnik::bot {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kMaxNameCodePoints = 100;     // of a number, a state
constexpr std::size_t kMaxTextCodePoints = 20'000;  // what is longer is cut off

enum Column { kNumber, kCreated, kState, kClosed, kSolution, kText };
constexpr std::size_t kColumns = 6;
using Places = std::array<std::optional<std::size_t>, kColumns>;

// What the columns are called, folded: without accents, in lower case.
const std::map<std::string_view, Column>& ColumnNames() {
  static const std::map<std::string_view, Column> kNames = {
      {"number", kNumber},   {"stevilka", kNumber},   {"st.", kNumber},
      {"created", kCreated}, {"ustvarjen", kCreated}, {"ustvarjeno", kCreated},
      {"odprt", kCreated},   {"state", kState},       {"status", kState},
      {"stanje", kState},    {"closed", kClosed},     {"zaprt", kClosed},
      {"zaprto", kClosed},   {"solution", kSolution}, {"resitev", kSolution},
      {"text", kText},       {"besedilo", kText},     {"opis", kText}};
  return kNames;
}

std::string ToUtf8(std::string_view bytes) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  if (IsValidUtf8(bytes)) return std::string(bytes);
  std::string text;
  icu::UnicodeString(bytes.data(), static_cast<std::int32_t>(bytes.size()), "windows-1250")
      .toUTF8String(text);
  return text;
}

Result<Places> FindColumns(const CsvRow& header) {
  Places places;
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const auto named = ColumnNames().find(index::Fold(header.cells[i]));
    if (named != ColumnNames().end() && !places[named->second]) places[named->second] = i;
  }
  if (places[kNumber] && places[kCreated]) return places;
  return Error::InvalidArgument(
      "line " + std::to_string(header.line) +
      ": no columns number and created; expected are number, created, state, closed, solution, "
      "text (številka, ustvarjen, stanje, zaprt, rešitev, besedilo)");
}

// One row of the table as a request.
class RowReader {
 public:
  RowReader(const CsvRow& row, const Places& places) : row_(row), places_(places) {}

  // kInvalidArgument: the reason why not.
  Result<FiledRequest> Read() const {
    FiledRequest request;
    request.number = Name(kNumber);
    if (request.number.empty()) return Error::InvalidArgument("it has no number");
    const auto created = ReadTableTime(Cell(kCreated));
    if (!created) return Error::InvalidArgument("created: \"" + Shown(kCreated) + "\" is no time");
    request.created_at = *created;
    if (!Cell(kClosed).empty()) {
      request.closed_at = ReadTableTime(Cell(kClosed));
      if (!request.closed_at) {
        return Error::InvalidArgument("closed: \"" + Shown(kClosed) + "\" is no time");
      }
    }
    request.state = Name(kState);
    request.solution = Text(kSolution);
    request.text = Text(kText);
    request.references = FindReferences(Cell(kText));
    return request;
  }

 private:
  std::string_view Cell(Column column) const {
    const auto& place = places_[column];
    if (!place || *place >= row_.cells.size()) return {};
    return row_.cells[*place];
  }
  std::string Shown(Column column) const {
    return Redact(TruncateCodePoints(Cell(column), kMaxNameCodePoints)).text;
  }
  std::string Name(Column column) const { return Shown(column); }
  std::string Text(Column column) const {
    return Redact(TruncateCodePoints(Cell(column), kMaxTextCodePoints)).text;
  }

  const CsvRow& row_;
  const Places& places_;
};

}  // namespace

Result<RequestTable> ReadRequestTable(std::string_view bytes) {
  const std::string text = ToUtf8(bytes);
  ASSIGN_OR_RETURN(const std::vector<CsvRow> rows, ReadCsvRows(text, CsvDelimiterOf(text)));
  if (rows.empty()) return Error::InvalidArgument("line 1: the file is empty");
  ASSIGN_OR_RETURN(const Places places, FindColumns(rows.front()));
  RequestTable table;
  for (auto row = rows.begin() + 1; row != rows.end(); ++row) {
    auto request = RowReader(*row, places).Read();
    if (request) {
      table.requests.push_back(*std::move(request));
    } else {
      table.refused.push_back({row->line, request.error().message});
    }
  }
  return table;
}

}  // namespace pomocnik::bot
