// The saved pages of samples/ come out as the blocks that people wrote down for them.
#include <algorithm>
#include <map>

#include "kb/html/reference.h"
#include "kb/markdown/body.h"
#include "kb/markdown/slug.h"
#include "tests/kb/html/read_page.h"

namespace pomocnik::kb::html {
namespace {

namespace fs = std::filesystem;

const fs::path kSamples = fs::path(POMOCNIK_SOURCE_DIR) / "samples";

// A picture is called after its content once it is kept: its address is not compared.
std::string WithoutPictures(std::string printed) {
  for (std::size_t at = printed.find("image("); at != std::string::npos;
       at = printed.find("image(", at + 1)) {
    printed.erase(at + 6, printed.find('|', at) - at - 6);
  }
  return printed;
}

// Articles of a folder by the last part of their address, or by their title if that is a part of a page.
std::map<std::string, std::string> ReadFolder(const char* folder, const char* rules_name,
                                              const char* address) {
  const Rules rules = BuiltIn(rules_name);
  std::map<std::string, std::string> printed;
  for (const auto& entry : fs::recursive_directory_iterator(kSamples / "html" / folder)) {
    if (entry.path().extension() != ".html") continue;
    const std::string name =
        fs::relative(entry.path(), kSamples / "html" / folder).generic_string();
    Imported imported =
        ReadHtmlPage(PageOf(name, BytesOf(entry.path())), rules, PublishedAt(address));
    for (const ImportedArticle& article : imported.articles) {
      const std::string& url = article.article.url;
      const bool is_part = url.find('#') != std::string::npos;
      std::string key = is_part ? Slug(article.article.title) : std::string(LastPart(url));
      printed[key] = WithoutPictures(Print(article.article.blocks));
    }
  }
  return printed;
}

TEST_CASE("saved pages of every layout give the blocks that are expected of them") {
  struct Source {
    const char* name;
    const char* folder;
    const char* rules;
    const char* address;
  };
  for (const auto& [name, folder, rules, address] :
       {Source{"help-icenter", "help.icenter.si", "knowledge_owl", "https://help.icenter.si/"},
        Source{"old-f1", "old-f1", "drupal_f1", "https://help.saop.hr/"},
        Source{"nasveti", "nasveti", "icenter_tips", "https://icenter.si/"}}) {
    auto printed = ReadFolder(folder, rules, address);
    for (const auto& entry : fs::directory_iterator(kSamples / "expected" / "blocks" / name)) {
      const std::string id = entry.path().stem().string();
      CAPTURE(id);
      Diagnostics diagnostics;
      Reporter reporter(id, diagnostics);
      const auto expected = ReadBody(BytesOf(entry.path()), 1, reporter);
      CHECK(printed.count(id) == 1);
      CHECK(printed[id] == WithoutPictures(Print(expected)));
    }
  }
}

}  // namespace
}  // namespace pomocnik::kb::html
