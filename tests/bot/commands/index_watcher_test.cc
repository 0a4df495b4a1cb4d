#include "bot/commands/index_watcher.h"

#include <doctest/doctest.h>

#include <future>

#include "tests/support/data_files.h"
#include "tests/support/fake_searcher.h"
#include "tests/support/recording_log.h"

namespace pomocnik::bot::commands {
namespace {

class NamedSearcher : public testing::FakeSearcher {
 public:
  explicit NamedSearcher(std::string name) : name_(std::move(name)) {
    data_files = testing::ReadDataFiles();
  }
  std::string_view version() const override { return name_; }

 private:
  const std::string name_;
};

struct Folder {
  std::vector<std::string> versions;  // newest first
  std::set<std::string> damaged;
  int opened = 0;
  CurrentKnowledge current;
  testing::RecordingLog log;
  IndexWatcher watcher{
      {[this] { return versions; }, [this](const std::string& version) { return Open(version); }},
      current,
      log};

  std::string Served() const {
    const auto knowledge = current.Get();
    return knowledge == nullptr ? "" : std::string(knowledge->searcher->version());
  }

 private:
  Result<std::shared_ptr<const Knowledge>> Open(const std::string& version) {
    ++opened;
    if (damaged.contains(version)) return Error::Internal("wrong digest");
    return Knowledge::Open(std::make_shared<NamedSearcher>(version));
  }
};

TEST_CASE("the newest version is served, and the next one when it comes") {
  Folder folder;
  folder.watcher.Look();
  CHECK(folder.Served().empty());
  folder.versions = {"2", "1"};
  folder.watcher.Look();
  CHECK(folder.Served() == "2");
  folder.watcher.Look();
  CHECK(folder.opened == 1);
  folder.versions = {"3", "2", "1"};
  folder.watcher.Look();
  CHECK(folder.Served() == "3");
  CHECK(folder.log.text() ==
        "index_published version=2 articles=0\nindex_published version=3 articles=0\n");
}

TEST_CASE("a damaged version is refused once and the old one goes on") {
  Folder folder;
  folder.versions = {"1"};
  folder.watcher.Look();
  folder.damaged = {"2"};
  folder.versions = {"2", "1"};
  folder.watcher.Look();
  folder.watcher.Look();
  CHECK(folder.Served() == "1");
  CHECK(folder.opened == 2);
  CHECK(folder.log.lines().back() == "index_refused version=2 reason=wrong digest");
}

TEST_CASE("at the start a damaged version is passed over") {
  Folder folder;
  folder.damaged = {"2"};
  folder.versions = {"2", "1"};
  folder.watcher.Look();
  CHECK(folder.Served() == "1");
}

TEST_CASE("taking the newest version away rolls back") {
  Folder folder;
  folder.versions = {"2", "1"};
  folder.watcher.Look();
  folder.versions = {"1"};
  folder.watcher.Look();
  CHECK(folder.Served() == "1");
}

TEST_CASE("the watching thread stops at once") {
  Folder folder;
  folder.watcher.Start();
  folder.watcher.Stop();
  CHECK(folder.Served().empty());
}

TEST_CASE("a refused version is opened again when somebody asks for it") {
  CurrentKnowledge current;
  testing::RecordingLog log;
  int attempts = 0;
  std::promise<void> mended;
  IndexWatcher watcher({[] { return std::vector<std::string>{"1"}; },
                        [&](const std::string& name) -> Result<std::shared_ptr<const Knowledge>> {
                          if (++attempts == 1) return Error::Internal("wrong digest");
                          mended.set_value();
                          return Knowledge::Open(std::make_shared<NamedSearcher>(name));
                        }},
                       current, log);
  watcher.Look();
  CHECK(current.Get() == nullptr);
  watcher.Start();
  watcher.LookAgain();
  CHECK(mended.get_future().wait_for(std::chrono::seconds(10)) == std::future_status::ready);
  watcher.Stop();
  CHECK(current.Get() != nullptr);
}

}  // namespace
}  // namespace pomocnik::bot::commands
