// The accounts of staff in <data>/staff.json.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "base/result.h"
#include "bot/staff/account.h"

namespace pomocnik::bot {

std::string StaffFile(const std::string& folder);  // <data>/staff.json

// No accounts when there is no such file. kInternal: it is not what WriteAccounts wrote, or others may read it.
Result<Accounts> ReadAccounts(const std::string& path);

// Replaces the file (mode 0600) in one step, on disk for good when this returns.
Status WriteAccounts(const std::string& path, const Accounts& accounts);

// The file as a running server sees it: read anew when it was replaced. Thread-safe.
class AccountFile {
 public:
  explicit AccountFile(std::string path) : path_(std::move(path)) {}

  // The accounts as they are now; never null. Errors are those of ReadAccounts: then nobody may be let in.
  Result<std::shared_ptr<const Accounts>> Get();

 private:
  // Tells one version of the file from the next: every one is a file of its own.
  struct Version {
    long long device = 0;
    long long inode = 0;  // 0: there is no file
    long long size = 0;
    long long changed = 0;  // nanoseconds
    bool operator==(const Version&) const = default;
  };
  static Result<Version> Look(const std::string& path);

  const std::string path_;
  std::mutex mutex_;  // guards what follows
  Version version_;
  std::shared_ptr<const Accounts> accounts_;
};

}  // namespace pomocnik::bot
