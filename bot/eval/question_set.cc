#include "bot/eval/question_set.h"

#include <algorithm>
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

std::string_view NeedOf(std::string_view id) { return id.substr(0, id.rfind('-')); }

std::vector<Asked> AllOf(const QuestionSet& set) {
  std::vector<Asked> all;
  for (const auto& question : set.questions) all.push_back({question.id, question.text});
  for (const auto& message : set.outside) all.push_back({message.id, message.text});
  for (const auto& question : set.policy) all.push_back({question.id, question.text});
  return all;
}

}  // namespace pomocnik::bot::eval
