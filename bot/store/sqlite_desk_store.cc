#include "bot/store/sqlite_desk_store.h"

#include <string>

#include "bot/store/conversation_queries.h"
#include "bot/store/desk_queries.h"
#include "bot/store/state_file.h"

namespace pomocnik::bot {
namespace {

// Readers are done within a second, and the writer waits half of that for them.
constexpr int kOverwriteTries = 3;

}  // namespace

Result<std::vector<UnansweredTurn>> SqliteDeskStore::ListUnanswered(const TimeSpan& span,
                                                                    int limit) {
  writer_.Settle();
  return readers_.Run(
      [&](sqlite::Database& database) { return SelectUnanswered(database, span, limit); });
}

Result<std::vector<GapMark>> SqliteDeskStore::ListGapMarks() {
  return readers_.Run(SelectGapMarks);
}

Status SqliteDeskStore::MarkGap(const GapMark& mark) {
  return writer_.Write([mark, limit = limit_bytes_](sqlite::Database& database) -> Status {
    RETURN_IF_ERROR(CheckRoom(database, limit));
    return UpsertGapMark(database, mark);
  });
}

Result<std::map<std::string, ArticleCounts>> SqliteDeskStore::CountArticles(
    const deflection::Period& period) {
  writer_.Settle();
  return readers_.Run(
      [&](sqlite::Database& database) { return SelectArticleCounts(database, period); });
}

Result<std::map<std::string, std::vector<std::string>>> SqliteDeskStore::ListTopQuestions(
    const TimeSpan& span, std::size_t limit) {
  return readers_.Run(
      [&](sqlite::Database& database) { return SelectTopQuestions(database, span, limit); });
}

Result<ConversationPage> SqliteDeskStore::ListConversations(const ConversationQuery& query) {
  writer_.Settle();
  return readers_.Run(
      [&](sqlite::Database& database) { return SelectConversations(database, query); });
}

Result<std::optional<WholeConversation>> SqliteDeskStore::FindConversation(std::string_view id) {
  writer_.Settle();
  return readers_.Run(
      [id](sqlite::Database& database) { return SelectConversation(database, id); });
}

Status SqliteDeskStore::EraseConversation(std::string_view id) {
  RETURN_IF_ERROR(writer_.Write([id = std::string(id)](sqlite::Database& database) {
    return DeleteConversation(database, id);
  }));
  Status overwritten;
  for (int i = 0; i < kOverwriteTries; ++i) {
    overwritten = writer_.WriteAndOverwrite([](sqlite::Database&) { return Status(); });
    if (overwritten) break;
  }
  return overwritten;
}

}  // namespace pomocnik::bot
