#include "tests/kb/html_help/chm_maker.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/support/files.h"
#include "tests/support/temp_folder.h"

namespace pomocnik::kb::html_help {

std::string CompileHelp(const NamedTexts& files) {
  const pomocnik::testing::TempFolder folder;
  for (const auto& [name, text] : files) {
    const std::filesystem::path path = folder.File(name);
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
  }
  const std::string command =
      "cd " + folder.path().string() + " && chmcmd pomoc.hhp >/dev/null 2>&1";
  REQUIRE(std::system(command.c_str()) == 0);
  return pomocnik::testing::ReadFile(folder.File("pomoc.chm"));
}

}  // namespace pomocnik::kb::html_help
