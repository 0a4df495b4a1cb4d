// Which member of staff did what: a log that is only added to. The border to the state database.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"

namespace pomocnik::bot {

// How long an entry is kept, and cannot be taken out before.
inline constexpr std::chrono::days kStaffLogLife{2 * 365};

enum class StaffDeed {
  kSignedIn,
  kSignInRefused,  // a wrong password or code for a name that exists
  kSignedOut,
  kSessionRevoked,
  kViewed,    // a conversation
  kExported,  // figures or a conversation
  kErased,    // a conversation
  kEdited,    // an article, a question, a word, an assumption
  kPublished,
  kRolledBack,
};

// As the log and the wire name it.
constexpr std::string_view StaffDeedName(StaffDeed deed) {
  switch (deed) {
    case StaffDeed::kSignedIn:
      return "signed_in";
    case StaffDeed::kSignInRefused:
      return "sign_in_refused";
    case StaffDeed::kSignedOut:
      return "signed_out";
    case StaffDeed::kSessionRevoked:
      return "session_revoked";
    case StaffDeed::kViewed:
      return "viewed";
    case StaffDeed::kExported:
      return "exported";
    case StaffDeed::kErased:
      return "erased";
    case StaffDeed::kEdited:
      return "edited";
    case StaffDeed::kPublished:
      return "published";
    case StaffDeed::kRolledBack:
      return "rolled_back";
  }
  return "";
}

struct StaffAct {
  Instant at;
  std::string name;  // of the account
  StaffDeed act = StaffDeed::kViewed;
  std::string
      object;  // what it was done to: "conversation/ID", "article/ID", "overview", a version; "": nothing
};

// An act as it was kept; `act` is a StaffDeedName, perhaps of another program version.
struct StaffEntry {
  Instant at;
  std::string name;
  std::string act;
  std::string object;
  bool operator==(const StaffEntry&) const = default;
};

// Thread-safe.
class StaffLog {
 public:
  virtual ~StaffLog() = default;

  // Returns after the commit. kUnavailable: it is not known to be kept; then what it tells of must not be done
  // or shown.
  virtual Status Note(const StaffAct& act) = 0;

  // Never waits; may be lost. For what was refused: how long that takes must not tell why.
  virtual void NoteLater(const StaffAct& act) = 0;

  // From `from` to before `to`, the newest first, at most `limit`.
  virtual Result<std::vector<StaffEntry>> List(Instant from, Instant to, int limit) = 0;
};

}  // namespace pomocnik::bot
