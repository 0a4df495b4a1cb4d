#include "bot/store/turn_queries.h"

#include "bot/store/sql.h"

namespace pomocnik::bot {
namespace {

// The parameters of turn.insert.
void BindTurn(sqlite::Statement& insert, const TurnRecord& turn) {
  insert.Bind(1, turn.id).Bind(2, turn.conversation_id).Bind(3, turn.key);
  insert.Bind(4, turn.request_digest).Bind(5, Milliseconds(turn.created_at)).Bind(6, turn.lang);
  insert.Bind(7, turn.question).Bind(8, turn.decision).Bind(9, turn.articles);
  insert.Bind(10, turn.confidence).Bind(11, turn.app).Bind(12, turn.screen);
  insert.Bind(13, turn.module).Bind(14, turn.index_version).Bind(15, turn.reply);
  insert.Bind(16, turn.episode).Bind(17, turn.verdict).Bind(18, turn.article);
  insert.Bind(19, turn.explanation);
}

Status InsertDraft(sqlite::Database& database, std::string_view turn_id, const DraftRecord& draft) {
  ASSIGN_OR_RETURN(auto insert, database.Prepare(sql::kDraftInsert));
  insert.Bind(1, turn_id).Bind(2, draft.reference).Bind(3, draft.title).Bind(4, draft.text);
  return insert.Run();
}

}  // namespace

TurnRecord ReadTurn(const sqlite::Statement& row) {
  TurnRecord turn;
  turn.id = row.Text(0);
  turn.conversation_id = row.Text(1);
  turn.key = row.Text(2);
  turn.request_digest = row.Text(3);
  turn.created_at = ToInstant(row.Integer(4));
  turn.lang = row.Text(5);
  turn.question = row.Text(6);
  turn.decision = row.Text(7);
  turn.articles = row.Text(8);
  turn.confidence = row.Real(9);
  turn.app = row.Text(10);
  turn.screen = row.Text(11);
  turn.module = row.Text(12);
  turn.index_version = row.Text(13);
  turn.reply = row.Text(14);
  turn.episode = static_cast<int>(row.Integer(15));
  turn.verdict = row.Text(16);
  turn.article = row.Text(17);
  turn.explanation = row.Text(18);
  return turn;
}

Result<TurnRecord> InsertTurn(sqlite::Database& database, const ConversationRecord& conversation,
                              const TurnRecord& turn, const std::optional<DraftRecord>& draft) {
  // Looked for first, so that a repeated first turn does not leave a second conversation behind.
  ASSIGN_OR_RETURN(std::optional<TurnRecord> stored, SelectTurnByKey(database, turn.key));
  if (stored) return std::move(*stored);

  ASSIGN_OR_RETURN(auto insert_conversation, database.Lend(sql::kConversationUpsert));
  insert_conversation->Bind(1, conversation.id);
  insert_conversation->Bind(2, Milliseconds(conversation.created_at)).Bind(3, conversation.channel);
  insert_conversation->Bind(4, conversation.state);
  RETURN_IF_ERROR(insert_conversation->Run());

  ASSIGN_OR_RETURN(auto insert_turn, database.Lend(sql::kTurnInsert));
  BindTurn(*insert_turn, turn);
  RETURN_IF_ERROR(insert_turn->Run());
  if (draft) RETURN_IF_ERROR(InsertDraft(database, turn.id, *draft));
  return turn;
}

Status UpdateDraft(sqlite::Database& database, std::string_view turn_id, const DraftRecord& draft,
                   Instant now) {
  ASSIGN_OR_RETURN(auto update, database.Prepare(sql::kDraftUpdate));
  update.Bind(1, turn_id).Bind(2, draft.title).Bind(3, draft.text).Bind(4, Milliseconds(now));
  RETURN_IF_ERROR(update.Run());
  if (database.changes() > 0) return {};
  return Error::NotFound("edit a draft: the turn " + std::string(turn_id) + " has none");
}

Result<FirstTime> InsertDraftEvent(sqlite::Database& database, const DraftEventRecord& event) {
  ASSIGN_OR_RETURN(const auto conversation, SelectConversationOfTurn(database, event.turn_id));
  if (!conversation) return Error::NotFound("note an event: no turn " + event.turn_id);
  ASSIGN_OR_RETURN(auto insert, database.Prepare(sql::kDraftEventInsert));
  insert.Bind(1, event.turn_id).Bind(2, DraftEventName(event.event));
  RETURN_IF_ERROR(insert.Bind(3, Milliseconds(event.created_at)).Run());
  return database.changes() > 0 ? FirstTime::kYes : FirstTime::kNo;
}

Result<std::optional<std::string>> SelectState(sqlite::Database& database,
                                               std::string_view conversation_id) {
  ASSIGN_OR_RETURN(auto select, database.Lend(sql::kConversationFindState));
  ASSIGN_OR_RETURN(const auto step, select->Bind(1, conversation_id).Step());
  if (step == sqlite::Step::kDone) return std::optional<std::string>();
  return std::optional<std::string>(select->Text(0));
}

Result<std::optional<DraftRecord>> SelectDraft(sqlite::Database& database,
                                               std::string_view turn_id) {
  ASSIGN_OR_RETURN(auto select, database.Prepare(sql::kDraftFind));
  ASSIGN_OR_RETURN(const auto step, select.Bind(1, turn_id).Step());
  if (step == sqlite::Step::kDone) return std::optional<DraftRecord>();
  return std::optional<DraftRecord>({.reference = std::string(select.Text(0)),
                                     .title = std::string(select.Text(1)),
                                     .text = std::string(select.Text(2))});
}

Status UpsertFeedback(sqlite::Database& database, const FeedbackRecord& feedback) {
  ASSIGN_OR_RETURN(auto upsert, database.Prepare(sql::kFeedbackUpsert));
  upsert.Bind(1, feedback.turn_id).Bind(2, feedback.helpful == Helpful::kYes ? 1 : 0);
  upsert.Bind(3, feedback.reason).Bind(4, Milliseconds(feedback.created_at));
  RETURN_IF_ERROR(upsert.Run());
  if (database.changes() == 0) return Error::NotFound("save feedback: no turn " + feedback.turn_id);
  return {};
}

Result<std::optional<TurnRecord>> SelectTurnByKey(sqlite::Database& database,
                                                  std::string_view key) {
  ASSIGN_OR_RETURN(auto select, database.Lend(sql::kTurnFindByKey));
  ASSIGN_OR_RETURN(const auto step, select->Bind(1, key).Step());
  if (step == sqlite::Step::kDone) return std::optional<TurnRecord>();
  return std::optional<TurnRecord>(ReadTurn(*select));
}

Result<std::optional<std::string>> SelectConversationOfTurn(sqlite::Database& database,
                                                            std::string_view turn_id) {
  ASSIGN_OR_RETURN(auto select, database.Lend(sql::kTurnFindConversation));
  ASSIGN_OR_RETURN(const auto step, select->Bind(1, turn_id).Step());
  if (step == sqlite::Step::kDone) return std::optional<std::string>();
  return std::optional<std::string>(select->Text(0));
}

Result<std::optional<FeedbackRecord>> SelectFeedback(sqlite::Database& database,
                                                     std::string_view turn_id) {
  ASSIGN_OR_RETURN(auto select, database.Prepare(sql::kFeedbackFind));
  ASSIGN_OR_RETURN(const auto step, select.Bind(1, turn_id).Step());
  if (step == sqlite::Step::kDone) return std::optional<FeedbackRecord>();
  return std::optional<FeedbackRecord>(
      {.turn_id = std::string(select.Text(0)),
       .helpful = select.Integer(1) == 1 ? Helpful::kYes : Helpful::kNo,
       .reason = std::string(select.Text(2)),
       .created_at = ToInstant(select.Integer(3))});
}

Result<std::int64_t> SelectTurnCount(sqlite::Database& database) {
  ASSIGN_OR_RETURN(auto select, database.Prepare(sql::kTurnCount));
  RETURN_IF_ERROR(select.Step());
  return select.Integer(0);
}

Result<std::int64_t> SelectTurnCountIn(sqlite::Database& database,
                                       std::string_view conversation_id) {
  ASSIGN_OR_RETURN(auto select, database.Lend(sql::kTurnCountInConversation));
  RETURN_IF_ERROR(select->Bind(1, conversation_id).Step());
  return select->Integer(0);
}

}  // namespace pomocnik::bot
