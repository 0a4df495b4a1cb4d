#include "bot/article_review.h"

#include <doctest/doctest.h>

#include "tests/bot/store/desk_scene.h"
#include "tests/support/fake_searcher.h"

namespace pomocnik::bot {
namespace {

const deflection::Period kNovember = {*ParseDate("2026-11-01"), *ParseDate("2026-11-30")};
const TimeSpan kNovemberSpan = {*ParseRfc3339("2026-10-31T23:00:00Z"),
                                *ParseRfc3339("2026-11-30T23:00:00Z")};

kb::Article ArticleOf(std::string id, std::string title, std::string module = "Fakturiranje") {
  kb::Article article;
  article.id = std::move(id);
  article.title = std::move(title);
  article.module = std::move(module);
  return article;
}

TEST_CASE("articles of one name or one screen, copies and links to nowhere are found") {
  testing::FakeSearcher searcher;
  kb::Article first = ArticleOf("storno", "Storno računa");
  first.f1 = {{"icenter", "FAK.Storno"}};
  first.blocks = {{kb::Paragraph{{{"Glejte ", {}, ""},
                                  {"dobropis", {}, "article:dobropis"},
                                  {"rabate", {}, "article:rabati"},
                                  {"stran", {}, "https://example.si/"}}}}};
  searcher.Add(first);
  searcher.Add(ArticleOf("preklic", "Storno Racuna"));
  searcher.Add(ArticleOf("storno-place", "Storno računa", "Plače"));
  kb::Article same_screen = ArticleOf("dobropis", "Dobropis");
  same_screen.f1 = {{"iCenter", "fak.storno"}};
  searcher.Add(same_screen);
  searcher.Add(ArticleOf("dobropis-kopija", "Dobropis"));
  searcher.originals["dobropis-kopija"] = "dobropis";
  const auto findings = FindWrong(searcher);
  REQUIRE(findings);
  CHECK(
      *findings ==
      std::map<std::string, ArticleFindings>{
          {"dobropis", {.conflicts = {"storno"}, .copies = {"dobropis-kopija"}, .dead_links = {}}},
          {"dobropis-kopija", {.conflicts = {}, .copies = {"dobropis"}, .dead_links = {}}},
          {"preklic", {.conflicts = {"storno"}, .copies = {}, .dead_links = {}}},
          {"storno",
           {.conflicts = {"preklic", "dobropis"},
            .copies = {},
            .dead_links = {"article:rabati"}}}});
}

TEST_CASE("an article is stale when so many months have passed since its last change") {
  struct Row {
    const char* updated;
    const char* today;
    Stale stale;
  };
  for (const Row& row :
       {Row{"2025-05-23", "2026-11-23", Stale::kNo}, Row{"2025-05-22", "2026-11-23", Stale::kYes},
        Row{"2024-08-31", "2026-02-28", Stale::kNo}, Row{"2024-08-31", "2026-03-01", Stale::kYes},
        Row{"", "2026-11-23", Stale::kNo}}) {
    CAPTURE(std::string(row.updated));
    index::ArticleInfo info;
    info.updated = ParseDate(row.updated);
    CHECK(IsStale(info, *ParseDate(row.today), StaleAges{}) == row.stale);
  }
}

TEST_CASE("what is new and what the law says is old sooner, when so configured") {
  const StaleAges ages{.usual = std::chrono::months(18),
                       .of_kind = {{kb::Kind::kRelease, std::chrono::months(24)},
                                   {kb::Kind::kLegislation, std::chrono::months(12)}}};
  const Date today = *ParseDate("2026-11-23");
  struct Row {
    kb::Kind kind;
    const char* updated;
    Stale stale;
  };
  for (const Row& row : {Row{kb::Kind::kLegislation, "2025-11-23", Stale::kNo},
                         Row{kb::Kind::kLegislation, "2025-11-22", Stale::kYes},
                         Row{kb::Kind::kRelease, "2025-01-01", Stale::kNo},
                         Row{kb::Kind::kRelease, "2024-11-22", Stale::kYes},
                         Row{kb::Kind::kTip, "2025-01-01", Stale::kYes}}) {
    CAPTURE(std::string(row.updated));
    index::ArticleInfo info;
    info.kind = row.kind;
    info.updated = ParseDate(row.updated);
    CHECK(IsStale(info, today, ages) == row.stale);
  }
}

TEST_CASE("each article comes with what happened to it and the questions that led to it") {
  testing::DeskScene desk;
  desk.Say({"c1", "t1", "2026-11-20T08:00:00Z", "kako storniram", "answer", "storno"});
  desk.Vote("t1", Helpful::kYes);
  testing::FakeSearcher searcher;
  searcher.Add(ArticleOf("storno", "Storno računa"));
  searcher.Add(ArticleOf("dobropis", "Dobropis"));
  ArticleReview review(desk.store->desk(), desk.store->presses());
  const auto reviewed = review.ListArticles(kNovember, kNovemberSpan, searcher);
  REQUIRE(reviewed);
  REQUIRE(reviewed->size() == 2);
  CHECK((*reviewed)[0].article.id == "dobropis");
  CHECK((*reviewed)[0].counts == ArticleCounts());
  CHECK((*reviewed)[1].counts.shown == 1);
  CHECK((*reviewed)[1].counts.helpful == 1);
  CHECK((*reviewed)[1].questions == std::vector<std::string>{"kako storniram"});
}

TEST_CASE("screens without a topic say what they are called and whether they have one by now") {
  testing::DeskScene desk;
  desk.Execute(
      "INSERT INTO screen_press VALUES ('2026-11-02', 'icenter', 'FAK.Nov', 'module', 3),"
      " ('2026-11-03', 'icenter', 'FAK.Nov', 'none', 4), ('2026-11-03', 'icenter', 'DK.X', 'none', "
      "9),"
      " ('2026-12-03', 'icenter', 'DK.X', 'none', 9), ('2026-11-03', 'icenter', 'OK', 'screen', "
      "99)");
  testing::FakeSearcher searcher;
  index::ScreenTopics topics;
  topics.match = index::ScreenMatch::kScreen;
  topics.screen = kb::Screen{"icenter", "FAK.Nov", {}, "Nov račun", "Fakturiranje", ""};
  topics.module = "Fakturiranje";
  topics.articles = {index::InfoOf(ArticleOf("nov-racun", "Nov račun"))};
  searcher.screens["icenter/FAK.Nov"] = topics;
  ArticleReview review(desk.store->desk(), desk.store->presses());
  const auto screens = review.ListScreens(kNovember, searcher);
  REQUIRE(screens);
  REQUIRE(screens->size() == 2);
  CHECK((*screens)[0].screen == "DK.X");
  CHECK((*screens)[0].presses == 9);
  CHECK((*screens)[0].topic.empty());
  CHECK((*screens)[1].presses == 7);
  CHECK((*screens)[1].title == "Nov račun");
  CHECK((*screens)[1].topic == "nov-racun");
}

}  // namespace
}  // namespace pomocnik::bot
