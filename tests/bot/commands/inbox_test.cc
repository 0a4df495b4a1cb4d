#include "bot/commands/inbox.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "bot/commands/inbox_file.h"
#include "tests/support/recording_log.h"
#include "tests/support/temp_folder.h"

namespace pomocnik::bot::commands {
namespace {

class FakeRequestStore : public RequestStore {
 public:
  std::vector<FiledRequest> kept;
  bool broken = false;

  Result<ImportCounts> ImportRequests(const std::vector<FiledRequest>& requests) override {
    if (broken) return Error::Unavailable("the fake store is broken");
    kept.insert(kept.end(), requests.begin(), requests.end());
    return ImportCounts{
        .added = static_cast<std::int64_t>(requests.size()), .updated = 2, .joined = 1};
  }
};

std::vector<FiledRequest> SomeRequests() {
  FiledRequest open;
  open.number = "Z-1";
  open.created_at = *ParseRfc3339("2026-11-23T10:00:00.123Z");
  open.state = "odprt";
  open.text = "\"č\"\n\\";
  open.references = {"P-7K3F9Q"};
  FiledRequest closed = open;
  closed.number = "Z-2";
  closed.closed_at = *ParseRfc3339("2026-11-24T10:00:00Z");
  closed.solution = "Opravljeno.";
  return {open, closed};
}

struct InboxScene {
  testing::TempFolder folder;
  testing::RecordingLog log;
  FakeRequestStore store;
  std::string data = folder.path().string();
  Inbox inbox{data, store, log};

  std::size_t files() const {
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(data + "/inbox"))
      ++count;
    return count;
  }
};

TEST_CASE("what is put into the inbox is taken up whole, and the receipt says what was done") {
  InboxScene scene;
  scene.inbox.Look();  // there is no folder yet
  const auto path = PutIntoInbox(scene.data, SomeRequests());
  REQUIRE_MESSAGE(path, (path ? "" : path.error().message));
  CHECK((std::filesystem::status(*path).permissions() & std::filesystem::perms(0777)) ==
        std::filesystem::perms(0600));
  CHECK_FALSE(TakeReceipt(*path));
  scene.inbox.Look();
  CHECK(scene.store.kept == SomeRequests());
  CHECK(TakeReceipt(*path) == ImportCounts{.added = 2, .updated = 2, .joined = 1});
  CHECK(scene.files() == 0);
}

TEST_CASE("a running inbox takes things up by itself") {
  InboxScene scene;
  scene.inbox.Start();
  const auto path = PutIntoInbox(scene.data, SomeRequests());
  REQUIRE(path);
  std::optional<ImportCounts> receipt;
  while (!receipt) receipt = TakeReceipt(*path);
  CHECK(receipt->added == 2);
}

TEST_CASE("what could not be kept is tried again, and what cannot be read is set aside") {
  InboxScene scene;
  const auto path = PutIntoInbox(scene.data, SomeRequests());
  REQUIRE(path);
  scene.store.broken = true;
  scene.inbox.Look();
  CHECK(std::filesystem::exists(*path));
  CHECK(scene.log.text().find("inbox_waits") != std::string::npos);
  std::ofstream(scene.data + "/inbox/1.json") << R"([{"number":1}])";
  scene.store.broken = false;
  scene.inbox.Look();
  CHECK(scene.store.kept.size() == 2);
  CHECK(std::filesystem::exists(scene.data + "/inbox/1.json.refused"));
  CHECK(scene.log.text().find("inbox_refused") != std::string::npos);
}

TEST_CASE("files of an inbox that hold anything else are refused") {
  for (const char* text :
       {"", "{}", "[1]", "[{}]", R"([{"number":"1","state":"","solution":"","text":""}])",
        R"([{"number":"1","state":"","solution":"","text":"","created":1,"references":[1]}])"}) {
    CAPTURE(text);
    CHECK_FALSE(ReadRequests(text));
  }
  for (const char* text : {"", "[]", "{}", R"({"added":"1","updated":0,"joined":0})"}) {
    CAPTURE(text);
    CHECK_FALSE(ReadReceipt(text));
  }
}

}  // namespace
}  // namespace pomocnik::bot::commands
