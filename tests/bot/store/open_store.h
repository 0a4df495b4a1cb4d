// The store of a folder of the test's own.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <utility>

#include "bot/store/sqlite_turn_store.h"
#include "tests/support/temp_folder.h"

namespace pomocnik::bot {

// REQUIRES: it can be opened.
inline std::unique_ptr<SqliteTurnStore> OpenStore(const testing::TempFolder& folder, Log& log) {
  auto store = SqliteTurnStore::Open(folder.path().string(), log);
  REQUIRE_MESSAGE(store, store.error().message);
  return std::move(*store);
}

}  // namespace pomocnik::bot
