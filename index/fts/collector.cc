#include "index/fts/collector.h"

#include <sqlite3.h>

#include <algorithm>

#include "index/fts/fts5_api.h"

namespace pomocnik::index {
namespace {

bool Better(const Candidate& a, const Candidate& b) {
  return a.score != b.score ? a.score > b.score : a.row < b.row;
}

void Collect(const Fts5ExtensionApi* api, Fts5Context* fts, sqlite3_context* context, int count,
             sqlite3_value** arguments) {
  auto* collector =
      count == 1 ? static_cast<Collector*>(sqlite3_value_pointer(arguments[0], kCollectorType))
                 : nullptr;
  if (collector == nullptr) {
    sqlite3_result_error(context, "collect() needs a collector", -1);
    return;
  }
  std::vector<Occurrence>& occurrences = collector->NextRow();
  int phrases = api->xPhraseCount(fts);
  for (int phrase = 0; phrase < phrases; ++phrase) {
    Fts5PhraseIter iterator;
    int column = 0;
    int offset = 0;
    int status = api->xPhraseFirst(fts, phrase, &iterator, &column, &offset);
    if (status != SQLITE_OK) {
      sqlite3_result_error_code(context, status);
      return;
    }
    for (; column >= 0; api->xPhraseNext(fts, &iterator, &column, &offset)) {
      occurrences.push_back({phrase, static_cast<std::int16_t>(column), offset});
    }
  }
  collector->Add(api->xRowid(fts));
  sqlite3_result_null(context);
}

}  // namespace

void Collector::Add(std::int64_t row) {
  if (row < 0 || static_cast<std::size_t>(row) >= lengths_.size()) return;
  const Candidate candidate{row,
                            scorer_.Score(occurrences_, lengths_[static_cast<std::size_t>(row)])};
  if (heap_.size() == limit_) {
    if (!Better(candidate, heap_.front())) return;
    std::pop_heap(heap_.begin(), heap_.end(), Better);
    heap_.pop_back();
  }
  heap_.push_back(candidate);
  std::push_heap(heap_.begin(), heap_.end(), Better);
}

std::vector<Candidate> Collector::Take() && {
  std::sort(heap_.begin(), heap_.end(), Better);
  return std::move(heap_);
}

Status RegisterCollect(sqlite::Database& database) {
  ASSIGN_OR_RETURN(fts5_api * api, Fts5Api(database));
  if (api->xCreateFunction(api, "collect", nullptr, Collect, nullptr) != SQLITE_OK) {
    return sqlite::LastError(database.handle(), "register collect()");
  }
  return {};
}

}  // namespace pomocnik::index
