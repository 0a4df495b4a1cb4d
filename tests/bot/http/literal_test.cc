#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/bot/http/response_json.h"
#include "tests/bot/http/route_site.h"

namespace pomocnik::bot::http {
namespace {

using Json = nlohmann::json;
using testing::JsonOf;
using testing::RouteSite;

TEST_CASE("words are read as they were typed when that is asked for") {
  RouteSite site;
  site.Publish();
  const std::string target = "/api/v1/search?q=Kako+storniram+ra%C4%8Dun%3F";
  CHECK(JsonOf(site.Get(target))["corrections"].size() == 1);
  CHECK(JsonOf(site.Get(target + "&literal=false"))["corrections"].size() == 1);
  CHECK(JsonOf(site.Get(target + "&literal=true"))["corrections"].empty());
  Json question = {{"message", "Kako storniram račun?"}, {"key", "key-00000001"}};
  const Json corrected = JsonOf(site.Post("/api/v1/chat", question.dump()));
  CHECK(corrected["understood"]["words"] ==
        Json::array({{{"word", "račun"}, {"readAs", "račun"}}}));
  question["literal"] = true;
  // Another request, so its key must be another, too.
  CHECK(site.Post("/api/v1/chat", question.dump()).status == 409);
  question["key"] = "key-00000002";
  CHECK(JsonOf(site.Post("/api/v1/chat", question.dump()))["understood"].is_null());
  question["literal"] = "yes";
  CHECK(site.Post("/api/v1/chat", question.dump()).status == 400);
}

}  // namespace
}  // namespace pomocnik::bot::http
