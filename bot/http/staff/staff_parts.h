// What the door of staff and the routes around it work with.
#pragma once

#include <string_view>

#include "base/clock.h"
#include "base/log.h"
#include "bot/identity_keys.h"
#include "bot/staff/account_file.h"
#include "bot/staff/hash_threads.h"
#include "bot/staff/sign_in_counters.h"
#include "bot/staff_log.h"
#include "bot/staff_store.h"

namespace pomocnik::bot::http {

// All of it must outlive the routes and is thread-safe.
struct StaffParts {
  AccountFile& accounts;
  StaffStore& store;
  StaffLog& staff_log;
  HashThreads& hashes;
  const IdentityKeys& keys;
  SignInCounters& counters;
  const Clock& clock;
  Log& log;
};

}  // namespace pomocnik::bot::http
