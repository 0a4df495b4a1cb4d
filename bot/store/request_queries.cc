#include "bot/store/request_queries.h"

#include <optional>
#include <string>
#include <utility>

#include "bot/store/event_queries.h"
#include "bot/store/event_writer.h"
#include "bot/store/sql.h"

namespace pomocnik::bot {
namespace {

using deflection::Event;
using sqlite::LentStatement;

void BindClosed(LentStatement& statement, int index, const FiledRequest& request) {
  if (request.closed_at) {
    statement->Bind(index, Milliseconds(*request.closed_at));
  } else {
    statement->BindNull(index);
  }
}

// A reference with the place where its episode was.
struct Joined {
  std::string reference;
  Event place;
};

Result<std::optional<Event>> PlaceOf(sqlite::Database& database, const std::string& reference) {
  std::string turn;
  {
    ASSIGN_OR_RETURN(LentStatement find, database.Lend(sql::kDraftFindTurn));
    ASSIGN_OR_RETURN(const auto step, find->Bind(1, reference).Step());
    if (step == sqlite::Step::kDone) return std::optional<Event>();
    turn = find->Text(0);
  }
  return SelectPlace(database, turn);
}

// The first of the references in the text that is one of ours.
Result<std::optional<Joined>> Join(sqlite::Database& database, const FiledRequest& request) {
  for (const std::string& reference : request.references) {
    ASSIGN_OR_RETURN(auto place, PlaceOf(database, reference));
    if (place) return std::optional(Joined{reference, *std::move(place)});
  }
  return std::optional<Joined>();
}

Status Insert(sqlite::Database& database, const FiledRequest& request,
              const std::optional<Joined>& joined) {
  ASSIGN_OR_RETURN(LentStatement insert, database.Lend(sql::kRequestInsert));
  insert->Bind(1, request.number).Bind(2, Milliseconds(request.created_at));
  insert->Bind(3, request.state).Bind(5, request.solution).Bind(6, request.text);
  BindClosed(insert, 4, request);
  insert->Bind(7, joined ? joined->reference : std::string());
  insert->Bind(8, joined ? joined->place.conversation_id : std::string());
  insert->Bind(9, joined ? joined->place.episode : 0);
  return insert->Run();
}

Status AddFiling(sqlite::Database& database, const FiledRequest& request, Event event) {
  event.kind = deflection::EventKind::kRequest;
  event.at = request.created_at;
  event.article.clear();
  event.detail = request.number;
  return KeepEvent(database, event);
}

enum class Found { kNothing, kSame, kOther };

Result<Found> Compare(sqlite::Database& database, const FiledRequest& request) {
  ASSIGN_OR_RETURN(LentStatement find, database.Lend(sql::kRequestFindState));
  ASSIGN_OR_RETURN(const auto step, find->Bind(1, request.number).Step());
  if (step == sqlite::Step::kDone) return Found::kNothing;
  std::optional<std::int64_t> closed_at;
  if (!find->IsNull(1)) closed_at = find->Integer(1);
  std::optional<std::int64_t> closes_at;
  if (request.closed_at) closes_at = Milliseconds(*request.closed_at);
  const bool same =
      find->Text(0) == request.state && closed_at == closes_at && find->Text(2) == request.solution;
  return same ? Found::kSame : Found::kOther;
}

Status Update(sqlite::Database& database, const FiledRequest& request) {
  ASSIGN_OR_RETURN(LentStatement update, database.Lend(sql::kRequestUpdate));
  update->Bind(1, request.number).Bind(2, request.state).Bind(4, request.solution);
  BindClosed(update, 3, request);
  return update->Run();
}

}  // namespace

Status ImportRequest(sqlite::Database& database, const FiledRequest& request,
                     ImportCounts& counts) {
  ASSIGN_OR_RETURN(const Found found, Compare(database, request));
  if (found == Found::kSame) return {};
  if (found == Found::kOther) {
    ++counts.updated;
    return Update(database, request);
  }
  ASSIGN_OR_RETURN(const auto joined, Join(database, request));
  RETURN_IF_ERROR(Insert(database, request, joined));
  ++counts.added;
  if (!joined) return {};
  ++counts.joined;
  return AddFiling(database, request, joined->place);
}

}  // namespace pomocnik::bot
