#include "bot/http/staff/publish_routes.h"

#include <doctest/doctest.h>

#include "bot/http/staff/publish_api.h"
#include "tests/bot/http/golden.h"
#include "tests/bot/http/openapi.h"
#include "tests/bot/http/staff/handler_bench.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_desk.h"
#include "tests/support/fake_staff_log.h"
#include "tests/support/recording_log.h"

namespace pomocnik::bot::http {
namespace {

using publishing::Phase;
using testing::ErrorOf;
using Served = publishing::Version::Served;

constexpr const char* kServed = "20261119T081500000-3f9a1c00";
constexpr const char* kOlder = "20261112T070200000-91bd4000";
constexpr const char* kCandidate = "20261119T120400000-c2e77100";

publishing::State ReadyState() {
  publishing::State state;
  state.phase = Phase::kReady;
  state.progress = {624, 624};
  state.served = kServed;
  state.versions = {{kServed, 142, ParseRfc3339("2026-11-19T08:15:00Z"), Served::kYes},
                    {kOlder, 141, ParseRfc3339("2026-11-12T07:02:00Z"), Served::kNo}};
  publishing::Candidate candidate;
  candidate.version = kCandidate;
  candidate.against = kServed;
  candidate.articles = 143;
  const publishing::ArticleRef refund = {"fak-dobropis", "Dobropis za izdani račun"};
  const publishing::ArticleRef tax = {"fak-davcna-stevilka-kupca",
                                      "Napačna davčna številka kupca na izdanem računu"};
  candidate.changes.added = {tax};
  candidate.changes.changed = {refund};
  candidate.questions = 312;
  candidate.differences.won = {{"desk-1-a",
                                "kako popravim davčno številko kupca na izdanem računu",
                                tax,
                                {},
                                {Decision::kAnswer, tax, publishing::Grade::kAnswered}}};
  candidate.differences.lost = {{"fak-dobropis-c",
                                 "dobropis kupcu za vračilo",
                                 refund,
                                 {Decision::kAnswer, refund, publishing::Grade::kAnswered},
                                 {Decision::kAnswer, tax, publishing::Grade::kMissed}}};
  candidate.diagnostics = {{kb::Severity::kWarning, "articles/fak-dobropis.md", 9,
                            "related article 'fak-gumb' does not exist", "related", "fak-gumb"}};
  state.candidate = std::move(candidate);
  state.editable = publishing::State::Editable::kYes;
  kb::SourceState source;
  source.outcome = kb::SourceOutcome::kFailed;
  source.error = "cannot find the folder pages";
  source.imported_at = ParseRfc3339("2026-11-19T06:00:00Z");
  source.tried_at = ParseRfc3339("2026-11-19T12:00:00Z");
  source.articles = 16;
  source.added = 1;
  source.changed = 2;
  source.warned = 1;
  source.diagnostics = {
      {kb::Severity::kWarning, "help/a.html", 0, "the picture b.png is not in the source"}};
  state.sources = {{"help-icenter", "html", source}, {"novice", "feed", {}}};
  return state;
}

struct PublishBench {
  testing::FakeDesk desk;
  testing::FakeStaffLog staff_log;
  testing::FakeClock clock;
  testing::RecordingLog log;
  testing::HandlerBench routes{PublishRoutes({desk, staff_log, clock, log})};

  Response Post(const std::string& action, const std::string& body = "{}") const {
    return routes.Ask("POST", "publish/" + action, body);
  }
  static std::string Version(const char* version) {
    return std::string(R"({"version":")") + version + "\"}";
  }
};

TEST_CASE("the state is written as its sample says") {
  testing::CheckSample(WritePublishState(ReadyState()), "staff_publish.json", "Publishing");
  CHECK(testing::OpenApi().CheckText("Publishing", WritePublishState({})).empty());
}

TEST_CASE("preparing begins, and tells how it stands") {
  PublishBench bench;
  bench.desk.now.phase = Phase::kBuilding;
  bench.desk.now.progress = {3, 10};
  const Response response = bench.Post("prepare");
  CHECK(response.status == 200);
  const auto json = nlohmann::json::parse(response.body);
  CHECK(json["state"] == "building");
  CHECK(json["progress"]["done"] == 3);
  CHECK(json["candidate"].is_null());
  CHECK(bench.desk.asked == std::vector<std::string>{"begin"});
  CHECK(bench.staff_log.entries().empty());
}

TEST_CASE("what cannot be done is told by its reason") {
  struct Row {
    Error failure;
    const char* action;
    int status;
    const char* code;
  };
  const Row rows[] = {
      {Error::NotFound("no kb"), "prepare", 409, "editing_off"},
      {Error::Conflict("busy"), "prepare", 409, "conflict"},
      {Error::Unavailable("disk"), "prepare", 503, "unavailable"},
      {Error::Conflict("busy"), "discard", 409, "conflict"},
  };
  for (const Row& row : rows) {
    PublishBench bench;
    bench.desk.failure = row.failure;
    const Response response = bench.Post(row.action);
    CHECK(response.status == row.status);
    CHECK(ErrorOf(response) == row.code);
  }
  CHECK(ErrorOf(PublishBench().Post("prepare", "[]")) == "invalid_argument");
}

TEST_CASE("the candidate that was looked at goes into service, noted before") {
  PublishBench bench;
  bench.desk.now = ReadyState();
  CHECK(bench.Post("go", PublishBench::Version(kCandidate)).status == 200);
  CHECK(bench.desk.asked == std::vector<std::string>{"go " + std::string(kCandidate)});
  const auto entries = bench.staff_log.entries();
  REQUIRE(entries.size() == 1);
  CHECK(entries[0] == StaffEntry{bench.clock.Now(), "ana", "published", kCandidate});
}

TEST_CASE("another candidate than the one that was looked at does not go") {
  PublishBench bench;
  bench.desk.now = ReadyState();
  CHECK(bench.Post("go", PublishBench::Version(kOlder)).status == 409);
  CHECK(ErrorOf(bench.Post("go", "{}")) == "invalid_argument version");
  CHECK(ErrorOf(bench.Post("go", R"({"version":7})")) == "invalid_argument version");
  bench.desk.now.candidate.reset();
  CHECK(bench.Post("go", PublishBench::Version(kCandidate)).status == 409);
  CHECK(bench.desk.asked.empty());
  CHECK(bench.staff_log.entries().empty());
}

TEST_CASE("what cannot be noted is not done") {
  PublishBench bench;
  bench.desk.now = ReadyState();
  bench.staff_log.Break();
  CHECK(bench.Post("go", PublishBench::Version(kCandidate)).status == 503);
  CHECK(bench.Post("rollback", PublishBench::Version(kOlder)).status == 503);
  CHECK(bench.desk.asked.empty());
}

TEST_CASE("a version that is kept can be put back, noted before; no other can") {
  PublishBench bench;
  bench.desk.now = ReadyState();
  CHECK(bench.Post("rollback", PublishBench::Version(kOlder)).status == 200);
  CHECK(bench.desk.asked == std::vector<std::string>{"rollback " + std::string(kOlder)});
  REQUIRE(bench.staff_log.entries().size() == 1);
  CHECK(bench.staff_log.entries()[0].act == "rolled_back");
  CHECK(bench.Post("rollback", PublishBench::Version("../x")).status == 404);
  CHECK(bench.desk.asked.size() == 1);
  bench.desk.failure = Error::Internal("the file's SHA-256 is not the manifest's");
  CHECK(bench.Post("rollback", PublishBench::Version(kOlder)).status == 404);
  bench.desk.failure = Error::Conflict("busy");
  CHECK(bench.Post("rollback", PublishBench::Version(kOlder)).status == 409);
}

TEST_CASE("viewers see how it stands, curators change it") {
  testing::FakeDesk desk;
  testing::FakeStaffLog staff_log;
  const testing::FakeClock clock;
  testing::RecordingLog log;
  for (const StaffRoute& route : PublishRoutes({desk, staff_log, clock, log})) {
    CHECK(route.least == (route.method == "GET" ? Role::kViewer : Role::kCurator));
  }
}

}  // namespace
}  // namespace pomocnik::bot::http
