#include "bot/demo/question_pool.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

namespace pomocnik::bot::demo {
namespace {

kb::Article Storno() {
  kb::Article article;
  article.id = "dk-storno-temeljnice";
  article.title = "Storno knjižene temeljnice";
  article.module = "Dvostavno knjigovodstvo";
  article.f1 = {{"icenter", "DK.Temeljnica"}};
  article.questions = {"Kako stornirati temeljnico?"};
  return article;
}

TEST_CASE("people in a hurry leave out capitals, marks and the question mark") {
  CHECK(TypedInHurry("Kako knjižim ČRPANJE?") == "kako knjizim crpanje");
  CHECK(TypedInHurry("DDV-O, 2026") == "ddv-o, 2026");
  CHECK(TypedInHurry("") == "");
}

TEST_CASE("a typing error swaps two letters of the longest word") {
  CHECK(WithTypo("kako storniram racun") == "kako storinram racun");
  CHECK(WithTypo("kako naj") == "kako naj");
}

TEST_CASE("an article is asked for by its title and questions, well and badly written") {
  Dice dice(1);
  const QuestionPool pool = QuestionPool::Make({Storno()}, dice);
  const Matter& matter = pool.matters.front();
  CHECK(matter.article == "dk-storno-temeljnice");
  CHECK(matter.module == "Dvostavno knjigovodstvo");
  CHECK(matter.screen == "DK.Temeljnica");
  for (const char* text : {"Kako stornirati temeljnico?", "kako stornirati temeljnico",
                           "storno knjizene temeljnice", "Storno knjižene temeljnice"}) {
    CHECK(std::count(matter.texts.begin(), matter.texts.end(), text) == 1);
  }
  CHECK(matter.texts.size() == 6);
}

TEST_CASE("a share of the questions is of other languages, or has no article") {
  Dice dice(1);
  const QuestionPool pool = QuestionPool::Make({Storno(), Storno()}, dice);
  std::map<std::string, double> by_language;
  double all = 0;
  double without_article = 0;
  for (const Matter& matter : pool.matters) {
    by_language[matter.lang] += matter.weight;
    all += matter.weight;
    if (matter.article.empty() && matter.lang == "sl") without_article += matter.weight;
    CHECK_FALSE(matter.texts.empty());
  }
  CHECK(by_language.size() == 3);
  CHECK(by_language["en"] / all == doctest::Approx(0.06));
  CHECK(by_language["hr"] / all == doctest::Approx(0.04));
  CHECK(without_article / all == doctest::Approx(0.14));
}

}  // namespace
}  // namespace pomocnik::bot::demo
