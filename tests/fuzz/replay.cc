// Runs a target over its corpus, so that neither can rot.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "tests/fuzz/target.h"

namespace pomocnik::fuzz {
namespace {

TEST_CASE("every input of the corpus holds the target's properties") {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(POMOCNIK_CORPUS_DIR)) {
    files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  REQUIRE(files.size() >= 3);
  for (const auto& file : files) {
    CAPTURE(file.filename().string());
    std::ifstream stream(file, std::ios::binary);
    REQUIRE(stream);
    RunInput(std::string(std::istreambuf_iterator<char>(stream), {}));
  }
}

TEST_CASE("inputs without any sense hold the target's properties") {
  std::string every_byte;
  for (int byte = 0; byte < 256; ++byte) every_byte += static_cast<char>(byte);
  RunInput("");
  RunInput(every_byte);
  RunInput(std::string(4096, '\xff'));
}

}  // namespace
}  // namespace pomocnik::fuzz
