// Figures in <data>/state.db.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "bot/figures_store.h"
#include "bot/store/reader_pool.h"
#include "bot/store/writer.h"
#include "index/sqlite/database.h"

namespace pomocnik::bot {

// Reads beside a program that writes, or alone. Used by one thread at a time.
class SqliteFiguresFile : public FiguresSource {
 public:
  // kNotFound: the folder has no state. kConflict: the state is an older or a newer program's.
  static Result<SqliteFiguresFile> Open(const std::string& folder);

  Result<deflection::LedgerCounts> Count(const FiguresQuery& query) override;
  Result<std::vector<deflection::Assumptions>> ListAssumptions() override;

 private:
  explicit SqliteFiguresFile(sqlite::Database database) : database_(std::move(database)) {}

  sqlite::Database database_;
};

// Writer and readers must outlive it.
class SqliteFiguresStore : public FiguresStore {
 public:
  SqliteFiguresStore(Writer& writer, ReaderPool& readers, std::int64_t limit_bytes)
      : writer_(writer), readers_(readers), limit_bytes_(limit_bytes) {}

  Result<deflection::LedgerCounts> Count(const FiguresQuery& query) override;
  Result<std::vector<deflection::Assumptions>> ListAssumptions() override;
  Status SaveAssumptions(const deflection::Assumptions& assumptions) override;

 private:
  Writer& writer_;
  ReaderPool& readers_;
  const std::int64_t limit_bytes_;
};

}  // namespace pomocnik::bot
