#include "bot/handoff/draft.h"

#include "base/utf8.h"
#include "bot/privacy/redaction.h"

namespace pomocnik::bot {
namespace {

constexpr std::size_t kSubjectLimit = 80;     // code points
constexpr std::size_t kQuestionLimit = 1500;  // leaves room below the portal's 2,000

// The beginning of the text in one line, cut between words.
std::string Subject(std::string_view text) {
  std::string line;
  for (char c : text) {
    bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  std::string_view start = TruncateCodePoints(line, kSubjectLimit);
  if (start.size() == line.size()) return line;
  std::size_t word_end = start.rfind(' ');
  if (word_end != std::string_view::npos && word_end > 0) start = start.substr(0, word_end);
  return std::string(start) + " …";
}

}  // namespace

std::string WriteDraft(const Question& question, const Phrases& phrases, std::string_view lang) {
  std::string asked = Redact(question.text).text;
  std::string draft = phrases.Format(phrase::kDraftSubject, lang, {{"value", Subject(asked)}}) +
                      "\n\n" + phrases.Format(phrase::kDraftQuestion, lang) + "\n" +
                      std::string(TruncateCodePoints(asked, kQuestionLimit)) + "\n";
  const std::pair<std::string_view, const std::string&> places[] = {
      {phrase::kDraftApp, question.context.app},
      {phrase::kDraftModule, question.context.module},
      {phrase::kDraftScreen, question.context.screen},
      {phrase::kDraftVersion, question.context.version}};
  std::string where;
  for (const auto& [key, value] : places) {
    if (!value.empty()) where += phrases.Format(key, lang, {{"value", value}}) + "\n";
  }
  return where.empty() ? draft : draft + "\n" + where;
}

}  // namespace pomocnik::bot
