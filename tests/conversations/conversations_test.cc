#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "bot/answerer.h"
#include "index/fts/builder.h"
#include "index/fts/catalog.h"
#include "kb/import/directory_reader.h"
#include "tests/conversations/transcript.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_folder.h"

namespace pomocnik::testing {
namespace {

namespace fs = std::filesystem;

// The tree's knowledge base, indexed for these tests.
std::shared_ptr<const bot::Knowledge> IndexOfTheTree(const TempFolder& folder, const Clock& clock) {
  kb::ReadOptions read;
  read.kb_folder = POMOCNIK_SOURCE_DIR "/kb";
  auto report = kb::ReadKnowledgeBase(read);
  REQUIRE(report);
  index::BuildOptions build;
  build.folder = folder.path().string();
  auto summary = index::BuildIndex(report->library, build, clock);
  REQUIRE(summary);
  auto searcher = index::OpenVersion(build.folder, summary->version);
  REQUIRE(searcher);
  auto knowledge = bot::Knowledge::Open(*searcher);
  if (!knowledge) FAIL(knowledge.error().message);
  return *knowledge;
}

std::vector<fs::path> Transcripts() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(POMOCNIK_SOURCE_DIR "/tests/conversations")) {
    bool transcript =
        entry.path().extension() == ".txt" && entry.path().filename() != "CMakeLists.txt";
    if (transcript) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

TEST_CASE("every dialogue goes as it is written") {
  FakeClock clock;
  TempFolder folder;
  auto knowledge = IndexOfTheTree(folder, clock);
  bot::Answerer answerer(clock);
  auto paths = Transcripts();
  CHECK(paths.size() >= 15);
  for (const auto& path : paths) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    std::vector<std::string> errors;
    auto exchanges = ParseTranscript(text.str(), errors);
    std::string name = path.filename().string();
    for (const auto& error : errors) FAIL_CHECK(name << ":" << error);
    CHECK_MESSAGE(!exchanges.empty(), name);
    for (const auto& exchange : exchanges) {
      auto answer = answerer.Reply(exchange.question, *knowledge);
      REQUIRE(answer);
      CHECK(answer->reply.handoff.portal_url == knowledge->policy.portal_url);
      for (const auto& expectation : exchange.expectations) {
        std::string mismatch = Mismatch(expectation, answer->reply);
        CHECK_MESSAGE(mismatch.empty(), name << ":" << expectation.line << ": " << expectation.what
                                             << ": " << expectation.value << " – " << mismatch);
      }
    }
  }
}

}  // namespace
}  // namespace pomocnik::testing
