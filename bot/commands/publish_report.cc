#include "bot/commands/publish_report.h"

#include <algorithm>

namespace pomocnik::bot::commands {
namespace {

using publishing::ArticleRef;

std::string Numbered(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

void AppendArticles(char sign, const std::vector<ArticleRef>& articles, std::size_t limit,
                    std::string& text) {
  const std::size_t shown = std::min(limit, articles.size());
  for (std::size_t i = 0; i < shown; ++i) {
    text.append("  ").append(1, sign).append(" ").append(articles[i].id);
    text.append("  ").append(articles[i].title).append("\n");
  }
  if (articles.size() == shown) return;
  text.append("  ").append(1, sign).append(" … and ");
  text.append(std::to_string(articles.size() - shown)).append(" more\n");
}

std::string FormatShown(const publishing::Shown& shown) {
  std::string text(DecisionName(shown.decision));
  if (!shown.article.id.empty()) text += " " + shown.article.id;
  return text;
}

void AppendQuestions(const char* label, const std::vector<publishing::QuestionChange>& questions,
                     std::string& text) {
  for (const auto& question : questions) {
    const std::string& expected = question.expected.id;
    text.append("  ").append(label).append("  ").append(question.text);
    text.append("  [").append(question.id).append("]\n        expected ");
    text.append(expected.empty() ? "no article" : expected);
    text.append("; was ").append(FormatShown(question.was));
    text.append("; now ").append(FormatShown(question.now)).append("\n");
  }
}

}  // namespace

std::string FormatCandidate(const publishing::Candidate& candidate, std::size_t limit) {
  const auto& [added, changed, removed] = candidate.changes;
  const auto& [won, lost] = candidate.differences;
  std::string text = "Version " + candidate.version + ", " +
                     Numbered(static_cast<std::size_t>(candidate.articles), "article") + ": " +
                     std::to_string(added.size()) + " added, " + std::to_string(changed.size()) +
                     " changed, " + std::to_string(removed.size()) + " removed";
  text += candidate.against.empty() ? "; the first one\n" : ", against " + candidate.against + "\n";
  AppendArticles('+', added, candidate.against.empty() ? 0 : limit, text);
  AppendArticles('~', changed, limit, text);
  AppendArticles('-', removed, limit, text);
  text += Numbered(candidate.questions, "question") + " asked: " + std::to_string(won.size()) +
          " won, " + std::to_string(lost.size()) + " lost\n";
  AppendQuestions("lost", lost, text);
  if (!candidate.against.empty()) AppendQuestions("won ", won, text);
  return text;
}

std::string FormatVersions(const std::vector<index::KeptVersion>& versions,
                           const std::string& served) {
  std::string text;
  for (const index::KeptVersion& version : versions) {
    text +=
        version.version + "  " + Numbered(static_cast<std::size_t>(version.articles), "article");
    if (version.made_at) text += "  made " + FormatRfc3339(*version.made_at);
    if (version.version == served) text += "  in service";
    if (version.standing == index::KeptVersion::Standing::kWithdrawn) text += "  rolled back";
    text += "\n";
  }
  return text;
}

}  // namespace pomocnik::bot::commands
