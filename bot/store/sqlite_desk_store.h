// What staff look at, from <data>/state.db.
#pragma once

#include <cstdint>

#include "bot/desk_store.h"
#include "bot/store/reader_pool.h"
#include "bot/store/writer.h"

namespace pomocnik::bot {

// Writer and readers must outlive it.
class SqliteDeskStore : public DeskStore {
 public:
  SqliteDeskStore(Writer& writer, ReaderPool& readers, std::int64_t limit_bytes)
      : writer_(writer), readers_(readers), limit_bytes_(limit_bytes) {}

  Result<std::vector<UnansweredTurn>> ListUnanswered(const TimeSpan& span, int limit) override;
  Result<std::vector<GapMark>> ListGapMarks() override;
  Status MarkGap(const GapMark& mark) override;
  Result<std::map<std::string, ArticleCounts>> CountArticles(
      const deflection::Period& period) override;
  Result<std::map<std::string, std::vector<std::string>>> ListTopQuestions(
      const TimeSpan& span, std::size_t limit) override;
  Result<ConversationPage> ListConversations(const ConversationQuery& query) override;
  Result<std::optional<WholeConversation>> FindConversation(std::string_view id) override;
  Status EraseConversation(std::string_view id) override;

 private:
  Writer& writer_;
  ReaderPool& readers_;
  const std::int64_t limit_bytes_;
};

}  // namespace pomocnik::bot
