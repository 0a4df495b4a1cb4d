#include "bot/commands/import_schedule.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "kb/import/staging.h"
#include "tests/support/fake_clock.h"
#include "tests/support/recording_log.h"
#include "tests/support/temp_folder.h"

namespace pomocnik::bot::commands {
namespace {

using namespace std::chrono_literals;
using testing::TempFolder;

kb::SourceConfig Source(const std::string& name, const std::string& from,
                        std::chrono::seconds every = 0s) {
  kb::SourceConfig source;
  source.defaults.source = name;
  source.from = from;
  source.every = every;
  return source;
}

// A schedule whose imports are only noted, and note in turn when they were.
class ScheduleScene {
 public:
  explicit ScheduleScene(std::vector<kb::SourceConfig> sources)
      : schedule_({std::move(sources), folder_.File("data"),
                   [this](const auto& names, const auto&) { return Import(names); },
                   [this](const std::string& path) { return fingerprints_[path]; }},
                  clock_, log_) {}

  // What was imported by one look: "a b".
  std::string Look() {
    imported_.clear();
    schedule_.Look();
    return imported_;
  }
  void Change(const std::string& path) { ++fingerprints_[path]; }
  testing::FakeClock& clock() { return clock_; }
  testing::RecordingLog& log() { return log_; }

 private:
  int Import(const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      imported_ += imported_.empty() ? name : " " + name;
      kb::SourceState state;
      state.tried_at = clock_.Now();
      REQUIRE(kb::SaveState(kb::FolderOfSource(folder_.File("data"), name), state));
    }
    return 0;
  }

  TempFolder folder_;
  testing::FakeClock clock_;
  testing::RecordingLog log_;
  std::map<std::string, std::uint64_t> fingerprints_;
  std::string imported_;
  ImportSchedule schedule_;
};

TEST_CASE("a local source is imported at the start and when its files change") {
  ScheduleScene scene({Source("a", "pages/a"), Source("b", "pages/b")});
  CHECK(scene.Look() == "a b");
  CHECK(scene.Look() == "");
  scene.Change("pages/b");
  CHECK(scene.Look() == "b");
  CHECK(scene.Look() == "");
}

TEST_CASE("a source is imported as often as it says") {
  ScheduleScene scene({Source("feed", "https://a.si/feed", 1h), Source("still", "https://a.si/b")});
  CHECK(scene.Look() == "feed still");
  scene.clock().Tick(59min);
  CHECK(scene.Look() == "");
  scene.clock().Tick(1min);
  CHECK(scene.Look() == "feed");
}

TEST_CASE("files are told from others by name, size and time") {
  const TempFolder folder;
  const std::string file = folder.File("a/b.html");
  std::filesystem::create_directories(folder.File("a"));
  CHECK(FingerprintOf(folder.File("none")) == 0);
  std::ofstream(file) << "ena";
  const auto first = FingerprintOf(folder.File("a"));
  CHECK(FingerprintOf(folder.File("a")) == first);
  std::ofstream(file) << "ena dva";
  const auto second = FingerprintOf(folder.File("a"));
  CHECK(second != first);
  std::filesystem::rename(file, folder.File("a/c.html"));
  CHECK(FingerprintOf(folder.File("a")) != second);
  CHECK(FingerprintOf(folder.File("a/c.html")) != 0);
}

}  // namespace
}  // namespace pomocnik::bot::commands
