#include "bot/staff_log.h"

namespace pomocnik::bot {

std::string_view StaffDeedName(StaffDeed deed) {
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

}  // namespace pomocnik::bot
