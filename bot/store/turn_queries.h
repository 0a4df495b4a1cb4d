// The statements on turns and feedback: records to rows and back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "bot/turn_store.h"
#include "index/sqlite/database.h"

namespace pomocnik::bot {

// Reads the columns of turn.insert, in that order, from the first one on.
TurnRecord ReadTurn(const sqlite::Statement& row);

// Inserts the turn with its draft, and its conversation or the state of it; or returns the turn that has the key already,
// whose id is another one.
// REQUIRES: a transaction of the only writer is open.
Result<TurnRecord> InsertTurn(sqlite::Database& database, const ConversationRecord& conversation,
                              const TurnRecord& turn, const std::optional<DraftRecord>& draft);

// kNotFound: no such turn.
Status UpsertFeedback(sqlite::Database& database, const FeedbackRecord& feedback);

// kNotFound: the turn has no draft.
Status UpdateDraft(sqlite::Database& database, std::string_view turn_id, const DraftRecord& draft,
                   Instant now);
// Whether it is the first of its kind. kNotFound: no such turn.
enum class FirstTime { kNo, kYes };
Result<FirstTime> InsertDraftEvent(sqlite::Database& database, const DraftEventRecord& event);

Result<std::optional<std::string>> SelectState(sqlite::Database& database,
                                               std::string_view conversation_id);
Result<std::optional<DraftRecord>> SelectDraft(sqlite::Database& database,
                                               std::string_view turn_id);
Result<std::optional<TurnRecord>> SelectTurnByKey(sqlite::Database& database, std::string_view key);
Result<std::optional<std::string>> SelectConversationOfTurn(sqlite::Database& database,
                                                            std::string_view turn_id);
Result<std::optional<FeedbackRecord>> SelectFeedback(sqlite::Database& database,
                                                     std::string_view turn_id);
Result<std::int64_t> SelectTurnCount(sqlite::Database& database);
Result<std::int64_t> SelectTurnCountIn(sqlite::Database& database,
                                       std::string_view conversation_id);

}  // namespace pomocnik::bot
