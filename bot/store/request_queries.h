// Keeps requests that were really filed, each with its episode.
#pragma once

#include "base/result.h"
#include "bot/request_store.h"
#include "index/sqlite/database.h"

namespace pomocnik::bot {

// Adds or updates one, and counts what it did. REQUIRES: a transaction of the only writer is open.
Status ImportRequest(sqlite::Database& database, const FiledRequest& request, ImportCounts& counts);

}  // namespace pomocnik::bot
