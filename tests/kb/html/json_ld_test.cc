#include "kb/html/json_ld.h"

#include "tests/kb/html/read_page.h"

namespace pomocnik::kb::html {
namespace {

constexpr const char* kFaq = R"({"@context": "https://schema.org", "@graph": [
  {"@type": "WebPage", "dateModified": "2024-05-06T10:00:00Z"},
  {"@type": ["FAQPage"], "mainEntity": [
    {"@type": "Question", "name": "Kako  storniram?", "acceptedAnswer": {"@type": "Answer", "text": "<p>Kliknemo <b>Storno</b>.</p>"}},
    {"@type": "Question", "name": "Brez odgovora"},
    {"@type": "Question", "name": "Kdaj?", "acceptedAnswer": [{"@type": "Answer", "text": "Takoj."}]}]},
  {"@type": "BreadcrumbList", "itemListElement": [
    {"@type": "ListItem", "name": "Prodaja"}, {"@type": "ListItem", "item": {"name": "Fakturiranje"}}]}]})";

constexpr const char* kHowTo = R"({"@type": "HowTo", "name": "Storno", "step": [
  {"@type": "HowToStep", "name": "Odpremo", "text": "račun"},
  {"@type": "HowToSection", "itemListElement": [{"@type": "HowToStep", "text": "Kliknemo Storno."}]},
  {"@type": "HowToStep", "itemListElement": [{"@type": "HowToDirection", "text": "Ena."}, {"@type": "HowToTip", "text": "Dva."}]},
  "Potrdimo."]})";

StructuredData Parse(std::vector<std::string> scripts, std::string warnings = "") {
  Diagnostics diagnostics;
  Reporter reporter("a.html", diagnostics);
  StructuredData data = ReadJsonLd(scripts, reporter);
  CHECK(Print(diagnostics) == warnings);
  return data;
}

TEST_CASE("questions, trail and date are found wherever they are nested") {
  const StructuredData data = Parse({kFaq});
  REQUIRE(data.questions.size() == 2);
  CHECK(data.questions[0] ==
        StructuredData::Entry{"Kako storniram?", "<p>Kliknemo <b>Storno</b>.</p>"});
  CHECK(data.questions[1] == StructuredData::Entry{"Kdaj?", "Takoj."});
  CHECK(data.breadcrumb == std::vector<std::string>{"Prodaja", "Fakturiranje"});
  REQUIRE(data.modified);
  CHECK(FormatDate(*data.modified) == "2024-05-06");
}

TEST_CASE("steps are found in sections, as directions and as plain texts") {
  const StructuredData data = Parse({kHowTo});
  REQUIRE(data.steps.size() == 4);
  CHECK(data.steps[0] == StructuredData::Entry{"Odpremo", "račun"});
  CHECK(data.steps[1] == StructuredData::Entry{"", "Kliknemo Storno."});
  CHECK(data.steps[2] == StructuredData::Entry{"", "Ena. Dva."});
  CHECK(data.steps[3] == StructuredData::Entry{"", "Potrdimo."});
}

TEST_CASE("what is no JSON is a warning, what is no object of ours nothing") {
  const std::string warning = "a.html: warning: a JSON-LD script cannot be read and is skipped\n";
  Parse({"{"}, warning);
  Parse({std::string(600'000, ' ')}, warning);
  for (const char* script :
       {"null", "1", "[]", "{\"@type\": 1}", "{\"@type\": \"Question\", \"acceptedAnswer\": []}",
        "{\"@type\":\"HowTo\",\"step\":{\"@type\":\"HowToStep\"}}"}) {
    CAPTURE(script);
    const StructuredData data = Parse({script});
    CHECK(data.questions.empty());
    CHECK(data.steps.empty());
  }
  std::string deep;
  for (int i = 0; i < 20'000; ++i) deep += "[";
  deep += std::string(20'000, ']');
  Parse({deep});
}

std::string Page(const char* script, const char* body) {
  return std::string("<title>Storno</title><script type='application/ld+json'>") + script +
         "</script>" + body;
}

TEST_CASE("a page that has nothing else to read is read from its structured data") {
  const Imported faq = Read(Page(kFaq, "<div id=root></div>"), "content: //body");
  REQUIRE(faq.articles.size() == 1);
  CHECK(Print(faq.articles[0].article.blocks) ==
        "h2#kako-storniram(Kako storniram?) p(Kliknemo *Storno*.) h2#kdaj(Kdaj?) p(Takoj.)");
  const Imported how_to = Read(Page(kHowTo, ""), "content: //body");
  REQUIRE(how_to.articles.size() == 1);
  CHECK(Print(how_to.articles[0].article.blocks) ==
        "steps1(p(*Odpremo*) p(račun); p(Kliknemo Storno.); p(Ena. Dva.); p(Potrdimo.))");
}

TEST_CASE("questions of a page with a text are other ways to ask for it") {
  const Imported faq =
      Read(Page(kFaq, "<h2>Kako storniram?</h2><p>Kliknemo Storno.</p>"), "content: //body");
  REQUIRE(faq.articles.size() == 1);
  CHECK(faq.articles[0].article.questions == std::vector<std::string>{"Kako storniram?", "Kdaj?"});
  CHECK(Print(faq.articles[0].article.blocks) ==
        "h2#kako-storniram(Kako storniram?) p(Kliknemo Storno.)");
  CHECK(faq.articles[0].breadcrumb == std::vector<std::string>{"Prodaja", "Fakturiranje"});
}

}  // namespace
}  // namespace pomocnik::kb::html
