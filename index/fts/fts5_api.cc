#include "index/fts/fts5_api.h"

#include <sqlite3.h>

namespace pomocnik::index {

Result<fts5_api*> Fts5Api(sqlite::Database& database) {
  fts5_api* api = nullptr;
  ASSIGN_OR_RETURN(auto statement, database.Prepare("SELECT fts5(?1)"));
  statement.BindPointer(1, &api, "fts5_api_ptr");
  ASSIGN_OR_RETURN(auto step, statement.Step());
  if (step != sqlite::Step::kRow || api == nullptr) {
    return Error::Internal("this SQLite library has no FTS5; install libsqlite3-0 from Debian");
  }
  return api;
}

}  // namespace pomocnik::index
