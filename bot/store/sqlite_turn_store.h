// Turns, feedback, presses of F1, events and the ledger in SQLite: <data>/state.db.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/log.h"
#include "base/result.h"
#include "bot/deflection/ledger.h"
#include "bot/state_status.h"
#include "bot/store/reader_pool.h"
#include "bot/store/sqlite_desk_store.h"
#include "bot/store/sqlite_event_store.h"
#include "bot/store/sqlite_figures_store.h"
#include "bot/store/sqlite_press_store.h"
#include "bot/store/sqlite_request_store.h"
#include "bot/store/sqlite_retention_store.h"
#include "bot/store/sqlite_staff_store.h"
#include "bot/store/writer.h"
#include "bot/turn_store.h"

namespace pomocnik::bot {

struct StoreOptions {
  std::int64_t limit_bytes = std::int64_t{4} << 30;  // of state.db; beyond it nothing more is saved
  WriterOptions writer;
  deflection::LedgerRules rules{};
};

// Start reading the store room here. One thread writes, with group commit (writer.h); readers have their
// own connections. What was acknowledged survives a crash of the process and of the machine. A disk that is
// full or read-only, a lock held by somebody, or a state that has reached its limit, fails writes with
// kUnavailable, and they work again by themselves when the cause is gone.
class SqliteTurnStore : public TurnStore {
 public:
  // Makes <folder>/state.db (mode 0600) or brings its schema up to date. The log must outlive the store.
  // kConflict: another process has the folder, or the database belongs to a newer program. kNotFound: no
  // such folder. kInternal: the file is no database of ours. A database that cannot be written just now is
  // no error: see the class.
  static Result<std::unique_ptr<SqliteTurnStore>> Open(const std::string& folder, Log& log,
                                                       StoreOptions options = {});

  Result<TurnRecord> SaveTurn(const ConversationRecord& conversation, const TurnRecord& turn,
                              const std::optional<DraftRecord>& draft,
                              const std::vector<deflection::Event>& events) override;
  Result<std::optional<std::string>> FindState(std::string_view conversation_id) override;
  Result<std::optional<TurnRecord>> FindTurnByKey(std::string_view key) override;
  Result<std::optional<std::string>> FindConversationOfTurn(std::string_view turn_id) override;
  Result<std::int64_t> CountTurnsIn(std::string_view conversation_id) override;
  Status SaveFeedback(const FeedbackRecord& feedback) override;
  Result<std::optional<FeedbackRecord>> FindFeedback(std::string_view turn_id) override;
  Status EditDraft(std::string_view turn_id, const std::string& title, const std::string& text,
                   Instant now) override;
  Result<std::optional<DraftRecord>> FindDraft(std::string_view turn_id) override;
  Status SaveDraftEvent(const DraftEventRecord& event) override;
  Result<std::int64_t> CountTurns() override;

  // For commands that fill a state: as Writer::Write.
  Status Write(Writer::Work work) { return writer_->Write(std::move(work)); }
  // As Writer::Settle: then the ledger holds every event that was kept.
  void Settle() { writer_->Settle(); }

  // They live as long as this store.
  PressStore& presses() { return presses_; }
  FiguresStore& figures() { return figures_; }
  EventStore& events() { return events_; }
  SqliteStaffStore& staff() { return staff_; }
  DeskStore& desk() { return desk_; }
  RetentionStore& retention() { return retention_; }
  RequestStore& requests() { return requests_; }

  WriterCounters counters() const { return writer_->counters(); }
  Result<StateStatus> status();

 private:
  SqliteTurnStore(std::unique_ptr<Writer> writer, const std::string& path,
                  const StoreOptions& options);

  const std::int64_t limit_bytes_;
  // In this order: the readers close first, so that the writer's connection is the last one and leaves a
  // single file behind.
  std::unique_ptr<Writer> writer_;
  ReaderPool readers_;
  SqlitePressStore presses_;
  SqliteEventStore events_;
  SqliteFiguresStore figures_;
  SqliteStaffStore staff_;
  SqliteDeskStore desk_;
  SqliteRetentionStore retention_;
  SqliteRequestStore requests_;
};

}  // namespace pomocnik::bot
