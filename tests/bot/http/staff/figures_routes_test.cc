#include "bot/http/staff/figures_routes.h"

#include <doctest/doctest.h>

#include <memory>
#include <optional>

#include "tests/bot/http/openapi.h"
#include "tests/bot/http/staff/staff_scene.h"
#include "tests/support/fake_staff_log.h"

namespace pomocnik::bot::http {
namespace {

using testing::Browser;
using testing::StaffScene;
using Json = nlohmann::json;

// Figures that a test sets, in memory.
class FakeFigures : public FiguresStore {
 public:
  deflection::LedgerCounts counts;
  std::optional<FiguresQuery> asked;
  std::vector<deflection::Assumptions> history;
  bool broken = false;

  Result<deflection::LedgerCounts> Count(const FiguresQuery& query) override {
    if (broken) return Error::Unavailable("the figures are broken");
    asked = query;
    return counts;
  }
  Result<std::vector<deflection::Assumptions>> ListAssumptions() override { return history; }
  Status SaveAssumptions(const deflection::Assumptions& assumptions) override {
    if (broken) return Error::Unavailable("the figures are broken");
    history.insert(history.begin(), assumptions);
    return {};
  }
};

// The routes behind the real door.
struct Scene {
  FakeFigures figures;
  testing::FakeClock clock;
  testing::RecordingLog log;
  testing::FakeStaffLog staff_log;
  StaffScene door{FiguresRoutes({.store = figures,
                                 .staff_log = staff_log,
                                 .clock = clock,
                                 .log = log,
                                 .window = std::chrono::days(7)})};
  Browser admin = door.SignedIn("ana");
  Browser viewer = door.SignedIn("bor");

  Scene() {
    figures.counts.episodes = {{.day = ParseDate("2026-11-02").value(),
                                .standing = "counted",
                                .channel = "web",
                                .module = "=1+1",
                                .lang = "sl",
                                .episodes = 50,
                                .answered = 40,
                                .questions = 60,
                                .reasons = {3, 27, 20}}};
  }
};

constexpr char kPeriod[] = "?from=2026-11-02&to=2026-11-02";

TEST_CASE("the overview tells a viewer every number") {
  Scene scene;
  const Response response =
      scene.door.Get(scene.viewer, std::string("/api/v1/staff/overview") + kPeriod);
  REQUIRE(response.status == 200);
  CHECK(testing::OpenApi().CheckText("StaffOverview", response.body) == "");
  const Json json = Json::parse(response.body);
  CHECK(json["totals"]["confirmed"] == 3);
  CHECK(json["byModule"][0]["key"] == "=1+1");
  CHECK(FindHeader(response.headers, "Cache-Control") == "no-store");
  REQUIRE(scene.figures.asked);
  CHECK(scene.figures.asked->open_since == scene.clock.Now() - std::chrono::days(7));
}

TEST_CASE("without a period it is that of the last 30 days that are over") {
  Scene scene;
  REQUIRE(scene.door.Get(scene.viewer, "/api/v1/staff/overview").status == 200);
  REQUIRE(scene.figures.asked);
  CHECK(deflection::DaysIn(scene.figures.asked->period) == 30);
}

TEST_CASE("an export is a file of a fixed name, hides what is small, and is noted") {
  Scene scene;
  const std::string target = std::string("/api/v1/staff/export/overview") + kPeriod;
  const Response csv = scene.door.Get(scene.viewer, target);
  REQUIRE(csv.status == 200);
  CHECK(csv.content_type == "text/csv; charset=utf-8");
  CHECK(FindHeader(csv.headers, "Content-Disposition") == "attachment; filename=\"overview.csv\"");
  CHECK(csv.body.starts_with("\xEF\xBB\xBF"));
  CHECK(csv.body.find("\"'=1+1\",,,,,50,\"*\",\"*\",\"*\",\"*\"") != std::string::npos);

  const Response json = scene.door.Get(scene.viewer, target + "&format=json");
  REQUIRE(json.status == 200);
  CHECK(FindHeader(json.headers, "Content-Disposition") ==
        "attachment; filename=\"overview.json\"");
  CHECK(Json::parse(json.body)["totals"]["confirmed"].is_null());
  CHECK(Json::parse(json.body)["hiddenBelow"] == 5);

  const auto entries = scene.staff_log.entries();
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].name == "bor");
  CHECK(entries[0].act == "exported");
  CHECK(entries[0].object == "overview");
}

TEST_CASE("what cannot be noted is not exported") {
  Scene scene;
  scene.staff_log.Break();
  const Response response = scene.door.Get(scene.viewer, "/api/v1/staff/export/overview");
  CHECK(response.status == 503);
  CHECK(response.body.find("table") == std::string::npos);
}

TEST_CASE("only an administrator states assumptions, which are then in force") {
  Scene scene;
  const std::string body = R"({"minutesPerRequest": 25, "eurPerHour": 41.5})";
  CHECK(scene.door.Post(scene.viewer, "/api/v1/staff/assumptions", body).status == 403);
  CHECK(scene.figures.history.empty());

  const Response response = scene.door.Post(scene.admin, "/api/v1/staff/assumptions", body);
  REQUIRE(response.status == 200);
  CHECK(Json::parse(response.body)["changedBy"] == "ana");
  REQUIRE(scene.figures.history.size() == 1);
  CHECK(scene.figures.history[0].cents_per_hour == 41'50);
  const Json overview = Json::parse(scene.door.Get(scene.viewer, "/api/v1/staff/overview").body);
  CHECK(overview["saving"]["assumptions"]["minutesPerRequest"] == 25);
  CHECK(scene.staff_log.entries().back().act == "edited");
}

TEST_CASE("a wrong question is refused, and a broken state is no page") {
  Scene scene;
  const Response wrong =
      scene.door.Get(scene.viewer, "/api/v1/staff/overview?from=yesterday&to=2026-11-02");
  CHECK(wrong.status == 400);
  CHECK(wrong.body.find("from") != std::string::npos);
  CHECK(scene.door.Get(scene.viewer, "/api/v1/staff/export/overview?format=xlsx").status == 400);
  scene.figures.broken = true;
  CHECK(scene.door.Get(scene.viewer, "/api/v1/staff/overview").status == 503);
  CHECK(scene.door.Get({}, "/api/v1/staff/overview").status == 401);
}

TEST_CASE("the routes are as openapi.yaml lists them") {
  Scene scene;
  const auto described = testing::OpenApi().Operations();
  for (const Route& route : scene.door.routes()) {
    const std::string name = route.method + " " + route.path;
    CAPTURE(name);
    REQUIRE(described.count(name) == 1);
    CHECK(described.at(name) == std::set<int>(route.statuses.begin(), route.statuses.end()));
  }
}

}  // namespace
}  // namespace pomocnik::bot::http
