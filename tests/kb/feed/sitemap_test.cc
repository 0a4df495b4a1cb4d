#include "kb/feed/sitemap.h"

#include <doctest/doctest.h>

namespace pomocnik::kb::feed {
namespace {

struct ParsedSitemap {
  std::optional<Sitemap> sitemap;
  Diagnostics diagnostics;
};

ParsedSitemap ParseSitemap(std::string bytes) {
  ParsedSitemap read;
  Reporter reporter("https://a.example/sitemap.xml", read.diagnostics);
  read.sitemap =
      ReadSitemap({"https://a.example/sitemap.xml", "", "", std::move(bytes), {}}, reporter);
  return read;
}

// "address@day address …"
std::string Pages(const ParsedSitemap& read) {
  std::string pages;
  if (!read.sitemap) return "none";
  for (const ListedPage& page : read.sitemap->pages) {
    pages += (pages.empty() ? "" : " ") + page.address;
    if (page.day) pages += "@" + FormatDate(*page.day);
  }
  return pages;
}

TEST_CASE("a sitemap lists pages and their last change") {
  const ParsedSitemap read = ParseSitemap(
      "<?xml version='1.0' encoding='UTF-8'?>"
      "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:image='urn:i'>"
      "<url><loc> https://a.example/1?a=1&amp;b=2 </loc><lastmod>2026-03-01</lastmod>"
      "<changefreq>daily</changefreq><image:image><image:loc>https://a.example/x.png</image:loc>"
      "</image:image></url>"
      "<url><lastmod>2026-03-02T10:00:00+01:00</lastmod><loc>https://a.example/2</loc></url>"
      "<url><loc>https://a.example/3</loc></url></urlset>");
  CHECK(
      Pages(read) ==
      "https://a.example/1?a=1&b=2@2026-03-01 https://a.example/2@2026-03-02 https://a.example/3");
  CHECK(read.sitemap->pages[1].changed == "2026-03-02T10:00:00+01:00");
  CHECK(read.diagnostics.empty());
}

TEST_CASE("an index lists sitemaps") {
  const ParsedSitemap read = ParseSitemap(
      "<sitemapindex><sitemap><loc>https://a.example/1.xml.gz</loc></sitemap>"
      "<sitemap><loc>ftp://a.example/</loc></sitemap><url><loc>https://a.example/</loc></url>"
      "</sitemapindex>");
  REQUIRE(read.sitemap);
  CHECK(read.sitemap->sitemaps == std::vector<std::string>{"https://a.example/1.xml.gz"});
  CHECK(read.sitemap->pages.empty());
}

TEST_CASE("a packed sitemap is unpacked, once") {
  const std::string once(
      "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xb3\x29\x2d\xca\x29\x4e\x2d\xb1\xb3\x01\xd2\x76"
      "\x36\x39\xf9\xc9\x76\x19\x25\x25\x05\xc5\x56\xfa\xfa\x89\x7a\xa9\x15\x89\xb9\x05\x39\xa9"
      "\xfa\x86\x36\xfa\x20\x09\x1b\x7d\xb0\x1a\x7d\xa8\x0e\x00\xe1\xa6\xe8\xaf\x3a\x00\x00\x00",
      66);
  CHECK(Pages(ParseSitemap(once)) == "https://a.example/1");
  const std::string twice(
      "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\x93\xef\xe6\x60\x00\x01\x26\xe6\xcd\x9a\xba\xa7"
      "\x34\xfd\x74\x37\x6e\x66\xbc\x54\x66\x66\xf9\xf3\x64\x99\xa4\xaa\x2a\xeb\xd1\xb0\x5f\xbf"
      "\x3a\xab\x56\x8a\x76\xee\x64\xb5\x5c\xf9\xab\xcd\xec\x97\x02\xa7\x74\xed\x06\xa9\xda\x15"
      "\x7c\x0c\x0f\x97\xbd\x58\x6f\x05\xd4\x09\x00\x5c\x19\x2e\xe5\x42\x00\x00\x00",
      85);
  CHECK(Pages(ParseSitemap(twice)) == "none");
  CHECK(ParseSitemap(twice).diagnostics.size() == 1);
  const ParsedSitemap damaged = ParseSitemap(once.substr(0, 30));
  CHECK_FALSE(damaged.sitemap);
  REQUIRE(damaged.diagnostics.size() == 1);
  CHECK(damaged.diagnostics[0].severity == Severity::kError);
}

TEST_CASE("a feed lists the pages of its items") {
  CHECK(Pages(ParseSitemap(
            "<rss version='2.0'><channel><item><title>A</title><link>/a</link>"
            "<pubDate>Thu, 05 Jun 2025 09:00:00 +0200</pubDate></item></channel></rss>")) ==
        "https://a.example/a@2025-06-05");
  CHECK(Pages(ParseSitemap("<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='b'/>"
                           "<updated>2025-06-05T00:00:00Z</updated></entry></feed>")) ==
        "https://a.example/b@2025-06-05");
}

TEST_CASE("a text with an address a line is a list, too") {
  CHECK(Pages(ParseSitemap("\xef\xbb\xbfhttps://a.example/1\r\n\r\n  https://a.example/2  \n")) ==
        "https://a.example/1 https://a.example/2");
  CHECK(Pages(ParseSitemap("https://a.example/1\nand more\n")) == "none");
  CHECK(Pages(ParseSitemap("")) == "none");
}

TEST_CASE("what lists nothing is no list, and no error") {
  for (const char* bytes : {"<!doctype html><html><body><p>a</body></html>", "<html/>",
                            "{\"a\": 1}", "%PDF-1.7", "<feed><entry/></feed>", "<opml/>"}) {
    CAPTURE(bytes);
    const ParsedSitemap read = ParseSitemap(bytes);
    CHECK_FALSE(read.sitemap);
    CHECK(read.diagnostics.empty());
  }
}

TEST_CASE("what is no address is left out with a warning") {
  const ParsedSitemap read = ParseSitemap(
      "<urlset><url><loc>javascript:alert(1)</loc></url><url><loc>/a</loc></url><url/>"
      "<url><loc>https://a.example/1</loc></url></urlset>");
  CHECK(Pages(read) == "https://a.example/1");
  CHECK(read.diagnostics.size() == 3);
}

TEST_CASE("a sitemap that was cut off lists what is there, with a warning") {
  const ParsedSitemap read =
      ParseSitemap("<urlset><url><loc>https://a.example/1</loc></url><url><loc>https://a.ex");
  CHECK(Pages(read).starts_with("https://a.example/1"));
  CHECK_FALSE(read.sitemap->whole);
  CHECK_FALSE(read.diagnostics.empty());
}

}  // namespace
}  // namespace pomocnik::kb::feed
