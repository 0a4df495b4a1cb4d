#include "bot/store/past_writer.h"

#include "bot/store/ledger_writer.h"
#include "bot/store/sql.h"

namespace pomocnik::bot {

Status AddPastEvents(sqlite::Database& database, const std::vector<deflection::Event>& events,
                     const deflection::LedgerRules& rules) {
  LedgerFolder folder(database, rules);
  for (const deflection::Event& event : events) {
    RETURN_IF_ERROR(folder.Fold(event, std::nullopt));
  }
  return folder.Write();
}

Status AddPastRequest(sqlite::Database& database, const PastRequest& request) {
  ASSIGN_OR_RETURN(auto insert, database.Lend(sql::kRequestAddPast));
  insert->Bind(1, request.number).Bind(2, Milliseconds(request.created_at));
  insert->Bind(3, request.state);
  if (request.closed_at) {
    insert->Bind(4, Milliseconds(*request.closed_at));
  } else {
    insert->BindNull(4);
  }
  insert->Bind(5, request.solution).Bind(6, request.text).Bind(7, request.reference);
  return insert->Bind(8, request.conversation_id).Bind(9, request.episode).Run();
}

}  // namespace pomocnik::bot
