// The door that staff routes lie behind.
#pragma once

#include <string>
#include <variant>

#include "bot/http/message.h"
#include "bot/http/staff/staff_parts.h"
#include "bot/staff/role.h"

namespace pomocnik::bot::http {

// Who has passed.
struct Visit {
  std::string name;  // of the account
  Role role = Role::kViewer;
};

// Thread-safe.
class StaffDoor {
 public:
  explicit StaffDoor(const StaffParts& parts) : parts_(parts) {}

  // Lets in the request of an open session whose account may do at least that; a POST only when a page of our own
  // sent it with the session's token. Else the refusal, which tells nothing of what is behind the door.
  std::variant<Visit, Response> LetIn(const Request& request, Role least) const;

 private:
  StaffParts parts_;
};

}  // namespace pomocnik::bot::http
