// How a password comes in: typed twice at the terminal, or as a line of the standard input.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace pomocnik::bot::commands {

enum class PasswordSource { kTerminal, kStandardInput };

// At the terminal nothing that is typed is shown, and it is asked for again to be sure. kInvalidArgument: there is no
// terminal, the two differ, or who types has given up (Ctrl-C, Ctrl-D).
Result<std::string> AskPassword(PasswordSource source, std::string_view account);

}  // namespace pomocnik::bot::commands
