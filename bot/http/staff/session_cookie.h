// The cookie that holds a session's id. `__Host-`: a browser takes it over HTTPS only (or from this machine), and gives
// it to no other host. Pure.
#pragma once

#include <string>
#include <string_view>

#include "bot/http/message.h"

namespace pomocnik::bot::http {

// Of a request; empty when it has none, several, or one that cannot be ours.
std::string FindSessionId(const Headers& headers);

Header GiveSession(std::string_view id);
Header TakeSession();  // makes the browser forget it

}  // namespace pomocnik::bot::http
