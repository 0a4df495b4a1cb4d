#include "bot/store/conversation_queries.h"

#include <charconv>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "bot/store/sql.h"
#include "bot/store/turn_queries.h"

namespace pomocnik::bot {
namespace {

constexpr std::size_t kMaxWords =
    4;  // that a statement takes; what is behind them is one word with the last

std::vector<std::string> WordsOf(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) break;
    text.remove_prefix(begin);
    const std::size_t end = std::min(text.find(' '), text.size());
    if (words.size() == kMaxWords) {
      words.back() += " " + std::string(text.substr(0, end));
    } else {
      words.emplace_back(text.substr(0, end));
    }
    text.remove_prefix(end);
  }
  words.resize(kMaxWords);
  return words;
}

// Where a page ends: the newest turn of its last conversation. "1795685645000-CONVERSATION".
struct Place {
  std::int64_t at = 0;
  std::string id;

  bool operator<(const Place& other) const {
    return std::pair(at, std::string_view(id)) < std::pair(other.at, std::string_view(other.id));
  }
};

std::string Text(const Place& place) { return std::to_string(place.at) + "-" + place.id; }

std::optional<Place> ParsePlace(std::string_view text) {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  Place place;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + dash, place.at);
  if (failure != std::errc() || end != text.data() + dash) return std::nullopt;
  place.id = text.substr(dash + 1);
  return place;
}

void BindQuery(sqlite::Statement& select, const ConversationQuery& query) {
  select.Bind(1, Milliseconds(query.span.from)).Bind(2, Milliseconds(query.span.before));
  const auto words = WordsOf(query.words);
  for (std::size_t i = 0; i < kMaxWords; ++i) select.Bind(static_cast<int>(3 + i), words[i]);
  select.Bind(7, query.decision).Bind(8, query.channel).Bind(9, query.module);
  select.Bind(10, query.article).Bind(11, query.outcome);
}

// The conversations of a page, each with its newest turn that fits, and one more when there is one. A conversation
// that stood on an earlier page is met there first, so the turns are read from the newest on.
Result<std::vector<Place>> SelectPlaces(sqlite::Database& database,
                                        const ConversationQuery& query) {
  const auto after = ParsePlace(query.after);
  ASSIGN_OR_RETURN(auto select, database.Prepare(sql::kTurnListFound));
  BindQuery(select, query);
  std::unordered_set<std::string> seen;
  std::vector<Place> places;
  while (places.size() <= static_cast<std::size_t>(query.limit)) {
    ASSIGN_OR_RETURN(const auto step, select.Step());
    if (step == sqlite::Step::kDone) break;
    Place place{select.Integer(0), std::string(select.Text(1))};
    if (!seen.insert(place.id).second) continue;
    if (!after || place < *after) places.push_back(std::move(place));
  }
  return places;
}

Status ReadVote(const sqlite::Statement& row, WholeTurn& whole) {
  if (row.IsNull(19)) return {};
  whole.vote = FeedbackRecord{.turn_id = whole.turn.id,
                              .helpful = row.Integer(19) == 1 ? Helpful::kYes : Helpful::kNo,
                              .reason = std::string(row.Text(20)),
                              .created_at = ToInstant(row.Integer(21))};
  return {};
}

Result<std::vector<WholeTurn>> SelectTurns(sqlite::Database& database, std::string_view id) {
  ASSIGN_OR_RETURN(auto select, database.Prepare(sql::kTurnListOfConversation));
  select.Bind(1, id);
  std::vector<WholeTurn> turns;
  for (;;) {
    ASSIGN_OR_RETURN(const auto step, select.Step());
    if (step == sqlite::Step::kDone) return turns;
    WholeTurn& whole = turns.emplace_back();
    whole.turn = ReadTurn(select);
    RETURN_IF_ERROR(ReadVote(select, whole));
    if (!select.IsNull(22)) {
      whole.draft = DraftRecord{.reference = std::string(select.Text(22)),
                                .title = std::string(select.Text(23)),
                                .text = std::string(select.Text(24))};
    }
  }
}

Status ReadChanges(sqlite::Database& database, std::string_view id,
                   std::vector<WholeEpisode>& episodes) {
  ASSIGN_OR_RETURN(auto select, database.Prepare(sql::kEpisodeChangeListOfConversation));
  select.Bind(1, id);
  for (;;) {
    ASSIGN_OR_RETURN(const auto step, select.Step());
    if (step == sqlite::Step::kDone) return {};
    for (WholeEpisode& episode : episodes) {
      if (episode.number != select.Integer(0)) continue;
      episode.changes.push_back({.at = ToInstant(select.Integer(1)),
                                 .was = std::string(select.Text(2)),
                                 .became = std::string(select.Text(3)),
                                 .reason = std::string(select.Text(4))});
    }
  }
}

Result<std::vector<WholeEpisode>> SelectEpisodes(sqlite::Database& database, std::string_view id) {
  ASSIGN_OR_RETURN(auto select, database.Prepare(sql::kEpisodeListOfConversation));
  select.Bind(1, id);
  std::vector<WholeEpisode> episodes;
  for (;;) {
    ASSIGN_OR_RETURN(const auto step, select.Step());
    if (step == sqlite::Step::kDone) break;
    episodes.push_back({.number = select.Integer(0),
                        .outcome = std::string(select.Text(1)),
                        .reason = std::string(select.Text(2)),
                        .standing = std::string(select.Text(3)),
                        .changes = {}});
  }
  RETURN_IF_ERROR(ReadChanges(database, id, episodes));
  return episodes;
}

Status RunFor(Result<sqlite::Statement> statement, std::string_view id) {
  if (!statement) return std::move(statement).error();
  return statement->Bind(1, id).Run();
}

}  // namespace

Result<ConversationPage> SelectConversations(sqlite::Database& database,
                                             const ConversationQuery& query) {
  ASSIGN_OR_RETURN(auto places, SelectPlaces(database, query));
  ConversationPage page;
  if (places.size() > static_cast<std::size_t>(query.limit)) {
    places.pop_back();
    page.next = Text(places.back());
  }
  ASSIGN_OR_RETURN(auto summarise, database.Prepare(sql::kConversationSummarise));
  for (const Place& place : places) {
    ASSIGN_OR_RETURN(const auto step, summarise.Bind(1, place.id).Step());
    if (step == sqlite::Step::kRow) {
      page.conversations.push_back({.id = place.id,
                                    .started_at = ToInstant(summarise.Integer(0)),
                                    .last_at = ToInstant(place.at),
                                    .channel = std::string(summarise.Text(1)),
                                    .lang = std::string(summarise.Text(2)),
                                    .turns = summarise.Integer(3),
                                    .first_question = std::string(summarise.Text(4)),
                                    .decision = std::string(summarise.Text(5)),
                                    .outcome = std::string(summarise.Text(6))});
    }
    summarise.Reset();
  }
  return page;
}

Result<std::optional<WholeConversation>> SelectConversation(sqlite::Database& database,
                                                            std::string_view id) {
  WholeConversation whole;
  {
    ASSIGN_OR_RETURN(auto find, database.Prepare(sql::kConversationFind));
    ASSIGN_OR_RETURN(const auto step, find.Bind(1, id).Step());
    if (step == sqlite::Step::kDone) return std::optional<WholeConversation>();
    whole.id = id;
    whole.started_at = ToInstant(find.Integer(0));
    whole.channel = find.Text(1);
  }
  ASSIGN_OR_RETURN(whole.turns, SelectTurns(database, id));
  ASSIGN_OR_RETURN(whole.episodes, SelectEpisodes(database, id));
  return std::optional(std::move(whole));
}

Status DeleteConversation(sqlite::Database& database, std::string_view id) {
  ASSIGN_OR_RETURN(auto conversation, database.Prepare(sql::kConversationDelete));
  RETURN_IF_ERROR(conversation.Bind(1, id).Run());
  if (database.changes() == 0) {
    return Error::NotFound("erase a conversation: there is no " + std::string(id));
  }
  RETURN_IF_ERROR(RunFor(database.Prepare(sql::kEventDeleteOfConversation), id));
  RETURN_IF_ERROR(RunFor(database.Prepare(sql::kEpisodeDeleteOfConversation), id));
  RETURN_IF_ERROR(RunFor(database.Prepare(sql::kEpisodeChangeDeleteOfConversation), id));
  return RunFor(database.Prepare(sql::kRequestForgetConversation), id);
}

}  // namespace pomocnik::bot
