// What lies where in a data folder's state, and which tables it has.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"
#include "index/sqlite/database.h"

namespace pomocnik::bot {

std::string StateFile(const std::string& folder);      // the database
std::string StateLockFile(const std::string& folder);  // held by whoever writes it

// Brings the tables up to what this program knows. kConflict: a newer program has written it.
Status MigrateState(sqlite::Database& database);

// The state of a folder, beside the program that writes it. kNotFound: there is none. kConflict: it does not have
// exactly the tables that this program knows.
Result<sqlite::Database> OpenStateForReading(const std::string& folder);

// Whether there is a conversation, or an episode of one that is gone.
enum class Holds { kNothing, kSomething };
Result<Holds> HoldsConversations(sqlite::Database& database);

// How large the state is. What was deleted and can be written over does not count.
Result<std::int64_t> UsedBytes(sqlite::Database& database);

// kUnavailable when it has reached the limit. One write may go over it by its own size.
Status CheckRoom(sqlite::Database& database, std::int64_t limit_bytes);

// kInternal unless the whole file is sound.
Status CheckIntegrity(sqlite::Database& database);

}  // namespace pomocnik::bot
