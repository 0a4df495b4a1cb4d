// What a compiled help keeps of its project. Pure.
#pragma once

#include <string_view>

#include "kb/html_help/project.h"

namespace pomocnik::kb::html_help {

// Out of the files "#SYSTEM" (the language), "#IVB" and "#STRINGS" (numbers and topics; the names are lost). What is damaged of
// them is left out with a warning.
Project ReadCompiledProject(const Files& files, Reporter& reporter);

// The character set that Windows wrote a language in, by its number (LCID).
std::string_view CharsetOfLanguage(int language);

}  // namespace pomocnik::kb::html_help
