#include "bot/http/media.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "kb/picture_type.h"
#include "tests/bot/http/route_site.h"
#include "tests/support/temp_folder.h"

namespace pomocnik::bot::http {
namespace {

namespace fs = std::filesystem;
using testing::RouteSite;

const std::string kPng = std::string("\x89PNG\r\n\x1A\n") + std::string(20, '\0');
const std::string kHashed = "0123456789abcdef0123456789abcdef.png";

void Write(const std::string& path, const std::string& bytes) {
  fs::create_directories(fs::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

Response Show(const std::string& folder, std::vector<std::string> names) {
  Request request;
  request.path_parameters = std::move(names);
  return ShowPicture(folder, request);
}

TEST_CASE("pictures are served from the folder and its sources") {
  const testing::TempFolder folder;
  const std::string media = folder.File("media");
  Write(media + "/okno.png", kPng);
  Write(media + "/vir/" + kHashed, kPng);
  const Response own = Show(media, {"okno.png"});
  CHECK(own.status == 200);
  CHECK(own.content_type == "image/png");
  CHECK(own.body == kPng);
  CHECK_FALSE(FindHeader(own.headers, "Cache-Control"));
  const Response of_source = Show(media, {"vir", kHashed});
  CHECK(of_source.status == 200);
  CHECK(FindHeader(of_source.headers, "Cache-Control") == "public, max-age=31536000, immutable");
}

TEST_CASE("what is no picture of the folder is not found") {
  const testing::TempFolder folder;
  const std::string media = folder.File("media");
  Write(folder.File("secret.png"), kPng);
  Write(folder.File("elsewhere/secret.png"), kPng);
  Write(media + "/page.png", "<html><script>alert(1)</script>");
  Write(media + "/picture.svg", "<svg/>");
  Write(media + "/empty.png", "");
  Write(media + "/.hidden.png", kPng);
  Write(media + "/large.png", kPng + std::string(kb::kMaxPictureBytes, 'x'));
  Write(media + "/sub/sub/deep.png", kPng);
  fs::create_symlink(folder.File("secret.png"), media + "/link.png");
  fs::create_directory_symlink(folder.File("elsewhere"), media + "/linked");
  const std::vector<std::vector<std::string>> paths = {{"page.png"},
                                                       {"picture.svg"},
                                                       {"empty.png"},
                                                       {".hidden.png"},
                                                       {"large.png"},
                                                       {"link.png"},
                                                       {"linked", "secret.png"},
                                                       {"sub"},
                                                       {"sub", "sub"},
                                                       {"nothing.png"},
                                                       {".."},
                                                       {"..", "secret.png"},
                                                       {"../secret.png"},
                                                       {"sub/sub/deep.png"},
                                                       {"", "secret.png"},
                                                       {"okno.png\\x"},
                                                       {"okno.png x"},
                                                       {std::string(300, 'a')},
                                                       {}};
  for (const auto& names : paths) {
    CAPTURE(names.empty() ? std::string() : names.back());
    CHECK_FALSE((names.empty() ? false : Show(media, names).status == 200));
    if (names.empty()) CHECK_FALSE(ReadMediaFile(media, names));
  }
  CHECK(Show(media, {"sub", "sub", "deep.png"}).status == 200);
  CHECK(Show("", {"okno.png"}).status == 404);
  CHECK(Show(folder.File("no-folder"), {"okno.png"}).status == 404);
}

TEST_CASE("a picture may be shown on pages of other origins and is what it says") {
  RouteSite site;
  const Response response =
      site.Get("/media/" + site.Picture(), {{"Origin", "https://elsewhere.example"}});
  CHECK(response.status == 200);
  CHECK(response.content_type == "image/png");
  CHECK(FindHeader(response.headers, "X-Content-Type-Options") == "nosniff");
  CHECK(FindHeader(response.headers, "Cross-Origin-Resource-Policy") == "cross-origin");
  CHECK(FindHeader(response.headers, "Content-Security-Policy")->starts_with("default-src 'none'"));
  for (const char* target : {"/media/", "/media/x.png", "/media/..%2fkey", "/media/%2e%2e/key",
                             "/media/a/b/c.png", "/media//key"}) {
    CAPTURE(std::string(target));
    CHECK(site.Get(target).status == 404);
  }
}

}  // namespace
}  // namespace pomocnik::bot::http
