#include "bot/http/f1_routes.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/bot/http/route_site.h"

namespace pomocnik::bot::http {
namespace {

using Json = nlohmann::json;
using testing::RouteSite;

bool Holds(const Response& response, std::string_view part) {
  return response.body.find(part) != std::string::npos;
}

struct F1Scene {
  RouteSite site;

  F1Scene() { site.Publish(); }
  Response Get(const std::string& target) { return site.Get(target); }
};

TEST_CASE("the F1 page shows the only topic of a screen whole, with its related articles") {
  F1Scene scene;
  const Response page = scene.Get("/f1/icenter/fakt.racun");
  CHECK(page.content_type == "text/html; charset=utf-8");
  CHECK(Holds(page, "<h1>Storno računa</h1>"));
  CHECK(Holds(page, ">Popravek računa</a>"));
  CHECK(Holds(page, "class=\"portal\""));
  CHECK(Holds(page, "<link rel=\"stylesheet\" href=\"/f1.css?v=4444444444444444\">"));
  CHECK(Holds(page, "<script type=\"module\" src=\"/f1.js?v=5555555555555555\"></script>"));
}

TEST_CASE("a screen that nobody knows has a page, however it is written") {
  F1Scene scene;
  for (const std::string target : {
           "/f1/icenter/neznan",
           "/f1/icenter/%3Cscript%3E?lang=en",
           "/f1/icenter/",
           "/f1/icenter",
           "/f1/",
           "/f1",
           "/f1//x",
           "/f1/icenter/a/b/c",
           "/f1/icenter/%",
           "/f1/icenter/%zz%00%ff",
           "/f1/icenter/ra%E8un",
           "/f1/icenter/%20",
           "/f1/%20/%20",
           "/f1/icenter/..%2F..%2Fetc",
           "/f1/icenter/../..",
           "/f1/icenter/99999999999999999999",
           "/f1/icenter/-1",
           "/f1/icenter/x?lang=xx&v=%zz&title=&q=&article=&module=",
           "/f1/icenter/x?lang",
           "/f1/icenter/x?v=99999999999999.x",
           "/f1/icenter/x?article=ni-ga",
           "/f1/icenter/x?article=..%2F..",
           "/f1?q=%F0%9F%92%A9",
           "/f1?article=ni-ga",
           "/f1/icenter?module=neznan",
           "/f1/icenter/x?q=%20%20",
       }) {
    CAPTURE(target);
    const Response page = scene.Get(target);
    CHECK(page.status == 200);
    CHECK(page.content_type == "text/html; charset=utf-8");
    CHECK(Holds(page, "<h1>"));
    CHECK(Holds(page, "role=\"search\""));
    CHECK_FALSE(Holds(page, "<script>"));
  }
  const std::string long_id(900, 'x');
  CHECK(scene.Get("/f1/icenter/" + long_id).status == 200);
  const Response longer = scene.Get("/f1/icenter/" + long_id + long_id);
  CHECK(longer.status == 414);
  CHECK(Holds(longer, "href=\"/f1?lang=sl\""));
}

TEST_CASE("the language is read from any tag of it") {
  F1Scene scene;
  CHECK(Holds(scene.Get("/f1/icenter/x?lang=EN"), "<html lang=\"en\""));
  CHECK(Holds(scene.Get("/f1/icenter/x?lang=hr-HR"), "<html lang=\"hr\""));
  CHECK(Holds(scene.Get("/f1/icenter/x?lang=nov"), "<html lang=\"sl\""));
  CHECK(Holds(scene.site.Get("/f1/icenter/x?lang=nov", {{"Accept-Language", "en"}}),
              "<html lang=\"en\""));
}

TEST_CASE("a search is answered on the page, and its results are opened there") {
  F1Scene scene;
  const std::string query = "?q=Kako+storniram+ra%C4%8Dun%3F";
  const Response results = scene.Get("/f1/icenter/fakt.racun" + query);
  CHECK(Holds(results, "<h1>Zadetki za »Kako storniram račun?«</h1>"));
  CHECK(Holds(results, "<p class=\"snippet\" lang=\"sl\">Račun stornirate z gumbom Storno.</p>"));
  CHECK(Holds(results, "Nazaj na »Račun«"));
  const Response article =
      scene.Get("/f1/icenter/fakt.racun" + query + "&article=fakt-storno-racuna");
  CHECK(Holds(article, "<article lang=\"sl\" data-article=\"fakt-storno-racuna\">"));
  CHECK(Holds(article, "Nazaj na zadetke"));
  CHECK(Holds(scene.Get("/f1/icenter/fakt.racun?q=nesmisel"), "Ničesar ni bilo mogoče najti."));
}

TEST_CASE("an article that is gone is said to be, with the topics of the screen") {
  F1Scene scene;
  const Response page = scene.Get("/f1/icenter/fakt.racun?article=ni-ga");
  CHECK(Holds(page, "Tega članka ni več. Pomoč za zaslon »Račun«."));
  CHECK(Holds(page, "article=fakt-storno-racuna\">Storno računa</a>"));
}

TEST_CASE("the version of the program is held against the article's") {
  F1Scene scene;
  CHECK(Holds(scene.Get("/f1/icenter/fakt.racun?v=2026.02.005"), "vaša je 2026.02.005."));
  CHECK_FALSE(Holds(scene.Get("/f1/icenter/fakt.racun?v=2026.03.005"), "class=\"version\""));
  CHECK_FALSE(Holds(scene.Get("/f1/icenter/fakt.racun?v=nova"), "class=\"version\""));
}

TEST_CASE("the page and the API name the origins and screens that its script may deal with") {
  F1Scene scene;
  scene.site.router.Apply(
      {.allowed_origins = {"https://a.example", "https://b.example"}, .client_rates = {}});
  CHECK(Holds(scene.Get("/f1/icenter/x"), "data-origins=\"https://a.example https://b.example\""));
  const Json article = Json::parse(scene.Get("/api/v1/articles/fakt-storno-racuna").body);
  const Json listed = {{{"app", "icenter"}, {"id", "fakt.racun"}, {"title", "Račun"}}};
  CHECK(article["screens"] == listed);
}

TEST_CASE("the title of a window finds what its screen does not, in the API as on the page") {
  F1Scene scene;
  const std::string unknown = "icenter/x?title=Kako+storniram+ra%C4%8Dun%3F";
  const Json help = Json::parse(scene.Get("/api/v1/f1/" + unknown).body);
  CHECK(help["match"] == "search");
  CHECK(help["shown"] == "fakt-storno-racuna");
  CHECK(Holds(scene.Get("/f1/" + unknown), "<p class=\"match search\">"));
  const Json start = Json::parse(scene.Get("/api/v1/f1/icenter").body);
  CHECK(start["match"] == "none");
  CHECK(start["modules"][0]["module"] == "Fakturiranje");
}

TEST_CASE("a press of F1 is noted once with what it found, reading on is none") {
  F1Scene scene;
  for (const std::string target :
       {"/f1/icenter/fakt.racun", "/f1/icenter/neznan", "/api/v1/f1/icenter/neznan",
        "/f1/icenter/fakt.racun?q=storno", "/f1/icenter/fakt.racun?article=fakt-storno-racuna",
        "/f1/icenter", "/f1", "/f1/icenter?module=Fakturiranje", "/api/v1/f1/icenter",
        "/api/v1/f1/icenter/neznan?press=false"}) {
    CHECK(scene.Get(target).status == 200);
  }
  CHECK(scene.site.press_store.noted() == std::vector<std::string>{"icenter/fakt.racun screen",
                                                                   "icenter/neznan none",
                                                                   "icenter/neznan none"});
  const Response metrics = scene.Get("/metrics");
  CHECK(Holds(metrics, "\npomocnik_f1_total{match=\"screen\"} 1\n"));
  CHECK(Holds(metrics, "\npomocnik_f1_total{match=\"parent\"} 0\n"));
  CHECK(Holds(metrics, "\npomocnik_f1_total{match=\"none\"} 2\n"));
}

TEST_CASE("an alias answers with the article under its own id") {
  RouteSite site;
  site.Publish();
  const std::string own = site.Get("/api/v1/articles/fakt-storno-racuna").body;
  CHECK(site.Get("/api/v1/articles/storno-racuna-0").body == own);
  CHECK(own.find("\"fakt-storno-racuna\"") != std::string::npos);
  const std::string page = site.Get("/f1/icenter/fakt.racun?article=storno-racuna-0").body;
  CHECK(page.find("Račun stornirate z gumbom Storno.") != std::string::npos);
}

}  // namespace
}  // namespace pomocnik::bot::http
