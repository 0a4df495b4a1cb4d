#include "bot/store/sqlite_turn_store.h"

#include <fcntl.h>
#include <unistd.h>

#include <utility>

#include "bot/store/event_writer.h"
#include "bot/store/ledger_writer.h"
#include "bot/store/lock_file.h"
#include "bot/store/sql.h"
#include "bot/store/state_file.h"
#include "bot/store/turn_queries.h"

namespace pomocnik::bot {
namespace {

constexpr std::size_t kReaders = 4;

// SQLite would make the file readable for everyone; its WAL takes over the mode of the file.
void MakePrivateFile(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  // Whatever went wrong, opening the database will say it.
  if (descriptor >= 0) ::close(descriptor);
}

Result<sqlite::Database> OpenForWriting(const std::string& path) {
  MakePrivateFile(path);
  ASSIGN_OR_RETURN(auto database, sqlite::Database::Open(path, sqlite::OpenMode::kReadWriteCreate));
  RETURN_IF_ERROR(database.Execute(sql::kConnectionConfigure));
  {
    ASSIGN_OR_RETURN(auto use_wal, database.Prepare(sql::kConnectionUseWal));
    RETURN_IF_ERROR(use_wal.Step());
    // SQLite does not call it an error when the file system cannot do it.
    if (use_wal.Text(0) != "wal") {
      return Error::Internal("cannot use write-ahead logging for " + path +
                             ": the file system shares no memory");
    }
  }
  if (auto status = MigrateState(database); !status) {
    return Error{status.error().code, "cannot open " + path + ": " + status.error().message};
  }
  return database;
}

// Makes the writer's connections. The folder's lock is taken before the first one and kept to the end of
// the opener's life; until then it is tried again each time, because a disk that is read-only or full now
// need not stay so.
class Opener {
 public:
  explicit Opener(const std::string& folder)
      : path_(StateFile(folder)), lock_path_(StateLockFile(folder)) {}

  Result<sqlite::Database> operator()() {
    if (lock_ == nullptr) {
      ASSIGN_OR_RETURN(LockFile lock, LockFile::Acquire(lock_path_));
      lock_ = std::make_shared<LockFile>(std::move(lock));
    }
    return OpenForWriting(path_);
  }

 private:
  std::string path_;
  std::string lock_path_;
  std::shared_ptr<LockFile> lock_;  // shared, because std::function copies
};

deflection::Event VoteEvent(const FeedbackRecord& feedback) {
  deflection::Event event;
  event.at = feedback.created_at;
  event.kind = deflection::EventKind::kVote;
  event.turn_id = feedback.turn_id;
  event.detail = feedback.helpful == Helpful::kYes ? deflection::kVotedYes : deflection::kVotedNo;
  event.source = feedback.source;
  return event;
}

deflection::Event EventOfDraft(const DraftEventRecord& done) {
  deflection::Event event;
  event.at = done.created_at;
  event.kind = done.event == DraftEvent::kCopied ? deflection::EventKind::kCopied
                                                 : deflection::EventKind::kPortal;
  event.turn_id = done.turn_id;
  event.source = done.source;
  return event;
}

}  // namespace

Result<std::unique_ptr<SqliteTurnStore>> SqliteTurnStore::Open(const std::string& folder, Log& log,
                                                               StoreOptions options) {
  options.writer.afterwards = [rules = options.rules](sqlite::Database& database) {
    return FoldKeptEvents(database, rules);
  };
  ASSIGN_OR_RETURN(auto writer, Writer::Start(Opener(folder), options.writer, log));
  return std::unique_ptr<SqliteTurnStore>(
      new SqliteTurnStore(std::move(writer), StateFile(folder), options));
}

SqliteTurnStore::SqliteTurnStore(std::unique_ptr<Writer> writer, const std::string& path,
                                 const StoreOptions& options)
    : limit_bytes_(options.limit_bytes),
      writer_(std::move(writer)),
      readers_(path, kReaders),
      presses_(*writer_, readers_, limit_bytes_),
      events_(*writer_, limit_bytes_),
      figures_(*writer_, readers_, limit_bytes_),
      staff_(*writer_, readers_),
      desk_(*writer_, readers_, limit_bytes_),
      retention_(*writer_),
      requests_(*writer_, limit_bytes_) {}

Result<TurnRecord> SqliteTurnStore::SaveTurn(const ConversationRecord& conversation,
                                             const TurnRecord& turn,
                                             const std::optional<DraftRecord>& draft,
                                             const std::vector<deflection::Event>& events) {
  // Shared, because the write may outlast this call: see Writer.
  const auto stored = std::make_shared<TurnRecord>();
  const auto save = [conversation, turn, draft, events, stored,
                     limit = limit_bytes_](sqlite::Database& database) -> Status {
    RETURN_IF_ERROR(CheckRoom(database, limit));
    ASSIGN_OR_RETURN(*stored, InsertTurn(database, conversation, turn, draft));
    return stored->id == turn.id ? KeepEvents(database, events) : Status();
  };
  RETURN_IF_ERROR(writer_->Write(save));
  return std::move(*stored);
}

Status SqliteTurnStore::SaveFeedback(const FeedbackRecord& feedback) {
  return writer_->Write([feedback, limit = limit_bytes_](sqlite::Database& database) -> Status {
    RETURN_IF_ERROR(CheckRoom(database, limit));
    RETURN_IF_ERROR(UpsertFeedback(database, feedback));
    return KeepEventOfTurn(database, VoteEvent(feedback));
  });
}

Status SqliteTurnStore::EditDraft(std::string_view turn_id, const std::string& title,
                                  const std::string& text, Instant now) {
  return writer_->Write([id = std::string(turn_id), draft = DraftRecord{"", title, text}, now,
                         limit = limit_bytes_](sqlite::Database& database) -> Status {
    RETURN_IF_ERROR(CheckRoom(database, limit));
    return UpdateDraft(database, id, draft, now);
  });
}

Status SqliteTurnStore::SaveDraftEvent(const DraftEventRecord& event) {
  return writer_->Write([event, limit = limit_bytes_](sqlite::Database& database) -> Status {
    RETURN_IF_ERROR(CheckRoom(database, limit));
    ASSIGN_OR_RETURN(const FirstTime first, InsertDraftEvent(database, event));
    if (first == FirstTime::kNo) return {};
    return KeepEventOfTurn(database, EventOfDraft(event));
  });
}

Result<std::optional<DraftRecord>> SqliteTurnStore::FindDraft(std::string_view turn_id) {
  return readers_.Run(
      [turn_id](sqlite::Database& database) { return SelectDraft(database, turn_id); });
}

Result<std::optional<std::string>> SqliteTurnStore::FindState(std::string_view conversation_id) {
  return readers_.Run([conversation_id](sqlite::Database& database) {
    return SelectState(database, conversation_id);
  });
}

Result<std::optional<TurnRecord>> SqliteTurnStore::FindTurnByKey(std::string_view key) {
  return readers_.Run([key](sqlite::Database& database) { return SelectTurnByKey(database, key); });
}

Result<std::optional<std::string>> SqliteTurnStore::FindConversationOfTurn(
    std::string_view turn_id) {
  return readers_.Run([turn_id](sqlite::Database& database) {
    return SelectConversationOfTurn(database, turn_id);
  });
}

Result<std::int64_t> SqliteTurnStore::CountTurnsIn(std::string_view conversation_id) {
  return readers_.Run([conversation_id](sqlite::Database& database) {
    return SelectTurnCountIn(database, conversation_id);
  });
}

Result<std::optional<FeedbackRecord>> SqliteTurnStore::FindFeedback(std::string_view turn_id) {
  return readers_.Run(
      [turn_id](sqlite::Database& database) { return SelectFeedback(database, turn_id); });
}

Result<StateStatus> SqliteTurnStore::status() {
  ASSIGN_OR_RETURN(const std::int64_t used, readers_.Run(UsedBytes));
  return StateStatus{.used_bytes = used, .limit_bytes = limit_bytes_};
}

Result<std::int64_t> SqliteTurnStore::CountTurns() {
  return readers_.Run([](sqlite::Database& database) { return SelectTurnCount(database); });
}

}  // namespace pomocnik::bot
