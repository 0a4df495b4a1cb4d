#include "kb/import/importers.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "kb/feed/feed.h"
#include "kb/html/page.h"
#include "kb/html/rules.h"
#include "kb/html_help/html_help.h"
#include "kb/import/file_finder.h"
#include "kb/import/markdown_page.h"
#include "kb/knowledge_owl/export.h"
#include "kb/newsletter/issue.h"
#include "kb/pdf/pdf.h"
#include "kb/records/records.h"

namespace pomocnik::kb {
namespace {

constexpr std::size_t kMaxRulesBytes = 256 * 1024;
constexpr std::string_view kUsualRules = "plain";

std::string_view NameOfRules(const SourceConfig& config) {
  return config.rules.empty() ? kUsualRules : std::string_view(config.rules);
}

Result<html::Rules> ReadRules(const SourceConfig& config) {
  ASSIGN_OR_RETURN(const std::string text, RulesText(config));
  Diagnostics diagnostics;
  auto rules = html::ParseRules(text, NameOfRules(config), diagnostics);
  if (rules) return *std::move(rules);
  std::string problems = "the rules have errors";
  for (const Diagnostic& problem : diagnostics) problems += "\n" + FormatDiagnostic(problem);
  return Error::InvalidArgument(std::move(problems));
}

// Of documents that are read one by one.
Importer Each(std::function<Imported(const SourceDocument&)> read) {
  return [read = std::move(read)](const std::vector<SourceDocument>& documents) {
    return documents.empty() ? Imported() : read(documents.front());
  };
}

Result<Importer> PageImporter(const SourceConfig& config) {
  ASSIGN_OR_RETURN(html::Rules rules, ReadRules(config));
  return Each([rules = std::move(rules), defaults = config.defaults](const auto& document) {
    return html::ReadHtmlPage(document, rules, defaults);
  });
}

Result<Importer> HelpImporter(const SourceConfig& config) {
  ASSIGN_OR_RETURN(html::Rules rules, ReadRules(config));
  return Importer([rules = std::move(rules),
                   defaults = config.defaults](const std::vector<SourceDocument>& documents) {
    return html_help::Read(documents, rules, defaults);
  });
}

// The same for every format that is read by one function.
Importer With(const SourceConfig& config,
              Imported (*read)(const SourceDocument&, const SourceDefaults&)) {
  return Each([read, defaults = config.defaults](const SourceDocument& document) {
    return read(document, defaults);
  });
}

Imported ReadRecords(const SourceDocument& document, const SourceDefaults& defaults) {
  Imported imported = document.address.ends_with(".csv")
                          ? records::ReadCsv(document, defaults)
                          : records::ReadJsonLines(document, defaults);
  // The id of a record, which ends its address, is the article's.
  for (ImportedArticle& article : imported.articles) {
    const std::size_t sign = article.address.rfind('#');
    if (sign != std::string::npos) article.article.id = article.address.substr(sign + 1);
  }
  return imported;
}

Imported ReadMarkdown(const SourceDocument& document, const SourceDefaults&) {
  return ReadMarkdownPage(document);
}

}  // namespace

Result<Importer> MakeImporter(const SourceConfig& config) {
  switch (config.format) {
    case SourceFormat::kHtml:
      return PageImporter(config);
    case SourceFormat::kFeed:
      return With(config, feed::ReadFeed);
    case SourceFormat::kNewsletter:
      return With(config, newsletter::ReadIssue);
    case SourceFormat::kPdf:
      return With(config, pdf::ReadPdf);
    case SourceFormat::kRecords:
      return With(config, ReadRecords);
    case SourceFormat::kMarkdown:
      return With(config, ReadMarkdown);
    case SourceFormat::kKnowledgeOwl:
      return Importer([defaults = config.defaults](const std::vector<SourceDocument>& documents) {
        knowledge_owl::Export answers;
        for (const SourceDocument& document : documents) answers.Add(document);
        return std::move(answers).Read(defaults);
      });
    case SourceFormat::kHtmlHelp:
      return HelpImporter(config);
  }
  return Error::InvalidArgument("no importer for this format");
}

Result<std::string> RulesText(const SourceConfig& config) {
  const bool has_rules =
      config.format == SourceFormat::kHtml || config.format == SourceFormat::kHtmlHelp;
  if (!has_rules) return std::string();
  if (const auto built_in = html::BuiltInRules(NameOfRules(config))) return std::string(*built_in);
  if (config.rules.find('/') != std::string::npos) return ReadFile(config.rules, kMaxRulesBytes);
  std::string names;
  for (const std::string_view name : html::BuiltInRulesNames()) names.append(" ").append(name);
  return Error::InvalidArgument("there are no rules '" + config.rules + "'; there are" + names +
                                ", or a path to a file");
}

}  // namespace pomocnik::kb
