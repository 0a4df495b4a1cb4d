// Brings a database's schema up to date.
#pragma once

#include <span>
#include <string_view>

#include "base/result.h"
#include "index/sqlite/database.h"

namespace pomocnik::sqlite {

// Applies the scripts the database has not seen yet, in order, each in a transaction of its own
// together with its number (PRAGMA user_version: script i brings the database to version i + 1). A
// released script never changes. An error leaves the last version that was reached. A database of a
// version newer than the last script is kConflict: an older program must not write to it.
Status Migrate(Database& database, std::span<const std::string_view> scripts);

}  // namespace pomocnik::sqlite
