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

struct World {
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
  World world;
  world.List({"/a", "/b"});
  world.Put("/a", "A");
  world.Put("/b", "B");
  const CrawlResult result = world.Run();
  CHECK(result.whole);
  CHECK(result.diagnostics.empty());
  CHECK(world.log == "new /a, new /b");
  CHECK(world.pages[0].document.bytes == "A");
  CHECK(world.pages[0].done == 1);
  CHECK(world.pages[1].done == 2);
  CHECK(world.pages[1].total == 2);
}

TEST_CASE("the second time only what has changed is handed over") {
  World world;
  world.List({"/a", "/b", "/c", "/d"});
  for (const char* path : {"/a", "/b", "/c", "/d"}) world.Put(path, "1");
  world.fetcher.pages[kSite + "/a"].etag = "e1";
  world.Run();
  world.Put("/b", "2");
  world.fetcher.pages.erase(kSite + "/d");
  world.List({"/a", "/b", "/c", "/d", "/e"});
  world.Put("/e", "1");
  world.Run();
  CHECK(world.log == "unchanged /a, changed /b, unchanged /c, gone /d, new /e");
  CHECK(world.kept.size() == 4);
  world.Run();
  CHECK(world.log == "unchanged /a, unchanged /b, unchanged /c, gone /d, unchanged /e");
}

TEST_CASE("a page that the list says is the same is not asked for, but not for ever") {
  World world;
  world.List({"/a"}, "2026-11-01");
  world.Put("/a", "1");
  world.Run();
  world.clock.Tick(std::chrono::hours(24));
  world.Run();
  CHECK(world.log == "unchanged /a");
  CHECK(world.fetcher.asked == kSitemap);
  world.clock.Tick(kTrusted);
  world.Run();
  CHECK(world.fetcher.asked == kSitemap + " " + kSite + "/a");
  world.List({"/a"}, "2026-11-02");
  world.Run();
  CHECK(world.fetcher.asked == kSitemap + " " + kSite + "/a");
}

TEST_CASE("a page that changed on the day it was fetched may have changed again") {
  World world;
  world.List({"/a"}, "2026-11-23");
  world.Put("/a", "1");
  world.Run();
  world.Put("/a", "2");
  world.Run();
  CHECK(world.log == "changed /a");
}

TEST_CASE("a page that cannot be had keeps what is known of it") {
  World world;
  world.List({"/a", "/b"});
  world.Put("/a", "1");
  world.Put("/b", "1");
  world.Run();
  world.fetcher.pages[kSite + "/a"].status = 500;
  world.fetcher.pages[kSite + "/b"].error = Error::Unavailable("down");
  world.Run();
  CHECK(world.log == "failed /a, failed /b");
  CHECK(world.pages[0].reason == "status 500");
  CHECK(world.kept.size() == 2);
}

TEST_CASE("a host that is down is not asked for each of its pages") {
  World world;
  std::vector<std::string> paths;
  for (int i = 0; i < 50; ++i) {
    paths.push_back("/" + std::to_string(i));
    world.fetcher.pages[kSite + paths.back()].error = Error::Unavailable("down");
  }
  world.List(paths);
  const CrawlResult result = world.Run();
  CHECK(world.pages.size() == 50);
  CHECK(world.pages.back().outcome == Outcome::kFailed);
  CHECK(world.fetcher.asked.find("/5") == std::string::npos);
  CHECK(result.whole);  // the list was read: no page has gone
}

TEST_CASE("an address that must not be fetched does not stop the others") {
  World world;
  std::vector<std::string> paths;
  for (int i = 0; i < 9; ++i) {
    paths.push_back("/" + std::to_string(i));
    world.fetcher.pages[kSite + paths.back()].error = Error::InvalidArgument("not allowed");
  }
  paths.push_back("/z");
  world.Put("/z", "Z");
  world.List(paths);
  world.Run();
  CHECK(world.pages.back().outcome == Outcome::kNew);
}

TEST_CASE("addresses that are listed twice, and parts of pages, are one page") {
  World world;
  world.List({"/a", "/a", "/a#b"});
  world.Put("/a", "A");
  world.Run();
  CHECK(world.log == "new /a");
}

TEST_CASE("a page that another address led to already is not handed over again") {
  World world;
  world.List({"/a", "/old"});
  world.Put("/a", "A");
  world.Put("/old", "A");
  world.fetcher.pages[kSite + "/old"].found_at = kSite + "/a";
  world.Run();
  CHECK(world.log == "new /a, same /old");
  CHECK(world.pages[1].document.address == kSite + "/a");
  CHECK(world.pages[1].document.bytes.empty());
  world.Run();
  CHECK(world.log == "unchanged /a, same /old");
  world.fetcher.pages[kSite + "/a"].etag = "e";
  world.fetcher.pages[kSite + "/old"].etag = "e";
  world.Run();
  world.Run();
  CHECK(world.log == "unchanged /a, same /old");
}

TEST_CASE("sitemaps that lead to each other are read once") {
  World world;
  world.fetcher.pages[kSitemap].bytes = "<sitemapindex><sitemap><loc>" + kSite +
                                        "/1.xml</loc></sitemap><sitemap><loc>" + kSitemap +
                                        "</loc></sitemap></sitemapindex>";
  world.Put("/1.xml", "<urlset><url><loc>" + kSite + "/a</loc></url></urlset>");
  world.Put("/a", "A");
  const CrawlResult result = world.Run();
  CHECK(world.log == "new /a");
  CHECK(result.whole);
  CHECK(world.fetcher.asked == kSitemap + " " + kSite + "/1.xml " + kSite + "/a");
}

TEST_CASE("a sitemap that is missing makes the list incomplete") {
  World world;
  world.fetcher.pages[kSitemap].bytes =
      "<sitemapindex><sitemap><loc>" + kSite + "/1.xml</loc></sitemap></sitemapindex>";
  const CrawlResult missing = world.Run();
  CHECK_FALSE(missing.whole);
  CHECK(missing.diagnostics.size() == 1);
  world.Put("/1.xml", "<html></html>");
  CHECK_FALSE(world.Run().whole);
  world.Put("/1.xml", "<urlset><url><loc>https://a.example/a</loc></url><url>");
  CHECK_FALSE(world.Run().whole);
}

TEST_CASE("sitemaps without end are cut") {
  World world;
  world.plan.max_lists = 3;
  world.plan.max_pages = 2;
  std::string index = "<sitemapindex>";
  for (int i = 0; i < 9; ++i) {
    index += "<sitemap><loc>" + kSite + "/" + std::to_string(i) + ".xml</loc></sitemap>";
    world.Put("/" + std::to_string(i) + ".xml",
              "<urlset><url><loc>" + kSite + "/p" + std::to_string(i) + "</loc></url><url><loc>" +
                  kSite + "/q" + std::to_string(i) + "</loc></url></urlset>");
  }
  world.fetcher.pages[kSitemap].bytes = index + "</sitemapindex>";
  const CrawlResult result = world.Run();
  CHECK_FALSE(result.whole);
  CHECK(world.log == "gone /p0, gone /q0");
}

TEST_CASE("an address that is no list is a page") {
  World world;
  world.plan.address = kSite + "/help#top";
  world.Put("/help", "<!doctype html><p>a");
  world.Run();
  CHECK(world.log == "new /help");
  world.Run();
  CHECK(world.log == "unchanged /help");
}

TEST_CASE("a feed that is wanted whole is asked for conditionally") {
  World world;
  world.plan.shape = Shape::kDocument;
  world.fetcher.pages[kSitemap] = {200, "<rss/>", "e1", "", {}};
  world.Run();
  CHECK(world.log == "new /sitemap.xml");
  world.Run();
  CHECK(world.log == "unchanged /sitemap.xml");
}

TEST_CASE("pages that tell the next one are all handed over, changed or not") {
  World world;
  world.plan.shape = Shape::kPaged;
  world.plan.address = kSite + "/1";
  world.plan.next = [](const SourceDocument& document,
                       const std::string&) -> std::optional<std::string> {
    if (document.bytes.empty()) return std::nullopt;
    return document.bytes;
  };
  world.Put("/1", kSite + "/2");
  world.Put("/2", kSite + "/3");
  world.Put("/3", "");
  CHECK(world.Run().whole);
  CHECK(world.log == "new /1, new /2, new /3");
  CHECK(world.Run().whole);
  CHECK(world.log == "unchanged /1, unchanged /2, unchanged /3");
  CHECK(world.pages[0].document.bytes == kSite + "/2");

  world.Put("/3", kSite + "/1");  // a circle
  CHECK_FALSE(world.Run().whole);
  CHECK(world.pages.size() == 3);

  world.plan.max_pages = 2;
  CHECK_FALSE(world.Run().whole);
  CHECK(world.pages.size() == 2);

  world.fetcher.pages[kSite + "/2"].status = 500;
  CHECK_FALSE(world.Run().whole);
  CHECK(world.pages.size() == 1);
}

TEST_CASE("a crawl that takes too long ends") {
  World world;
  world.plan.longest = std::chrono::minutes(1);
  world.List({"/a", "/b"});
  world.Put("/a", "A");
  world.Put("/b", "B");
  std::string log;
  const auto result =
      Crawl(world.fetcher, world.plan, {}, world.clock, [&](const CrawledPage& page) {
        log += page.outcome == Outcome::kFailed ? "failed " : "new ";
        world.clock.Tick(std::chrono::minutes(2));
      });
  REQUIRE(result);
  CHECK(log == "new failed ");
}

TEST_CASE("without its first address a crawl fails") {
  World world;
  const auto ignore = [](const CrawledPage&) {};
  CHECK_FALSE(Crawl(world.fetcher, world.plan, {}, world.clock, ignore));
  world.fetcher.pages[kSitemap].error = Error::InvalidArgument("not allowed");
  CHECK(Crawl(world.fetcher, world.plan, {}, world.clock, ignore).error().code ==
        ErrorCode::kInvalidArgument);
}

}  // namespace
}  // namespace pomocnik::kb::fetch
