#include "kb/import/import_report.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "kb/import/json.h"

namespace pomocnik::kb {
namespace {

constexpr std::array<std::string_view, 3> kOutcomes = {"imported", "failed", "shrunk"};

std::string Seconds(double seconds) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f s", seconds);
  return text;
}

std::string More(std::size_t count, std::size_t most) {
  return count > most ? "  … and " + std::to_string(count - most) + " more\n" : std::string();
}

std::string Indented(std::string_view lines) {
  std::string text;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size() - 1);
    text.append("      ").append(lines.substr(0, end + 1));
    lines.remove_prefix(end + 1);
  }
  if (!text.empty() && text.back() != '\n') text += '\n';
  return text;
}

// What was recognised with less than this confidence is worth a look.
constexpr double kSure = 0.5;

std::string FormatGuesses(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : findings) {
    if (finding.confidence >= kSure) continue;
    text += "      ? " + finding.field + " '" + finding.value + "': " + finding.evidence + "\n";
  }
  return text;
}

std::string FormatArticles(std::string_view sign, const std::vector<ReportedArticle>& articles,
                           std::size_t most) {
  std::string text;
  for (std::size_t i = 0; i < std::min(most, articles.size()); ++i) {
    const ReportedArticle& article = articles[i];
    text.append("  ").append(sign).append(" ").append(article.id);
    text.append("  ").append(article.title).append("\n").append(Indented(article.diff));
    text.append(FormatGuesses(article.findings));
  }
  return text + More(articles.size(), most);
}

std::string FormatDiagnostics(const Diagnostics& diagnostics, Severity severity, std::size_t most) {
  std::string text;
  std::size_t count = 0;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity != severity || ++count > most) continue;
    text += "  " + FormatDiagnostic(diagnostic) + "\n";
  }
  return text + More(count, most);
}

std::string FormatSource(const SourceReport& source, std::size_t most) {
  std::string text = source.source + ": ";
  if (source.outcome != SourceOutcome::kImported) {
    text += source.outcome == SourceOutcome::kFailed ? "FAILED: " : "REFUSED: ";
    text += source.error + "; its " + std::to_string(source.articles) + " articles stay\n";
  } else {
    text += std::to_string(source.articles) + " articles of " + std::to_string(source.documents) +
            " documents: " + std::to_string(source.added.size()) + " added, " +
            std::to_string(source.changed.size()) + " changed, " +
            std::to_string(source.removed.size()) + " removed; " +
            std::to_string(source.CountOf(Severity::kWarning)) + " warnings, " +
            std::to_string(source.CountOf(Severity::kError)) + " refused; " +
            Seconds(source.seconds) + "\n";
  }
  text += FormatArticles("+", source.added, most);
  text += FormatArticles("~", source.changed, most);
  text += FormatArticles("-", source.removed, most);
  text += FormatDiagnostics(source.diagnostics, Severity::kError, most);
  return text + FormatDiagnostics(source.diagnostics, Severity::kWarning, most);
}

nlohmann::json Articles(const std::vector<ReportedArticle>& articles) {
  nlohmann::json list = nlohmann::json::array();
  for (const ReportedArticle& article : articles) {
    list.push_back({{"id", article.id}, {"title", article.title}, {"address", article.address}});
    if (!article.diff.empty()) list.back()["diff"] = article.diff;
    if (!article.findings.empty()) list.back()["recognised"] = json::Write(article.findings);
  }
  return list;
}

nlohmann::json SourceJson(const SourceReport& source) {
  return {{"source", source.source},
          {"outcome", OutcomeName(source.outcome)},
          {"error", source.error},
          {"documents", source.documents},
          {"articles", source.articles},
          {"added", Articles(source.added)},
          {"changed", Articles(source.changed)},
          {"removed", Articles(source.removed)},
          {"warned", source.CountOf(Severity::kWarning)},
          {"refused", source.CountOf(Severity::kError)},
          {"diagnostics", json::Write(source.diagnostics)},
          {"seconds", source.seconds}};
}

}  // namespace

std::string_view OutcomeName(SourceOutcome outcome) {
  return kOutcomes[static_cast<std::size_t>(outcome)];
}

std::optional<SourceOutcome> ParseOutcome(std::string_view name) {
  const auto found = std::find(kOutcomes.begin(), kOutcomes.end(), name);
  if (found == kOutcomes.end()) return std::nullopt;
  return static_cast<SourceOutcome>(found - kOutcomes.begin());
}

std::size_t SourceReport::CountOf(Severity severity) const {
  return static_cast<std::size_t>(
      std::count_if(diagnostics.begin(), diagnostics.end(),
                    [severity](const Diagnostic& each) { return each.severity == severity; }));
}

bool SourceReport::HasChanges() const {
  return !added.empty() || !changed.empty() || !removed.empty();
}

bool ImportReport::IsWell() const {
  return error.empty() && std::all_of(sources.begin(), sources.end(), [](const auto& source) {
           return source.outcome == SourceOutcome::kImported;
         });
}

std::string FormatReport(const ImportReport& report, std::size_t most) {
  std::string text;
  for (const SourceReport& source : report.sources) text += FormatSource(source, most);
  if (!report.merged.empty()) {
    text += "copies: " + std::to_string(report.merged.size()) + " articles lead to another one\n";
    for (std::size_t i = 0; i < std::min(most, report.merged.size()); ++i) {
      const ReportedCopy& copy = report.merged[i];
      text += "  = " + copy.copy + " (" + copy.source + ") is " + copy.id + ": " + copy.why + "\n";
    }
    text += More(report.merged.size(), most);
  }
  if (report.is_dry_run) {
    text += "Nothing was changed: this was a dry run.\n";
  } else if (!report.error.empty()) {
    text += "No index was made: " + report.error + "\n";
  } else if (!report.version.empty()) {
    text +=
        "Index " + report.version + "; a running `pomocnik serve` takes it up within a second.\n";
  }
  return text;
}

std::string WriteReportJson(const ImportReport& report) {
  nlohmann::json sources = nlohmann::json::array();
  for (const SourceReport& source : report.sources) sources.push_back(SourceJson(source));
  nlohmann::json merged = nlohmann::json::array();
  for (const ReportedCopy& copy : report.merged) {
    merged.push_back(
        {{"id", copy.id}, {"copy", copy.copy}, {"source", copy.source}, {"why", copy.why}});
  }
  return json::Dump({{"sources", std::move(sources)},
                     {"merged", std::move(merged)},
                     {"version", report.version},
                     {"error", report.error},
                     {"dryRun", report.is_dry_run},
                     {"seconds", report.seconds}}) +
         "\n";
}

}  // namespace pomocnik::kb
