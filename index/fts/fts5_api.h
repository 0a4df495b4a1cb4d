// FTS5's extension interface of a connection.
#pragma once

#include "base/result.h"
#include "index/sqlite/database.h"

struct fts5_api;

namespace pomocnik::index {

// Valid as long as the connection is open. kInternal when SQLite was built without FTS5.
Result<fts5_api*> Fts5Api(sqlite::Database& database);

}  // namespace pomocnik::index
