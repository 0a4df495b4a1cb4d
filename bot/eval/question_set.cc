#include "bot/eval/question_set.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <utility>

#include "base/utf8.h"

namespace pomocnik::bot::eval {
namespace {

std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

// Rows of a table with the columns that were asked for, in that order.
class Table {
 public:
  Table(std::string_view name, std::string_view text) : name_(name), lines_(Split(text, '\n')) {
    for (auto& line : lines_) {
      if (line.ends_with('\r')) line.remove_suffix(1);
    }
  }

  Result<std::vector<std::vector<std::string>>> Read(
      const std::vector<std::string_view>& columns) const {
    std::vector<std::vector<std::string>> rows;
    if (lines_.size() == 1 && lines_.front().empty()) return rows;
    ASSIGN_OR_RETURN(const auto places, FindColumns(columns));
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      if (lines_[i].empty()) continue;
      const auto cells = Split(lines_[i], '\t');
      std::vector<std::string> row;
      for (std::size_t column = 0; column < places.size(); ++column) {
        const std::size_t place = places[column];
        if (place >= cells.size() || cells[place].empty() || !IsValidUtf8(cells[place])) {
          return Fail(i, "no " + std::string(columns[column]));
        }
        row.emplace_back(cells[place]);
      }
      row.push_back(std::to_string(i + 1));
      rows.push_back(std::move(row));
    }
    return rows;
  }

  Error Fail(std::size_t line, const std::string& message) const {
    return Error::InvalidArgument(std::string(name_) + ":" + std::to_string(line + 1) + ": " +
                                  message);
  }

 private:
  Result<std::vector<std::size_t>> FindColumns(const std::vector<std::string_view>& columns) const {
    const auto names = Split(lines_.front(), '\t');
    std::vector<std::size_t> places;
    for (std::string_view column : columns) {
      const auto found = std::find(names.begin(), names.end(), column);
      if (found == names.end()) return Fail(0, "no column " + std::string(column));
      places.push_back(static_cast<std::size_t>(found - names.begin()));
    }
    return places;
  }

  std::string_view name_;
  std::vector<std::string_view> lines_;
};

std::optional<OutsideMessage::Kind> ParseKind(std::string_view name) {
  using Kind = OutsideMessage::Kind;
  constexpr std::pair<std::string_view, Kind> kNames[] = {{"offtopic", Kind::kOfftopic},
                                                          {"noise", Kind::kNoise},
                                                          {"legislation", Kind::kLegislation},
                                                          {"service", Kind::kService},
                                                          {"smalltalk", Kind::kSmalltalk}};
  for (const auto& [known, kind] : kNames) {
    if (known == name) return kind;
  }
  return std::nullopt;
}

constexpr std::string_view kQuestionsHead = "qid\tarticle\tstyle\tlang\ttext\n";
constexpr std::string_view kDeskId = "desk-";
constexpr std::string_view kDeskStyle = "desk";

std::vector<std::string_view> ColumnsOf(std::string_view table) {
  std::string_view names = table.substr(0, table.find('\n'));
  if (names.ends_with('\r')) names.remove_suffix(1);
  return Split(names, '\t');
}

// One behind the highest number that an id of this kind has.
std::string NextDeskId(const QuestionSet& set) {
  int last = 0;
  for (const SetQuestion& question : set.questions) {
    if (!question.id.starts_with(kDeskId)) continue;
    const char* begin = question.id.data() + kDeskId.size();
    int number = 0;
    std::from_chars(begin, question.id.data() + question.id.size(), number);
    last = std::max(last, number);
  }
  return std::string(kDeskId) + std::to_string(last + 1) + "-a";
}

// In the order of the table's own columns; "-" in those that are not ours.
std::string Row(std::string_view table, const NewQuestion& question, const std::string& id) {
  std::string row;
  for (std::string_view column : ColumnsOf(table)) {
    std::string_view cell = "-";
    if (column == "qid") cell = id;
    if (column == "article") cell = question.article;
    if (column == "style") cell = kDeskStyle;
    if (column == "lang") cell = question.lang;
    if (column == "text") cell = question.text;
    if (!row.empty()) row += '\t';
    row += cell;
  }
  return row + "\n";
}

// The line as it is, but with the question's article when it has the question's text.
std::string WithArticle(std::string_view table, std::string_view line,
                        const NewQuestion& question) {
  const std::string_view end = line.ends_with('\r') ? "\r" : "";
  const auto columns = ColumnsOf(table);
  const auto cells = Split(line.substr(0, line.size() - end.size()), '\t');
  std::string changed;
  bool is_meant = false;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string_view column = i < columns.size() ? columns[i] : "";
    is_meant = is_meant || (column == "text" && cells[i] == question.text);
    if (i > 0) changed += '\t';
    changed += column == "article" ? std::string_view(question.article) : cells[i];
  }
  return is_meant ? changed.append(end) : std::string(line);
}

}  // namespace

Result<QuestionSet> ParseQuestionSet(const SetTables& tables) {
  QuestionSet set;
  ASSIGN_OR_RETURN(
      auto questions,
      Table("questions.tsv", tables.questions).Read({"qid", "article", "style", "lang", "text"}));
  for (auto& row : questions) {
    const std::string article = row[1] == "-" ? "" : row[1];
    set.questions.push_back({row[0], article, row[2], row[3], row[4]});
  }
  ASSIGN_OR_RETURN(auto outside,
                   Table("outside.tsv", tables.outside).Read({"qid", "kind", "text"}));
  for (auto& row : outside) {
    const auto kind = ParseKind(row[1]);
    if (!kind) {
      return Error::InvalidArgument("outside.tsv:" + row.back() + ": unknown kind " + row[1]);
    }
    set.outside.push_back({row[0], *kind, row[2]});
  }
  ASSIGN_OR_RETURN(auto policy,
                   Table("policy.tsv", tables.policy).Read({"qid", "text", "verdict"}));
  for (auto& row : policy) set.policy.push_back({row[0], row[1], row[2]});

  std::set<std::string_view> seen;
  for (const Asked& asked : AllOf(set)) {
    if (!seen.insert(asked.id).second) {
      return Error::InvalidArgument("the id " + std::string(asked.id) + " repeats");
    }
  }
  return set;
}

Result<std::string> PutQuestion(std::string_view table, const NewQuestion& question) {
  std::string whole(table.empty() ? kQuestionsHead : table);
  if (whole.back() != '\n') whole += '\n';
  ASSIGN_OR_RETURN(const QuestionSet set, ParseQuestionSet({.questions = whole}));
  const bool known =
      std::any_of(set.questions.begin(), set.questions.end(),
                  [&](const SetQuestion& other) { return other.text == question.text; });
  if (!known) return whole + Row(whole, question, NextDeskId(set));
  std::string changed;
  for (std::string_view line : Split(whole.substr(0, whole.size() - 1), '\n')) {
    changed += WithArticle(whole, line, question) + "\n";
  }
  return changed;
}

std::string_view NeedOf(std::string_view id) { return id.substr(0, id.rfind('-')); }

std::vector<Asked> AllOf(const QuestionSet& set) {
  std::vector<Asked> all;
  for (const auto& question : set.questions) all.push_back({question.id, question.text});
  for (const auto& message : set.outside) all.push_back({message.id, message.text});
  for (const auto& question : set.policy) all.push_back({question.id, question.text});
  return all;
}

}  // namespace pomocnik::bot::eval
