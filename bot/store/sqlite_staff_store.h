// Sessions, tries and the log of staff in <data>/state.db.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "bot/staff_log.h"
#include "bot/staff_store.h"
#include "bot/store/reader_pool.h"
#include "bot/store/writer.h"

namespace pomocnik::bot {

// Takes no heed of the state's limit: who keeps the service has to get in when it is reached, and what is kept here is
// bounded by the number of staff. Writer and readers must outlive it.
class SqliteStaffStore : public StaffStore, public StaffLog {
 public:
  SqliteStaffStore(Writer& writer, ReaderPool& readers) : writer_(writer), readers_(readers) {}

  Status CountTry(const SignInTry& attempt) override;
  Status ForgetTry(const SignInTry& attempt) override;
  Status UseCode(std::string_view name, std::int64_t step) override;
  Status OpenSession(const SessionRecord& session) override;
  Result<std::optional<SessionRecord>> FindSession(std::string_view digest) override;
  void NoteSeen(std::string_view digest, Instant at) override;
  Result<std::vector<SessionRecord>> ListSessions(std::string_view name) override;
  Status CloseSession(std::string_view name, std::int64_t number) override;

  Status Note(const StaffAct& act) override;
  void NoteLater(const StaffAct& act) override;
  Result<std::vector<StaffEntry>> List(Instant from, Instant to, int limit) override;

 private:
  Writer& writer_;
  ReaderPool& readers_;
};

}  // namespace pomocnik::bot
