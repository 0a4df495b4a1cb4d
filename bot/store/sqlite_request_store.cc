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

}  // namespace

Result<ImportCounts> SqliteRequestStore::ImportRequests(const std::vector<FiledRequest>& requests) {
  ImportCounts all;
  for (auto first = requests.begin(); first != requests.end();) {
    const auto last = first + std::min(kRequestsAtOnce, std::distance(first, requests.end()));
    // Shared, because the write may outlast this call: see Writer.
    const auto counts = std::make_shared<ImportCounts>();
    const auto import = [part = std::vector(first, last), counts, rules = rules_,
                         limit = limit_bytes_](sqlite::Database& database) -> Status {
      RETURN_IF_ERROR(CheckRoom(database, limit));
      for (const FiledRequest& request : part) {
        RETURN_IF_ERROR(ImportRequest(database, request, rules, *counts));
      }
      return {};
    };
    RETURN_IF_ERROR(writer_.Write(import));
    all.added += counts->added;
    all.updated += counts->updated;
    all.joined += counts->joined;
    first = last;
  }
  return all;
}

}  // namespace pomocnik::bot
