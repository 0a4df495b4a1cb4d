// SQLite with owners: a database handle, a prepared statement, a transaction.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
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

// A prepared statement. Move-only; must not outlive its Database. Parameters and columns count from
// 1 and from 0, as in SQLite. Not thread-safe.
class Statement {
 public:
  // Text is copied; an empty view binds an empty text, not NULL. A wrong index, or binding between
  // Step and Reset, is a programming error (assert); a value over SQLite's length limit fails the
  // next Step.
  Statement& Bind(int index, std::string_view text);
  Statement& Bind(int index, const char* text) { return Bind(index, std::string_view(text)); }
  Statement& Bind(int index, std::int64_t value);
  Statement& Bind(int index, int value) { return Bind(index, static_cast<std::int64_t>(value)); }
  Statement& Bind(int index, double value);
  Statement& BindNull(int index);
  // As a BLOB; Text() reads it back.
  Statement& BindBytes(int index, std::string_view bytes);
  // For FTS5's auxiliary functions: an object of ours, named by `type`. The object must outlive the
  // run; `type` must be a literal.
  Statement& BindPointer(int index, void* object, const char* type);

  // After kDone or an error, Reset before running again.
  Result<sqlite::Step> Step();
  // Runs to the end, whatever rows there are, and resets, also after an error.
  Status Run();
  // Makes the statement ready to run again and forgets its parameters.
  void Reset();

  // Valid until the next Step, Reset or destruction. NULL reads as empty text.
  std::string_view Text(int column) const;
  std::int64_t Integer(int column) const;
  double Real(int column) const;
  bool IsNull(int column) const;

 private:
  friend class Database;
  explicit Statement(sqlite3_stmt* handle) : handle_(handle) {}
  void NoteBind(int code);

  std::unique_ptr<sqlite3_stmt, FinalizeStatement> handle_;
  int bind_error_ = 0;  // of the first Bind that failed since Reset; told by Step
};

// A statement that is kept by its Database, lent for one use; giving it back resets it.
struct ResetStatement {
  void operator()(Statement* statement) const { statement->Reset(); }
};
using LentStatement = std::unique_ptr<Statement, ResetStatement>;

enum class OpenMode {
  kReadWriteCreate,  // the one writer of a file
  kReadOnly,         // other readers of a database that is being written; they never checkpoint
  kImmutable,        // a published index file: nobody changes it any more, no locks are taken; an
                     // authorizer refuses every statement that does more than read
};

// One connection, opened defensively: SQLITE_DBCONFIG_DEFENSIVE, trusted_schema off, no extension
// loading, double-quoted text refused, foreign keys on, cell_size_check on, mmap off (a truncated
// file must be an error, not a crash), limits on lengths and depths, busy timeout 5 s. Used by one
// thread at a time.
class Database {
 public:
  // Reads the schema, so that a file that is no database fails here. kUnavailable when the file is
  // locked or the disk is full or fails, kNotFound when it must exist and does not, kInternal otherwise.
  static Result<Database> Open(const std::string& path, OpenMode mode);

  Database(Database&& other) noexcept;
  Database& operator=(Database&& other) noexcept;
  ~Database();

  // One statement; text behind it is an error, comments are not.
  Result<Statement> Prepare(std::string_view sql);
  // As Prepare, for what runs often: prepared once and kept as long as the database is open.
  // REQUIRES: `sql` is a constant, and not lent already.
  Result<LentStatement> Lend(const char* sql);
  // Any number of statements without parameters and rows.
  Status Execute(std::string_view sql);

  // Writes what is committed now into a new file: a consistent, packed, synced copy that needs no WAL. Reads
  // only, so it works on any connection and beside the writer. `path` is absent or an empty file; after an
  // error what is there is to be thrown away. REQUIRES: no statement of this connection is running.
  Status CopyTo(const std::string& path);

  std::int64_t changes() const;  // rows changed by the last statement

  // Interrupts a statement that runs longer than this; it fails with kUnavailable. Zero: no limit.
  // Counted from the call, so call it before each query. Looked at every thousand steps of SQLite's
  // machine: what a virtual table does inside one step is not interrupted.
  void SetDeadline(std::chrono::milliseconds limit);

  sqlite3* handle() { return handle_.get(); }

 private:
  struct Deadline;
  explicit Database(sqlite3* handle);

  std::unique_ptr<Deadline>
      deadline_;  // before handle_: the handle points to it until it is closed
  std::unique_ptr<sqlite3, CloseDatabase> handle_;
  std::map<const char*, Statement> kept_;  // by address; after handle_: they end before it closes
};

// BEGIN IMMEDIATE … COMMIT; rolls back in the destructor unless committed. The Database must
// outlive it.
class Transaction {
 public:
  static Result<Transaction> Begin(Database& database);
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  // False once SQLite has rolled back by itself, as it does after some errors (disk full, I/O): what runs
  // then would no longer be part of the transaction.
  bool IsOpen() const;

  // After an error nothing is committed, and the destructor rolls back.
  Status Commit();

 private:
  explicit Transaction(Database* database) : database_(database) {}
  Database* database_;  // null once committed or moved from
};

// Lets every read of its life see the state that the first one saw. The Database must outlive it; REQUIRES: no
// transaction is open on it.
class ReadTransaction {
 public:
  static Result<ReadTransaction> Begin(Database& database);
  ReadTransaction(ReadTransaction&& other) noexcept;
  ReadTransaction& operator=(ReadTransaction&&) = delete;
  ~ReadTransaction();

 private:
  explicit ReadTransaction(Database* database) : database_(database) {}
  Database* database_;  // null once moved from
};

// A part of a transaction that can fail alone; rolls that part back in the destructor unless released. The
// Database must outlive it, and a later Savepoint must end before it.
class Savepoint {
 public:
  // REQUIRES: a Transaction is open on the database.
  static Result<Savepoint> Begin(Database& database);
  Savepoint(Savepoint&& other) noexcept;
  Savepoint& operator=(Savepoint&&) = delete;
  ~Savepoint();

  // Keeps what was done since Begin as a part of the transaction.
  Status Release();

 private:
  explicit Savepoint(Database* database) : database_(database) {}
  Database* database_;  // null once released or moved from
};

// The error of the last failed call on the handle, as ours: locked, busy, full, read-only, I/O error
// and interrupted become kUnavailable, a duplicate key kConflict, the rest kInternal. `attempt` says
// what was being done.
Error LastError(sqlite3* handle, std::string_view attempt);

}  // namespace pomocnik::sqlite
