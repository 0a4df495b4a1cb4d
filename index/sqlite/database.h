// SQLite with owners: a database handle, a prepared statement, a transaction.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace pomocnik::sqlite {

struct CloseDatabase {
  void operator()(sqlite3* handle) const;
};
struct FinalizeStatement {
  void operator()(sqlite3_stmt* handle) const;
};

enum class Step { kRow, kDone };

// A prepared statement. Move-only; must not outlive its Database. Parameters and columns count from 1 and
// from 0, as in SQLite. Not thread-safe.
class Statement {
 public:
  // Text and blobs are copied. A wrong index is a programming error (assert).
  Statement& Bind(int index, std::string_view text);
  Statement& Bind(int index, const char* text) { return Bind(index, std::string_view(text)); }
  Statement& Bind(int index, std::int64_t value);
  Statement& Bind(int index, int value) { return Bind(index, static_cast<std::int64_t>(value)); }
  Statement& Bind(int index, double value);
  Statement& BindNull(int index);
  // For FTS5's auxiliary functions: an object of ours, named by `type`; it must outlive the run.
  Statement& BindPointer(int index, void* object, const char* type);

  Result<Step> Step();
  // Runs to the end and resets. For statements without rows.
  Status Run();
  // Makes the statement ready to run again and forgets its parameters.
  void Reset();

  // Valid until the next Step, Reset or destruction.
  std::string_view Text(int column) const;
  std::int64_t Integer(int column) const;
  double Real(int column) const;
  bool IsNull(int column) const;

 private:
  friend class Database;
  explicit Statement(sqlite3_stmt* handle) : handle_(handle) {}

  std::unique_ptr<sqlite3_stmt, FinalizeStatement> handle_;
};

enum class OpenMode {
  kReadWriteCreate,  // the writer of the state
  kReadOnly,         // other readers of a database that is being written
  kImmutable,        // a published index file: nobody changes it any more
};

// One connection, opened defensively: SQLITE_DBCONFIG_DEFENSIVE, trusted_schema off, no extension loading,
// mmap off (a truncated file must be an error, not a crash), busy timeout 5 s. Used by one thread at a time.
class Database {
 public:
  // kUnavailable when the file is locked or the disk is full, kNotFound when it must exist and does not,
  // kInternal otherwise.
  static Result<Database> Open(const std::string& path, OpenMode mode);

  // One statement; text behind it is an error.
  Result<Statement> Prepare(std::string_view sql);
  // Any number of statements without parameters and rows.
  Status Execute(std::string_view sql);

  std::int64_t changes() const;  // rows changed by the last statement

  // Interrupts a statement that runs longer than this; it fails with kUnavailable. Zero: no limit.
  // Counted from the call, so call it before each query.
  void SetDeadline(std::chrono::milliseconds limit);

  sqlite3* handle() { return handle_.get(); }

 private:
  struct Deadline;
  Database(sqlite3* handle, std::unique_ptr<Deadline> deadline);
  std::unique_ptr<Deadline> deadline_;
  std::unique_ptr<sqlite3, CloseDatabase> handle_;

 public:
  ~Database();
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
};

// BEGIN IMMEDIATE … COMMIT; rolls back in the destructor unless committed. The Database must outlive it.
class Transaction {
 public:
  static Result<Transaction> Begin(Database& database);
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();
  Status Commit();

 private:
  explicit Transaction(Database* database) : database_(database) {}
  Database* database_;  // null once committed or moved from
};

// The error of the last failed call on the handle, as ours: locked, busy, full, read-only and interrupted
// become kUnavailable, the rest kInternal. `attempt` says what was being done.
Error LastError(sqlite3* handle, std::string_view attempt);

}  // namespace pomocnik::sqlite
