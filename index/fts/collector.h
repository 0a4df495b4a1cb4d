// Takes matching articles out of FTS5 and keeps the best.
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "index/rank/scorer.h"
#include "index/sqlite/database.h"

namespace pomocnik::index {

// A matching article and what the terms it was found by say of it.
struct Candidate {
  std::int64_t row = 0;
  double score = 0;
};

// Keeps the `limit` best matches of one query. FTS5 hands over each matching row through the auxiliary
// function "collect"; ranking inside FTS5 (bm25, ORDER BY rank) costs several times more. Used by one thread;
// the referents must outlive it.
class Collector {
 public:
  // lengths[row] are the field lengths of the article with that rowid.
  Collector(const Scorer& scorer, const std::vector<FieldLengths>& lengths, std::size_t limit)
      : scorer_(scorer), lengths_(lengths), limit_(limit) {}

  // Empty, to be filled with the occurrences of the row that Add is then called for, sorted by variant.
  std::vector<Occurrence>& NextRow() {
    occurrences_.clear();
    return occurrences_;
  }
  // Scores a row and keeps it if it is among the best. Rows outside `lengths` are left out.
  void Add(std::int64_t row);

  // Best first; ties by row.
  std::vector<Candidate> Take() &&;

 private:
  const Scorer& scorer_;
  const std::vector<FieldLengths>& lengths_;
  std::size_t limit_;
  std::vector<Occurrence> occurrences_;  // of one row
  std::vector<Candidate> heap_;          // the worst of the best on top
};

// The type name under which a Collector is bound to a statement.
inline constexpr char kCollectorType[] = "pomocnik.collector";

// Registers collect(TABLE, COLLECTOR) on a connection; it returns nothing.
Status RegisterCollect(sqlite::Database& database);

}  // namespace pomocnik::index
