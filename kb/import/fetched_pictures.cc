#include "kb/import/fetched_pictures.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/clock.h"
#include "kb/fetch/crawl.h"
#include "kb/fetch/curl_fetcher.h"
#include "kb/import/json.h"
#include "kb/import/over_network.h"
#include "kb/picture_type.h"

namespace pomocnik::kb {
namespace {

constexpr int kServersFault = 500;  // and above

// Runs in the process apart.
class PictureFetching {
 public:
  PictureFetching(const SourceConfig& config, const Staging& staging,
                  const SourceImportOptions& options)
      : options_(options),
        folder_(staging.scratch()),
        fetcher_(Politely(config, options), clock_, {}, options.network) {}

  std::string Run(const std::set<std::string>& addresses) {
    int failures = 0;  // in a row
    std::size_t done = 0;
    for (const std::string& address : addresses) {
      if (done == kMostFetchedPictures || failures == fetch::kMaxFailuresInARow) {
        Warn(address, "this and those after it were not asked for");
        break;
      }
      const Status fetched = Fetch(address);
      failures = IsDown(fetched) ? failures + 1 : 0;
      if (!fetched) Warn(address, fetched.error().message);
      options_.on_progress(++done, addresses.size());
    }
    return json::Dump({{"files", std::move(files_)}, {"diagnostics", json::Write(diagnostics_)}});
  }

 private:
  // One picture that is not there tells nothing of the next.
  static bool IsDown(const Status& fetched) {
    if (fetched) return false;
    const ErrorCode code = fetched.error().code;
    return code == ErrorCode::kUnavailable || code == ErrorCode::kExhausted;
  }

  static fetch::FetchOptions Politely(const SourceConfig& config,
                                      const SourceImportOptions& options) {
    fetch::FetchOptions polite = options.fetching;
    polite.allow_hosts = config.allow_hosts;
    polite.max_bytes = kMaxPictureBytes;
    return polite;
  }

  Status Fetch(const std::string& address) {
    fetch::FetchRequest request;
    request.address = address;
    ASSIGN_OR_RETURN(const fetch::Fetched fetched, fetcher_.Get(request));
    if (fetched.status != fetch::kOk) {
      std::string why = "status " + std::to_string(fetched.status);
      if (fetched.status >= kServersFault) return Error::Unavailable(std::move(why));
      return Error::NotFound(std::move(why));
    }
    const std::string path = folder_ + "/picture-" + std::to_string(files_.size());
    std::ofstream file(path, std::ios::binary);
    file << fetched.document.bytes;
    file.close();
    if (!file) return Error::Unavailable("cannot write into " + folder_);
    files_.push_back({{"address", address}, {"path", path}});
    return {};
  }

  void Warn(const std::string& address, const std::string& why) {
    diagnostics_.push_back(
        {Severity::kWarning, address, 0, "the picture cannot be fetched: " + why});
  }

  const SourceImportOptions& options_;
  const std::string folder_;
  const SystemClock clock_;
  fetch::CurlFetcher fetcher_;
  nlohmann::json files_ = nlohmann::json::array();
  Diagnostics diagnostics_;
};

}  // namespace

Result<FetchedPictures> FetchPictures(const SourceConfig& config, const Staging& staging,
                                      const std::set<std::string>& addresses,
                                      const SourceImportOptions& options) {
  ASSIGN_OR_RETURN(const std::string text, RunOverNetwork(options.limits, [&] {
                     return PictureFetching(config, staging, options).Run(addresses);
                   }));
  const nlohmann::json told = json::Parse(text);
  FetchedPictures pictures;
  for (const nlohmann::json& item : json::List(told, "files")) {
    pictures.files.push_back({json::Text(item, "address"), json::Text(item, "path"), "", ""});
  }
  pictures.diagnostics = json::ReadDiagnostics(json::List(told, "diagnostics"));
  return pictures;
}

}  // namespace pomocnik::kb
