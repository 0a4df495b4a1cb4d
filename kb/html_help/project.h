// The project of a help: which key of the program opens which topic. Pure.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kb/html_help/files.h"
#include "kb/html_help/path.h"
#include "kb/markdown/reporter.h"

namespace pomocnik::kb::html_help {

struct Alias {
  std::string name;  // "IDH_RACUN"; in a compiled help, where names are lost, the number
  Target target;
  int line = 0;  // in its file; 0: not known
};

struct Project {
  std::string charset =
      "windows-1250";          // of texts that tell no other, by the language of the project
  std::string contents;        // path of the .hhc in lower case; empty: none
  std::string index;           // of the .hhk
  std::vector<Alias> aliases;  // names are unique
  std::map<std::string, int> numbers;  // by name, as [MAP] has them
};

// Well above what a help has.
inline constexpr std::size_t kMaxProjectBytes = 4 * 1024 * 1024;  // of one file of it
inline constexpr std::size_t kMaxAliases = 50'000;
inline constexpr int kMaxIncludes = 100;

// The first project among the files: an .hhp with the headers that it includes (`#define IDH_A 1234` in [MAP], `IDH_A=a.htm#b` in
// [ALIAS]), or what a compiled help keeps of it ("#SYSTEM", "#IVB", "#STRINGS"). What cannot be read of it is a warning of the
// reporter; without any of these only the .hhc and .hhk are found.
Project ReadProject(const Files& files, Reporter& reporter);

}  // namespace pomocnik::kb::html_help
