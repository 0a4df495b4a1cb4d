#include "kb/records/records.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "base/csv_rows.h"
#include "kb/charset/charset.h"
#include "kb/records/record.h"
#include "kb/records/record_article.h"

namespace pomocnik::kb::records {
namespace {

using Json = nlohmann::json;

constexpr int kMaxDepth = 3;  // of lists in the object; a record has one

// The text of a file that is fit to be read; otherwise an error, and no text.
std::optional<std::string> TextOf(const SourceDocument& document, ArticleMaker& maker) {
  if (document.bytes.size() > kMaxFileBytes) {
    maker.Fail(0, "the file is larger than 32 MiB");
    return std::nullopt;
  }
  DecodedText decoded = DecodeText(document.bytes, document.charset);
  if (decoded.text.find_first_not_of(" \t\r\n") == std::string::npos) {
    maker.Fail(0, "the file is empty");
    return std::nullopt;
  }
  return std::move(decoded.text);
}

// Appends a value's texts; false when it has something that is no text.
bool AppendTexts(const Json& value, std::vector<std::string>& texts) {
  if (value.is_null()) return true;
  if (value.is_string()) {
    texts.push_back(DecodeText(value.get_ref<const std::string&>(), {}).text);
    return true;
  }
  if (value.is_number() || value.is_boolean()) {
    texts.push_back(value.dump());
    return true;
  }
  if (!value.is_array() || value.size() > kMaxValues) return false;
  return std::all_of(value.begin(), value.end(), [&](const Json& item) {
    return item.is_string() && AppendTexts(item, texts);
  });
}

void AddJsonLine(std::string_view line, int number, ArticleMaker& maker) {
  if (line.size() > kMaxLineBytes) return maker.Fail(number, "the line is longer than 2 MiB");
  const auto is_shallow = [](int depth, Json::parse_event_t, const Json&) {
    return depth <= kMaxDepth;
  };
  const Json object = Json::parse(line, is_shallow, false);
  if (!object.is_object()) return maker.Fail(number, "the line is no object of JSON");
  Record record;
  record.line = number;
  for (const auto& [name, value] : object.items()) {
    const auto field = FieldNamed(name);
    if (!field) {
      maker.WarnOfName(number, DecodeText(name, {}).text);
    } else if (!AppendTexts(value, record[*field])) {
      return maker.Fail(number, "'" + FieldName(*field) + "' must be a text or a list");
    }
  }
  maker.Add(record);
}

// The fields of the columns; absent for a column that is none.
std::vector<std::optional<Field>> ReadHeader(const CsvRow& header, ArticleMaker& maker) {
  std::vector<std::optional<Field>> fields;
  fields.reserve(header.cells.size());
  for (const std::string& name : header.cells) {
    fields.push_back(FieldNamed(name));
    if (!fields.back()) maker.WarnOfName(header.line, name);
  }
  return fields;
}

bool HasField(const std::vector<std::optional<Field>>& fields, Field field) {
  return std::find(fields.begin(), fields.end(), field) != fields.end();
}

Record RecordOf(const CsvRow& row, const std::vector<std::optional<Field>>& fields) {
  Record record;
  record.line = row.line;
  for (std::size_t i = 0; i < std::min(row.cells.size(), fields.size()); ++i) {
    if (fields[i] && !row.cells[i].empty()) record[*fields[i]].push_back(row.cells[i]);
  }
  return record;
}

void AddCsv(std::string_view text, ArticleMaker& maker) {
  const auto rows = ReadCsvRows(text, CsvDelimiterOf(text));
  if (!rows) return maker.Fail(0, rows.error().message);
  if (rows->empty()) return maker.Fail(0, "the file is empty");
  if (rows->size() > kMaxRecords) return maker.Fail(0, "there are more than 20000 records");
  const auto fields = ReadHeader(rows->front(), maker);
  const bool has_name = HasField(fields, Field::kTitle) || HasField(fields, Field::kQuestion);
  if (!has_name || !HasField(fields, Field::kAnswer)) {
    return maker.Fail(rows->front().line,
                      "the first line must name the columns: answer (odgovor) and question "
                      "(vprašanje) or title (naslov) are required");
  }
  for (auto row = rows->begin() + 1; row != rows->end(); ++row) maker.Add(RecordOf(*row, fields));
}

}  // namespace

Imported ReadJsonLines(const SourceDocument& document, const SourceDefaults& defaults) {
  ArticleMaker maker(document, defaults);
  const auto text = TextOf(document, maker);
  std::string_view rest = text ? std::string_view(*text) : std::string_view{};
  std::size_t records = 0;
  for (int line = 1; !rest.empty(); ++line) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view bytes = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (bytes.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    if (++records > kMaxRecords) {
      maker.Fail(line, "there are more than 20000 records; the rest is left out");
      break;
    }
    AddJsonLine(bytes, line, maker);
  }
  return std::move(maker).Finish();
}

Imported ReadCsv(const SourceDocument& document, const SourceDefaults& defaults) {
  ArticleMaker maker(document, defaults);
  if (const auto text = TextOf(document, maker)) AddCsv(*text, maker);
  return std::move(maker).Finish();
}

}  // namespace pomocnik::kb::records
