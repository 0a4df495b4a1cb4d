#include "web-widget/assets.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

namespace pomocnik::assets {
namespace {

const Asset* Find(std::string_view path) {
  const auto all = All();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Asset& asset) { return asset.path == path; });
  return found == all.end() ? nullptr : &*found;
}

TEST_CASE("the assets are sorted by path, each path once") {
  const auto all = All();
  const auto misplaced = std::adjacent_find(
      all.begin(), all.end(),
      [](const Asset& left, const Asset& right) { return left.path >= right.path; });
  CHECK(misplaced == all.end());
}

TEST_CASE("every asset has a type, bytes and a strong tag") {
  for (const Asset& asset : All()) {
    CAPTURE(asset.path);
    CHECK(asset.path.starts_with("/"));
    CHECK_FALSE(asset.content_type.empty());
    CHECK_FALSE(asset.bytes.empty());
    CHECK(asset.etag.size() == 66);
    CHECK(asset.etag.front() == '"');
    CHECK(asset.etag.back() == '"');
  }
}

TEST_CASE("a file is given out byte for byte") {
  const Asset* page = Find("/");
  REQUIRE(page != nullptr);
  CHECK(page->content_type == "text/html; charset=utf-8");
  std::ifstream file(POMOCNIK_SOURCE_DIR "/web-widget/demo/index.html", std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  CHECK(page->bytes == text);
}

TEST_CASE("the panel is there, with its texts as they are written") {
  const Asset* panel = Find("/panel.js");
  REQUIRE(panel != nullptr);
  CHECK(panel->content_type == "text/javascript; charset=utf-8");
  CHECK(panel->bytes.find("samodejni pomočnik, ne oseba") != std::string_view::npos);
}

TEST_CASE("the F1 page's script is there") {
  const Asset* script = Find("/f1.js");
  REQUIRE(script != nullptr);
  CHECK(script->content_type == "text/javascript; charset=utf-8");
  CHECK(script->bytes.find("help-panel") != std::string_view::npos);
}

TEST_CASE("the loader names the panel by its version, so that a browser may keep it for ever") {
  const Asset* widget = Find("/widget.js");
  const Asset* panel = Find("/panel.js");
  REQUIRE(widget != nullptr);
  REQUIRE(panel != nullptr);
  CHECK(widget->content_type == "text/javascript; charset=utf-8");
  CHECK(widget->bytes.find("help-chat") != std::string_view::npos);
  const std::string address = "\"panel.js?v=" + std::string(panel->version()) + "\"";
  CHECK(widget->bytes.find(address) != std::string_view::npos);
}

}  // namespace
}  // namespace pomocnik::assets
