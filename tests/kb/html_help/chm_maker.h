// A .chm of a test's own, as a compiler that is not ours makes it.
#pragma once

#include <string>

#include "tests/kb/html_help/help_files.h"

namespace pomocnik::kb::html_help {

// The bytes that chmcmd (Debian: fp-utils) makes of a project whose pomoc.hhp says "Compiled file=pomoc.chm". It must know every
// file and give every alias a number. Fails the test otherwise.
std::string CompileHelp(const NamedTexts& files);

}  // namespace pomocnik::kb::html_help
