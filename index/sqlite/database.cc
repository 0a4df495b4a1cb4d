#include "index/sqlite/database.h"

#include <sqlite3.h>

#include <array>
#include <cassert>
#include <cerrno>
#include <utility>

namespace pomocnik::sqlite {
namespace {

constexpr int kBusyTimeoutMs = 5000;
constexpr int kStepsBetweenDeadlineChecks = 1000;

struct Limit {
  int id;
  int value;
};

// Far above what our own statements and rows need, far below what a damaged or hostile file could
// ask for.
constexpr std::array kLimits{
    Limit{SQLITE_LIMIT_LENGTH, 64 << 20},
    Limit{SQLITE_LIMIT_SQL_LENGTH, 1 << 20},
    Limit{SQLITE_LIMIT_COLUMN, 200},
    Limit{SQLITE_LIMIT_EXPR_DEPTH, 100},
    Limit{SQLITE_LIMIT_COMPOUND_SELECT, 50},
    Limit{SQLITE_LIMIT_FUNCTION_ARG, 32},
    Limit{SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000},
    Limit{SQLITE_LIMIT_VARIABLE_NUMBER, 250},
    Limit{SQLITE_LIMIT_TRIGGER_DEPTH, 10},
    Limit{SQLITE_LIMIT_ATTACHED, 1},
    Limit{SQLITE_LIMIT_WORKER_THREADS, 0},
};

struct Switch {
  int id;
  int on;
};

constexpr std::array kSwitches{
    Switch{SQLITE_DBCONFIG_DEFENSIVE, 1},
    Switch{SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    Switch{SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    Switch{SQLITE_DBCONFIG_ENABLE_FKEY, 1},
    Switch{SQLITE_DBCONFIG_DQS_DML, 0},
    Switch{SQLITE_DBCONFIG_DQS_DDL, 0},
};

// A path as SQLite's URI, so that no character of it is read as an option. "file://" before an
// absolute path keeps a leading "//" from being read as a host.
std::string MakeUri(std::string_view path, OpenMode mode) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string uri = path.substr(0, 1) == "/" ? "file://" : "file:";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '/' || c == '-' || c == '_' || c == '.';
    if (plain) {
      uri += c;
    } else {
      uri += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  switch (mode) {
    case OpenMode::kReadWriteCreate:
      return uri + "?mode=rwc";
    case OpenMode::kReadOnly:
      return uri + "?mode=ro";
    case OpenMode::kImmutable:
      return uri + "?mode=ro&immutable=1";
  }
  return uri;
}

// SQLite's statistics of memory cost a lock of the whole process for each allocation: a thread that works in the
// background would hold up those that answer.
void ConfigureOnce() {
  [[maybe_unused]] static const int kConfigured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  assert(kConfigured == SQLITE_OK);  // else somebody used SQLite before
}

int OpenFlags(OpenMode mode) {
  const int access = mode == OpenMode::kReadWriteCreate ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                                        : SQLITE_OPEN_READONLY;
  return access | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
}

// What may be done on an index file: read it. A virtual table is declared by a statement that seems to update the
// schema and is never run; an update in earnest is refused by SQLITE_DBCONFIG_DEFENSIVE.
// NOLINTNEXTLINE(readability-function-size): SQLite dictates the parameters.
int AuthorizeReading(void*, int action, const char* name, const char*, const char*, const char*) {
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_FUNCTION:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    case SQLITE_PRAGMA:  // FTS5 asks whether the file has changed
      return std::string_view(name) == "data_version" ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_UPDATE:
      return std::string_view(name) == "sqlite_master" ? SQLITE_OK : SQLITE_DENY;
    default:
      return SQLITE_DENY;
  }
}

Status Harden(Database& database, OpenMode mode) {
  sqlite3* handle = database.handle();
  for (const Limit& limit : kLimits) sqlite3_limit(handle, limit.id, limit.value);
  for (const Switch& setting : kSwitches) {
    if (sqlite3_db_config(handle, setting.id, setting.on, nullptr) != SQLITE_OK) {
      return LastError(handle, "configure the connection");
    }
  }
  if (mode != OpenMode::kReadWriteCreate) {
    sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
  }
  sqlite3_busy_timeout(handle, kBusyTimeoutMs);
  RETURN_IF_ERROR(
      database.Execute("PRAGMA mmap_size = 0;"
                       "PRAGMA cell_size_check = ON;"
                       "SELECT COUNT(*) FROM sqlite_schema;"));
  if (mode == OpenMode::kImmutable) sqlite3_set_authorizer(handle, &AuthorizeReading, nullptr);
  return {};
}

}  // namespace

void CloseDatabase::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

void FinalizeStatement::operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); }

Error LastError(sqlite3* handle, std::string_view attempt) {
  const int code = sqlite3_extended_errcode(handle);
  std::string message = std::string(attempt) + ": " + sqlite3_errmsg(handle) + " (SQLite error " +
                        std::to_string(code) + ")";
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_FULL:
    case SQLITE_READONLY:
    case SQLITE_IOERR:
    case SQLITE_INTERRUPT:
      return Error::Unavailable(std::move(message));
    default:
      break;
  }
  if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY) {
    return Error::Conflict(std::move(message));
  }
  return Error::Internal(std::move(message));
}

void Statement::NoteBind(int code) {
  assert(code != SQLITE_RANGE && code != SQLITE_MISUSE);
  if (bind_error_ == SQLITE_OK) bind_error_ = code;
}

Statement& Statement::Bind(int index, std::string_view text) {
  // SQLite takes a null pointer for NULL, and an empty view may hold one.
  const char* data = text.data() == nullptr ? "" : text.data();
  NoteBind(
      sqlite3_bind_text64(handle_.get(), index, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Statement& Statement::BindBytes(int index, std::string_view bytes) {
  const char* data = bytes.data() == nullptr ? "" : bytes.data();
  NoteBind(sqlite3_bind_blob64(handle_.get(), index, data, bytes.size(), SQLITE_TRANSIENT));
  return *this;
}

Statement& Statement::Bind(int index, std::int64_t value) {
  NoteBind(sqlite3_bind_int64(handle_.get(), index, value));
  return *this;
}

Statement& Statement::Bind(int index, double value) {
  NoteBind(sqlite3_bind_double(handle_.get(), index, value));
  return *this;
}

Statement& Statement::BindNull(int index) {
  NoteBind(sqlite3_bind_null(handle_.get(), index));
  return *this;
}

Statement& Statement::BindPointer(int index, void* object, const char* type) {
  NoteBind(sqlite3_bind_pointer(handle_.get(), index, object, type, nullptr));
  return *this;
}

Result<Step> Statement::Step() {
  if (bind_error_ != SQLITE_OK) {
    return Error::Internal(std::string("bind a parameter: ") + sqlite3_errstr(bind_error_) + ": " +
                           sqlite3_sql(handle_.get()));
  }
  switch (sqlite3_step(handle_.get())) {
    case SQLITE_ROW:
      return sqlite::Step::kRow;
    case SQLITE_DONE:
      return sqlite::Step::kDone;
    default:
      return LastError(sqlite3_db_handle(handle_.get()), sqlite3_sql(handle_.get()));
  }
}

Status Statement::Run() {
  auto step = Step();
  while (step && *step == sqlite::Step::kRow) step = Step();
  Reset();
  if (!step) return std::move(step).error();
  return {};
}

void Statement::Reset() {
  sqlite3_reset(handle_.get());
  sqlite3_clear_bindings(handle_.get());
  bind_error_ = SQLITE_OK;
}

std::string_view Statement::Text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(handle_.get(), column));
  if (text == nullptr) return {};
  return {text, static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}

std::int64_t Statement::Integer(int column) const {
  return sqlite3_column_int64(handle_.get(), column);
}

double Statement::Real(int column) const { return sqlite3_column_double(handle_.get(), column); }

bool Statement::IsNull(int column) const {
  return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL;
}

struct Database::Deadline {
  std::chrono::steady_clock::time_point until;

  static int HasPassed(void* self) {
    return std::chrono::steady_clock::now() >= static_cast<const Deadline*>(self)->until ? 1 : 0;
  }
};

Database::Database(sqlite3* handle) : deadline_(std::make_unique<Deadline>()), handle_(handle) {}

Database::Database(Database&& other) noexcept = default;

Database& Database::operator=(Database&& other) noexcept {
  kept_ = std::move(other.kept_);
  handle_ = std::move(other.handle_);
  deadline_ = std::move(other.deadline_);
  return *this;
}

Database::~Database() = default;

Result<Database> Database::Open(const std::string& path, OpenMode mode) {
  ConfigureOnce();
  const std::string attempt = "cannot open database " + path;
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(MakeUri(path, mode).c_str(), &handle, OpenFlags(mode), nullptr);
  if (handle == nullptr) return Error::Internal(attempt + ": out of memory");
  Database database(handle);
  if (code != SQLITE_OK) {
    Error error = LastError(handle, attempt);
    if (sqlite3_system_errno(handle) == ENOENT) error.code = ErrorCode::kNotFound;
    return error;
  }
  if (auto status = Harden(database, mode); !status) {
    return Error{status.error().code, attempt + ": " + status.error().message};
  }
  return database;
}

Result<Statement> Database::Prepare(std::string_view sql) {
  const auto prepare = [this](std::string_view text, const char** rest) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(handle_.get(), text.data(), static_cast<int>(text.size()),
                                        0, &statement, rest);
    return std::pair(code, Statement(statement));
  };
  const std::string attempt = "cannot prepare " + std::string(sql);
  const char* rest = nullptr;
  auto [code, statement] = prepare(sql, &rest);
  if (code != SQLITE_OK) return LastError(handle_.get(), attempt);
  if (!statement.handle_) return Error::Internal(attempt + ": no statement in it");

  const char* end = nullptr;
  const auto consumed = static_cast<std::size_t>(rest - sql.data());
  const auto [rest_code, second] = prepare(sql.substr(consumed), &end);
  if (rest_code != SQLITE_OK || second.handle_) {
    return Error::Internal(attempt + ": more than one statement in it");
  }
  return std::move(statement);
}

Result<LentStatement> Database::Lend(const char* sql) {
  auto kept = kept_.find(sql);
  if (kept == kept_.end()) {
    ASSIGN_OR_RETURN(Statement prepared, Prepare(sql));
    kept = kept_.emplace(sql, std::move(prepared)).first;
  }
  return LentStatement(&kept->second);
}

Status Database::Execute(std::string_view sql) {
  const std::string text(sql);
  if (sqlite3_exec(handle_.get(), text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    return LastError(handle_.get(), text);
  }
  return {};
}

Status Database::CopyTo(const std::string& path) {
  // The copy is attached while it is written, which readers are not allowed otherwise.
  const int limit = sqlite3_limit(handle_.get(), SQLITE_LIMIT_ATTACHED, 1);
  const auto copy = [&]() -> Status {
    ASSIGN_OR_RETURN(auto statement, Prepare("VACUUM INTO ?1"));
    return statement.Bind(1, MakeUri(path, OpenMode::kReadWriteCreate)).Run();
  };
  Status copied = copy();
  sqlite3_limit(handle_.get(), SQLITE_LIMIT_ATTACHED, limit);
  if (copied) return {};
  return Error{copied.error().code, "cannot copy to " + path + ": " + copied.error().message};
}

std::int64_t Database::changes() const { return sqlite3_changes64(handle_.get()); }

void Database::SetDeadline(std::chrono::milliseconds limit) {
  if (limit == std::chrono::milliseconds::zero()) {
    sqlite3_progress_handler(handle_.get(), 0, nullptr, nullptr);
    return;
  }
  deadline_->until = std::chrono::steady_clock::now() + limit;
  sqlite3_progress_handler(handle_.get(), kStepsBetweenDeadlineChecks, &Deadline::HasPassed,
                           deadline_.get());
}

Result<Transaction> Transaction::Begin(Database& database) {
  RETURN_IF_ERROR(database.Execute("BEGIN IMMEDIATE"));
  return Transaction(&database);
}

Transaction::Transaction(Transaction&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)) {}

Transaction::~Transaction() {
  if (!IsOpen()) return;
  sqlite3_exec(database_->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

bool Transaction::IsOpen() const {
  return database_ != nullptr && sqlite3_get_autocommit(database_->handle()) == 0;
}

Status Transaction::Commit() {
  RETURN_IF_ERROR(database_->Execute("COMMIT"));
  database_ = nullptr;
  return {};
}

Result<ReadTransaction> ReadTransaction::Begin(Database& database) {
  RETURN_IF_ERROR(database.Execute("BEGIN"));
  return ReadTransaction(&database);
}

ReadTransaction::ReadTransaction(ReadTransaction&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)) {}

ReadTransaction::~ReadTransaction() {
  if (database_ == nullptr || sqlite3_get_autocommit(database_->handle()) != 0) return;
  sqlite3_exec(database_->handle(), "COMMIT", nullptr, nullptr, nullptr);
}

Result<Savepoint> Savepoint::Begin(Database& database) {
  RETURN_IF_ERROR(database.Execute("SAVEPOINT part"));
  return Savepoint(&database);
}

Savepoint::Savepoint(Savepoint&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)) {}

Savepoint::~Savepoint() {
  // SQLite may have rolled back the whole transaction: see Transaction::IsOpen.
  if (database_ == nullptr || sqlite3_get_autocommit(database_->handle()) != 0) return;
  sqlite3_exec(database_->handle(), "ROLLBACK TO part; RELEASE part", nullptr, nullptr, nullptr);
}

Status Savepoint::Release() {
  RETURN_IF_ERROR(database_->Execute("RELEASE part"));
  database_ = nullptr;
  return {};
}

}  // namespace pomocnik::sqlite
