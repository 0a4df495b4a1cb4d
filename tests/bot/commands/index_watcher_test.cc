#include "bot/commands/index_watcher.h"

#include <doctest/doctest.h>

#include <future>
#include <set>

#include "tests/support/data_files.h"
#include "tests/support/fake_clock.h"
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
  std::set<std::string> unreadable;
  std::map<std::string, Result<std::uint64_t>> sizes;  // 1000 when not listed
  int opened = 0;
  testing::FakeClock clock;
  CurrentKnowledge current;
  testing::RecordingLog log;
  IndexWatcher watcher{
      {[this] { return versions; }, [this](const std::string& version) { return Open(version); },
       [this](const std::string& version) { return SizeOf(version); }},
      current,
      clock,
      log};

  // "version: reason" of each that is refused.
  std::vector<std::string> Refused() const {
    std::vector<std::string> refused;
    for (const auto& [version, reason] : watcher.status().refused) {
      refused.push_back(version);
      refused.back().append(": ").append(reason);
    }
    return refused;
  }

  std::string Served() const {
    const auto knowledge = current.Get();
    return knowledge == nullptr ? "" : std::string(knowledge->searcher->version());
  }

 private:
  Result<std::shared_ptr<const Knowledge>> Open(const std::string& version) {
    ++opened;
    clock.Tick(std::chrono::milliseconds(25));
    if (damaged.contains(version)) return Error::Internal("wrong digest");
    if (unreadable.contains(version)) return Error::Unavailable("too many open files");
    return Knowledge::Open(std::make_shared<NamedSearcher>(version));
  }

  Result<std::uint64_t> SizeOf(const std::string& version) const {
    const auto found = sizes.find(version);
    return found == sizes.end() ? Result<std::uint64_t>(1000) : found->second;
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
        "index_published version=2 articles=0 milliseconds=25\n"
        "index_published version=3 articles=0 milliseconds=25\n");
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
  CHECK(folder.Refused() == std::vector<std::string>{"2: wrong digest"});
}

TEST_CASE("a version whose files could not be read is tried again") {
  Folder folder;
  folder.unreadable = {"2"};
  folder.versions = {"2", "1"};
  folder.watcher.Look();
  folder.watcher.Look();
  CHECK(folder.Served() == "1");
  CHECK(folder.log.lines().size() == 2);  // told once
  folder.unreadable.clear();
  folder.watcher.Look();
  CHECK(folder.Served() == "2");
  CHECK(folder.Refused().empty());
}

TEST_CASE("a refused version is looked at anew when it was taken away and came back") {
  Folder folder;
  folder.damaged = {"2"};
  folder.versions = {"2", "1"};
  folder.watcher.Look();
  folder.damaged.clear();
  folder.versions = {"1"};
  folder.watcher.Look();
  CHECK(folder.Refused().empty());
  folder.versions = {"2", "1"};
  folder.watcher.Look();
  CHECK(folder.Served() == "2");
}

TEST_CASE("when the served file changes its size or goes away, the version before it takes over") {
  struct Row {
    Result<std::uint64_t> size;
    const char* refusal;
  };
  const Row rows[] = {
      {std::uint64_t{999}, "2: the file had 1000 bytes when it was opened, now it has 999"},
      {Error::NotFound("it is gone"), "2: it is gone"},
  };
  for (const Row& row : rows) {
    Folder folder;
    folder.versions = {"2", "1"};
    folder.watcher.Look();
    CHECK(folder.Served() == "2");
    folder.sizes.emplace("2", row.size);
    folder.watcher.Look();
    CHECK(folder.Served() == "1");
    folder.watcher.Look();
    CHECK(folder.Served() == "1");
    CHECK(folder.Refused() == std::vector<std::string>{row.refusal});
    CHECK(folder.watcher.status().refusals == 1);
  }
}

TEST_CASE("a file that cannot be looked at is no reason to withdraw a version") {
  Folder folder;
  folder.versions = {"2", "1"};
  folder.watcher.Look();
  folder.sizes.emplace("2", Error::Unavailable("input/output error"));
  folder.watcher.Look();
  CHECK(folder.Served() == "2");
  CHECK(folder.Refused().empty());
}

TEST_CASE("without another version a damaged one is withdrawn") {
  Folder folder;
  folder.versions = {"1"};
  folder.watcher.Look();
  CHECK(folder.watcher.status().served_since.has_value());
  folder.sizes.emplace("1", std::uint64_t{0});
  folder.damaged = {"1"};
  folder.watcher.Look();
  CHECK(folder.Served().empty());
  CHECK(folder.log.lines().back() == "index_withdrawn");
  CHECK(folder.Refused().size() == 1);
  CHECK_FALSE(folder.watcher.status().served_since.has_value());
}

TEST_CASE("the status tells how often, how long and since when") {
  Folder folder;
  folder.versions = {"1"};
  folder.watcher.Look();
  folder.clock.Tick(std::chrono::hours(1));
  folder.damaged = {"3"};
  folder.versions = {"3", "2", "1"};
  folder.watcher.Look();
  const IndexStatus status = folder.watcher.status();
  CHECK(status.swaps == 2);
  CHECK(status.refusals == 1);
  CHECK(status.last_opening == std::chrono::milliseconds(25));
  CHECK(status.served_since == folder.clock.Now());
}

TEST_CASE("a replaced version is freed by the watcher, and not before its last reader is done") {
  Folder folder;
  folder.versions = {"1"};
  folder.watcher.Look();
  auto reader = folder.current.Get();
  const std::weak_ptr<const Knowledge> old = reader;
  folder.versions = {"2", "1"};
  folder.watcher.Look();
  folder.watcher.Look();
  CHECK_FALSE(old.expired());
  reader.reset();
  CHECK_FALSE(old.expired());
  folder.watcher.Look();
  CHECK(old.expired());
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
  const testing::FakeClock clock;
  CurrentKnowledge current;
  testing::RecordingLog log;
  int attempts = 0;
  std::promise<void> mended;
  IndexWatcher watcher({[] { return std::vector<std::string>{"1"}; },
                        [&](const std::string& name) -> Result<std::shared_ptr<const Knowledge>> {
                          if (++attempts == 1) return Error::Internal("wrong digest");
                          mended.set_value();
                          return Knowledge::Open(std::make_shared<NamedSearcher>(name));
                        },
                        [](const std::string&) { return Result<std::uint64_t>(1000); }},
                       current, clock, log);
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
