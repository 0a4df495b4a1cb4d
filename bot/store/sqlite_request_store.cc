#include "bot/store/sqlite_request_store.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>

#include "bot/store/request_queries.h"
#include "bot/store/state_file.h"

namespace pomocnik::bot {
namespace {

constexpr std::ptrdiff_t kRequestsAtOnce = 100;

// One write. Shares the counts, because it may outlast its caller: see Writer.
struct Import {
  std::vector<FiledRequest> requests;
  std::int64_t limit = 0;
  std::shared_ptr<ImportCounts> counts = std::make_shared<ImportCounts>();

  Status operator()(sqlite::Database& database) const {
    RETURN_IF_ERROR(CheckRoom(database, limit));
    for (const FiledRequest& request : requests) {
      RETURN_IF_ERROR(ImportRequest(database, request, *counts));
    }
    return {};
  }
};

}  // namespace

Result<ImportCounts> SqliteRequestStore::ImportRequests(const std::vector<FiledRequest>& requests) {
  ImportCounts all;
  for (auto first = requests.begin(); first != requests.end();) {
    const auto last = first + std::min(kRequestsAtOnce, std::distance(first, requests.end()));
    const Import import{.requests = {first, last}, .limit = limit_bytes_};
    RETURN_IF_ERROR(writer_.Write(import));
    all.added += import.counts->added;
    all.updated += import.counts->updated;
    all.joined += import.counts->joined;
    first = last;
  }
  return all;
}

}  // namespace pomocnik::bot
