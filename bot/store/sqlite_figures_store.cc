#include "bot/store/sqlite_figures_store.h"

#include "bot/store/figures_queries.h"
#include "bot/store/state_file.h"

namespace pomocnik::bot {

Result<SqliteFiguresFile> SqliteFiguresFile::Open(const std::string& folder) {
  ASSIGN_OR_RETURN(auto database, OpenStateForReading(folder));
  return SqliteFiguresFile(std::move(database));
}

Result<deflection::LedgerCounts> SqliteFiguresFile::Count(const FiguresQuery& query) {
  return CountFigures(database_, query);
}

Result<std::vector<deflection::Assumptions>> SqliteFiguresFile::ListAssumptions() {
  return SelectAssumptions(database_);
}

Result<deflection::LedgerCounts> SqliteFiguresStore::Count(const FiguresQuery& query) {
  writer_.Settle();
  return readers_.Run(
      [&query](sqlite::Database& database) { return CountFigures(database, query); });
}

Result<std::vector<deflection::Assumptions>> SqliteFiguresStore::ListAssumptions() {
  return readers_.Run([](sqlite::Database& database) { return SelectAssumptions(database); });
}

Status SqliteFiguresStore::SaveAssumptions(const deflection::Assumptions& assumptions) {
  return writer_.Write([assumptions, limit = limit_bytes_](sqlite::Database& database) -> Status {
    RETURN_IF_ERROR(CheckRoom(database, limit));
    return InsertAssumptions(database, assumptions);
  });
}

}  // namespace pomocnik::bot
