#include "kb/fetch/crawl.h"

#include <doctest/doctest.h>

#include "tests/kb/fetch/fake_fetcher.h"
#include "tests/support/fake_clock.h"

namespace pomocnik::kb::fetch {
namespace {

using Outcome = CrawledPage::Outcome;
using Shape = CrawlPlan::Shape;

const std::string kSite = "https://a.example";
const std::string kSitemap = kSite + "/sitemap.xml";

struct CrawlScene {
  FakeFetcher fetcher;
  testing::FakeClock clock;
  KeptPages kept;
  CrawlPlan plan{.address = kSitemap};
  std::string log;  // "new /a, same /b …"
  std::vector<CrawledPage> pages;

  void List(const std::vector<std::string>& paths, const std::string& changed = "") {
    std::string xml = "<urlset>";
    for (const std::string& path : paths) {
      xml += "<url><loc>" + kSite + path + "</loc><lastmod>" + changed + "</lastmod></url>";
    }
    fetcher.pages[kSitemap].bytes = xml + "</urlset>";
  }
  void Put(const std::string& path, const std::string& bytes) {
    fetcher.pages[kSite + path].bytes = bytes;
  }

  // Crawls, and keeps what is to be kept for the next time.
  CrawlResult Run() {
    static constexpr const char* kNames[] = {"new",  "changed", "unchanged",
                                             "same", "gone",    "failed"};
    log.clear();
    pages.clear();
    fetcher.asked.clear();
    auto result = Crawl(fetcher, plan, kept, clock, [&](CrawledPage page) {
      log += (log.empty() ? "" : ", ") + std::string(kNames[static_cast<int>(page.outcome)]) + " " +
             page.address.substr(kSite.size());
      pages.push_back(std::move(page));
    });
    REQUIRE(result);
    kept = result->kept;
    return *result;
  }
};

TEST_CASE("all pages of a sitemap are fetched, with progress") {
  CrawlScene scene;
  scene.List({"/a", "/b"});
  scene.Put("/a", "A");
  scene.Put("/b", "B");
  const CrawlResult result = scene.Run();
  CHECK(result.whole);
  CHECK(result.diagnostics.empty());
  CHECK(scene.log == "new /a, new /b");
  CHECK(scene.pages[0].document.bytes == "A");
  CHECK(scene.pages[0].done == 1);
  CHECK(scene.pages[1].done == 2);
  CHECK(scene.pages[1].total == 2);
}

TEST_CASE("the second time only what has changed is handed over") {
  CrawlScene scene;
  scene.List({"/a", "/b", "/c", "/d"});
  for (const char* path : {"/a", "/b", "/c", "/d"}) scene.Put(path, "1");
  scene.fetcher.pages[kSite + "/a"].etag = "e1";
  scene.Run();
  scene.Put("/b", "2");
  scene.fetcher.pages.erase(kSite + "/d");
  scene.List({"/a", "/b", "/c", "/d", "/e"});
  scene.Put("/e", "1");
  scene.Run();
  CHECK(scene.log == "unchanged /a, changed /b, unchanged /c, gone /d, new /e");
  CHECK(scene.kept.size() == 4);
  scene.Run();
  CHECK(scene.log == "unchanged /a, unchanged /b, unchanged /c, gone /d, unchanged /e");
}

TEST_CASE("a page that the list says is the same is not asked for, but not for ever") {
  CrawlScene scene;
  scene.List({"/a"}, "2026-11-01");
  scene.Put("/a", "1");
  scene.Run();
  scene.clock.Tick(std::chrono::hours(24));
  scene.Run();
  CHECK(scene.log == "unchanged /a");
  CHECK(scene.fetcher.asked == kSitemap);
  scene.clock.Tick(kTrusted);
  scene.Run();
  CHECK(scene.fetcher.asked == kSitemap + " " + kSite + "/a");
  scene.List({"/a"}, "2026-11-02");
  scene.Run();
  CHECK(scene.fetcher.asked == kSitemap + " " + kSite + "/a");
}

TEST_CASE("a page that changed on the day it was fetched may have changed again") {
  CrawlScene scene;
  scene.List({"/a"}, "2026-11-23");
  scene.Put("/a", "1");
  scene.Run();
  scene.Put("/a", "2");
  scene.Run();
  CHECK(scene.log == "changed /a");
}

TEST_CASE("a page that cannot be had keeps what is known of it") {
  CrawlScene scene;
  scene.List({"/a", "/b"});
  scene.Put("/a", "1");
  scene.Put("/b", "1");
  scene.Run();
  scene.fetcher.pages[kSite + "/a"].status = 500;
  scene.fetcher.pages[kSite + "/b"].error = Error::Unavailable("down");
  scene.Run();
  CHECK(scene.log == "failed /a, failed /b");
  CHECK(scene.pages[0].reason == "status 500");
  CHECK(scene.kept.size() == 2);
}

TEST_CASE("a host that is down is not asked for each of its pages") {
  CrawlScene scene;
  std::vector<std::string> paths;
  for (int i = 0; i < 50; ++i) {
    paths.push_back("/" + std::to_string(i));
    scene.fetcher.pages[kSite + paths.back()].error = Error::Unavailable("down");
  }
  scene.List(paths);
  const CrawlResult result = scene.Run();
  CHECK(scene.pages.size() == 50);
  CHECK(scene.pages.back().outcome == Outcome::kFailed);
  CHECK(scene.fetcher.asked.find("/5") == std::string::npos);
  CHECK(result.whole);  // the list was read: no page has gone
}

TEST_CASE("an address that must not be fetched does not stop the others") {
  CrawlScene scene;
  std::vector<std::string> paths;
  for (int i = 0; i < 9; ++i) {
    paths.push_back("/" + std::to_string(i));
    scene.fetcher.pages[kSite + paths.back()].error = Error::InvalidArgument("not allowed");
  }
  paths.push_back("/z");
  scene.Put("/z", "Z");
  scene.List(paths);
  scene.Run();
  CHECK(scene.pages.back().outcome == Outcome::kNew);
}

TEST_CASE("addresses that are listed twice, and parts of pages, are one page") {
  CrawlScene scene;
  scene.List({"/a", "/a", "/a#b"});
  scene.Put("/a", "A");
  scene.Run();
  CHECK(scene.log == "new /a");
}

TEST_CASE("a page that another address led to already is not handed over again") {
  CrawlScene scene;
  scene.List({"/a", "/old"});
  scene.Put("/a", "A");
  scene.Put("/old", "A");
  scene.fetcher.pages[kSite + "/old"].found_at = kSite + "/a";
  scene.Run();
  CHECK(scene.log == "new /a, same /old");
  CHECK(scene.pages[1].document.address == kSite + "/a");
  CHECK(scene.pages[1].document.bytes.empty());
  scene.Run();
  CHECK(scene.log == "unchanged /a, same /old");
  scene.fetcher.pages[kSite + "/a"].etag = "e";
  scene.fetcher.pages[kSite + "/old"].etag = "e";
  scene.Run();
  scene.Run();
  CHECK(scene.log == "unchanged /a, same /old");
}

TEST_CASE("sitemaps that lead to each other are read once") {
  CrawlScene scene;
  scene.fetcher.pages[kSitemap].bytes = "<sitemapindex><sitemap><loc>" + kSite +
                                        "/1.xml</loc></sitemap><sitemap><loc>" + kSitemap +
                                        "</loc></sitemap></sitemapindex>";
  scene.Put("/1.xml", "<urlset><url><loc>" + kSite + "/a</loc></url></urlset>");
  scene.Put("/a", "A");
  const CrawlResult result = scene.Run();
  CHECK(scene.log == "new /a");
  CHECK(result.whole);
  CHECK(scene.fetcher.asked == kSitemap + " " + kSite + "/1.xml " + kSite + "/a");
}

TEST_CASE("a sitemap that is missing makes the list incomplete") {
  CrawlScene scene;
  scene.fetcher.pages[kSitemap].bytes =
      "<sitemapindex><sitemap><loc>" + kSite + "/1.xml</loc></sitemap></sitemapindex>";
  const CrawlResult missing = scene.Run();
  CHECK_FALSE(missing.whole);
  CHECK(missing.diagnostics.size() == 1);
  scene.Put("/1.xml", "<html></html>");
  CHECK_FALSE(scene.Run().whole);
  scene.Put("/1.xml", "<urlset><url><loc>https://a.example/a</loc></url><url>");
  CHECK_FALSE(scene.Run().whole);
}

TEST_CASE("sitemaps without end are cut") {
  CrawlScene scene;
  scene.plan.max_lists = 3;
  scene.plan.max_pages = 2;
  std::string index = "<sitemapindex>";
  for (int i = 0; i < 9; ++i) {
    index += "<sitemap><loc>" + kSite + "/" + std::to_string(i) + ".xml</loc></sitemap>";
    scene.Put("/" + std::to_string(i) + ".xml",
              "<urlset><url><loc>" + kSite + "/p" + std::to_string(i) + "</loc></url><url><loc>" +
                  kSite + "/q" + std::to_string(i) + "</loc></url></urlset>");
  }
  scene.fetcher.pages[kSitemap].bytes = index + "</sitemapindex>";
  const CrawlResult result = scene.Run();
  CHECK_FALSE(result.whole);
  CHECK(scene.log == "gone /p0, gone /q0");
}

TEST_CASE("an address that is no list is a page") {
  CrawlScene scene;
  scene.plan.address = kSite + "/help#top";
  scene.Put("/help", "<!doctype html><p>a");
  scene.Run();
  CHECK(scene.log == "new /help");
  scene.Run();
  CHECK(scene.log == "unchanged /help");
}

TEST_CASE("a feed that is wanted whole is asked for conditionally") {
  CrawlScene scene;
  scene.plan.shape = Shape::kDocument;
  scene.fetcher.pages[kSitemap] = {200, "<rss/>", "e1", "", {}};
  scene.Run();
  CHECK(scene.log == "new /sitemap.xml");
  scene.Run();
  CHECK(scene.log == "unchanged /sitemap.xml");
}

TEST_CASE("pages that tell the next one are all handed over, changed or not") {
  CrawlScene scene;
  scene.plan.shape = Shape::kPaged;
  scene.plan.address = kSite + "/1";
  scene.plan.next = [](const SourceDocument& document,
                       const std::string&) -> std::optional<std::string> {
    if (document.bytes.empty()) return std::nullopt;
    return document.bytes;
  };
  scene.Put("/1", kSite + "/2");
  scene.Put("/2", kSite + "/3");
  scene.Put("/3", "");
  CHECK(scene.Run().whole);
  CHECK(scene.log == "new /1, new /2, new /3");
  CHECK(scene.Run().whole);
  CHECK(scene.log == "unchanged /1, unchanged /2, unchanged /3");
  CHECK(scene.pages[0].document.bytes == kSite + "/2");

  scene.Put("/3", kSite + "/1");  // a circle
  CHECK_FALSE(scene.Run().whole);
  CHECK(scene.pages.size() == 3);

  scene.plan.max_pages = 2;
  CHECK_FALSE(scene.Run().whole);
  CHECK(scene.pages.size() == 2);

  scene.fetcher.pages[kSite + "/2"].status = 500;
  CHECK_FALSE(scene.Run().whole);
  CHECK(scene.pages.size() == 1);
}

TEST_CASE("a crawl that takes too long ends") {
  CrawlScene scene;
  scene.plan.longest = std::chrono::minutes(1);
  scene.List({"/a", "/b"});
  scene.Put("/a", "A");
  scene.Put("/b", "B");
  std::string log;
  const auto result =
      Crawl(scene.fetcher, scene.plan, {}, scene.clock, [&](const CrawledPage& page) {
        log += page.outcome == Outcome::kFailed ? "failed " : "new ";
        scene.clock.Tick(std::chrono::minutes(2));
      });
  REQUIRE(result);
  CHECK(log == "new failed ");
}

TEST_CASE("without its first address a crawl fails") {
  CrawlScene scene;
  const auto ignore = [](const CrawledPage&) {};
  CHECK_FALSE(Crawl(scene.fetcher, scene.plan, {}, scene.clock, ignore));
  scene.fetcher.pages[kSitemap].error = Error::InvalidArgument("not allowed");
  CHECK(Crawl(scene.fetcher, scene.plan, {}, scene.clock, ignore).error().code ==
        ErrorCode::kInvalidArgument);
}

}  // namespace
}  // namespace pomocnik::kb::fetch
