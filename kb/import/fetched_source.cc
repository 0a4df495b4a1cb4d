#include "kb/import/fetched_source.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "base/base64.h"
#include "base/clock.h"
#include "base/private_file.h"
#include "kb/fetch/crawl.h"
#include "kb/fetch/curl_fetcher.h"
#include "kb/import/file_finder.h"
#include "kb/import/json.h"
#include "kb/import/over_network.h"
#include "kb/knowledge_owl/export.h"

namespace pomocnik::kb {
namespace {

using fetch::CrawledPage;

constexpr std::size_t kMaxPagesBytes = 64 * 1024 * 1024;
constexpr std::size_t kMaxKeyBytes = 1024;

std::string WritePages(const fetch::KeptPages& pages) {
  nlohmann::json list = nlohmann::json::array();
  for (const auto& [address, page] : pages) {
    list.push_back({{"address", address},
                    {"foundAt", page.found_at},
                    {"etag", page.etag},
                    {"lastModified", page.last_modified},
                    {"sha256", page.sha256},
                    {"listed", page.listed},
                    {"checked", FormatRfc3339(page.checked)}});
  }
  return json::Dump({{"pages", std::move(list)}});
}

fetch::KeptPages ReadPages(const std::string& path) {
  fetch::KeptPages pages;
  const auto text = ReadFile(path, kMaxPagesBytes);
  if (!text) return pages;
  const nlohmann::json object = json::Parse(*text);
  for (const nlohmann::json& item : json::List(object, "pages")) {
    fetch::KeptPage page;
    page.found_at = json::Text(item, "foundAt");
    page.etag = json::Text(item, "etag");
    page.last_modified = json::Text(item, "lastModified");
    page.sha256 = json::Text(item, "sha256");
    page.listed = json::Text(item, "listed");
    page.checked = ParseRfc3339(json::Text(item, "checked")).value_or(Instant());
    pages.emplace(json::Text(item, "address"), std::move(page));
  }
  return pages;
}

// KnowledgeOwl wants the key as a name, with any password.
Result<std::string> ReadAuthorization(const SourceConfig& config) {
  if (config.key_file.empty()) return std::string();
  ASSIGN_OR_RETURN(auto key, ReadPrivateFile(config.key_file, "the key", kMaxKeyBytes));
  if (!key) return Error::NotFound("there is no key file " + config.key_file);
  while (!key->empty() && (key->back() == '\n' || key->back() == '\r')) key->pop_back();
  return "Basic " + Base64(*key + ":X");
}

// "…?project_id=1&_page=2" of the answer to "…?project_id=1".
std::optional<std::string> NextAnswer(const SourceDocument& document, const std::string& address) {
  const auto page = knowledge_owl::NextPage(document.bytes);
  if (!page) return std::nullopt;
  std::string next = address;
  if (const std::size_t stated = next.find("_page="); stated != std::string::npos) {
    const std::size_t end = std::min(next.find('&', stated), next.size());
    next.replace(stated, end - stated, "_page=" + std::to_string(*page));
    return next;
  }
  next += next.find('?') == std::string::npos ? '?' : '&';
  return next + "_page=" + std::to_string(*page);
}

Result<fetch::CrawlPlan> MakePlan(const SourceConfig& config) {
  fetch::CrawlPlan plan;
  plan.address = config.from;
  if (config.format == SourceFormat::kFeed || config.format == SourceFormat::kRecords) {
    plan.shape = fetch::CrawlPlan::Shape::kDocument;
  }
  if (config.format == SourceFormat::kKnowledgeOwl) {
    plan.shape = fetch::CrawlPlan::Shape::kPaged;
    plan.next = NextAnswer;
  }
  ASSIGN_OR_RETURN(plan.authorization, ReadAuthorization(config));
  return plan;
}

std::string_view NameOf(CrawledPage::Outcome outcome) {
  switch (outcome) {
    case CrawledPage::Outcome::kNew:
    case CrawledPage::Outcome::kChanged:
      return "read";
    case CrawledPage::Outcome::kUnchanged:
      return "unchanged";
    case CrawledPage::Outcome::kFailed:
      return "failed";
    case CrawledPage::Outcome::kSame:
    case CrawledPage::Outcome::kGone:
      break;
  }
  return "gone";
}

// Runs in the process apart.
class Fetching {
 public:
  Fetching(const fetch::CrawlPlan& plan, const SourceConfig& config, const Staging& staging,
           const SourceImportOptions& options)
      : plan_(plan),
        config_(config),
        options_(options),
        folder_(staging.scratch()),
        kept_(ReadPages(staging.present() + "/pages.json")) {}

  std::string Run() {
    const SystemClock clock;
    fetch::FetchOptions polite = options_.fetching;
    polite.allow_hosts = config_.allow_hosts;
    fetch::CurlFetcher fetcher(polite, clock, {}, options_.network);
    const auto result =
        fetch::Crawl(fetcher, plan_, kept_, clock, [this](const CrawledPage& page) { Take(page); });
    if (!result) return json::Dump({{"error", result.error().message}});
    return json::Dump({{"files", std::move(files_)},
                       {"pages", WritePages(result->kept)},
                       {"whole", result->whole},
                       {"diagnostics", json::Write(result->diagnostics)}});
  }

 private:
  void Take(const CrawledPage& page) {
    nlohmann::json file = {{"outcome", NameOf(page.outcome)}, {"reason", page.reason}};
    const auto kept = kept_.find(page.address);
    const bool has_other_address = kept != kept_.end() && !kept->second.found_at.empty();
    file["address"] = has_other_address ? kept->second.found_at : page.address;
    const bool is_read = NameOf(page.outcome) == "read" || !page.document.bytes.empty();
    if (is_read) {
      const std::string path = folder_ + "/" + std::to_string(files_.size());
      std::ofstream(path, std::ios::binary) << page.document.bytes;
      file["outcome"] = "read";
      file["address"] = page.document.address;
      file["path"] = path;
      file["mediaType"] = page.document.media_type;
      file["charset"] = page.document.charset;
      if (page.document.modified) file["modified"] = FormatDate(*page.document.modified);
    }
    files_.push_back(std::move(file));
    options_.on_progress(page.done, page.total);
  }

  const fetch::CrawlPlan& plan_;
  const SourceConfig& config_;
  const SourceImportOptions& options_;
  const std::string folder_;
  const fetch::KeptPages kept_;
  nlohmann::json files_ = nlohmann::json::array();
};

Result<OpenedSource> ReadFetched(const SourceConfig& config, const std::string& text) {
  const nlohmann::json told = json::Parse(text);
  if (const std::string why = json::Text(told, "error"); !why.empty()) {
    return Error::Unavailable("cannot fetch " + config.from + ": " + why);
  }
  OpenedSource opened{SourceFiles(config.format, {})};
  std::vector<SourceFile> files;
  for (const nlohmann::json& item : json::List(told, "files")) {
    const std::string outcome = json::Text(item, "outcome");
    const std::string address = json::Text(item, "address");
    if (outcome == "read") {
      files.push_back({address, json::Text(item, "path"), json::Text(item, "mediaType"),
                       json::Text(item, "charset"), ParseDate(json::Text(item, "modified"))});
    } else if (outcome != "gone") {
      opened.unchanged.insert(address);
    }
    if (outcome != "failed") continue;
    opened.diagnostics.push_back(
        {Severity::kWarning, address, 0, "cannot be fetched now: " + json::Text(item, "reason")});
  }
  const auto whole = told.find("whole");
  const bool is_whole = whole != told.end() && whole->is_boolean() && whole->get<bool>();
  if (!is_whole) opened.extent = OpenedSource::Extent::kPart;
  opened.files = SourceFiles(config.format, std::move(files), SourceFiles::Documents::kAll);
  opened.pages = json::Text(told, "pages");
  for (Diagnostic& each : json::ReadDiagnostics(json::List(told, "diagnostics"))) {
    opened.diagnostics.push_back(std::move(each));
  }
  return opened;
}

}  // namespace

Result<OpenedSource> FetchSource(const SourceConfig& config, const Staging& staging,
                                 const SourceImportOptions& options) {
  ASSIGN_OR_RETURN(const fetch::CrawlPlan plan, MakePlan(config));
  ASSIGN_OR_RETURN(const std::string told, RunOverNetwork(options.limits, [&] {
                     return Fetching(plan, config, staging, options).Run();
                   }));
  options.on_progress(1, 1);  // what the process apart has drawn of it is ours to clear
  return ReadFetched(config, told);
}

}  // namespace pomocnik::kb
