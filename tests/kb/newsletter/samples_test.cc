// The sample newsletters and feeds against the list of what they hold.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

#include "kb/feed/feed.h"
#include "kb/newsletter/issue.h"

namespace pomocnik::kb::newsletter {
namespace {

const std::filesystem::path kSamples = POMOCNIK_SOURCE_DIR "/samples";

std::string ReadFile(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  REQUIRE(stream);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string Day(const std::optional<Date>& day) { return day ? FormatDate(*day) : "-"; }

// Address -> "title|day|last day|issue", and "|legislation" for an item of law.
using ItemsByAddress = std::map<std::string, std::string>;

ItemsByAddress Expected(const std::string& source) {
  std::istringstream lines(ReadFile(kSamples / "expected" / (source + ".tsv")));
  ItemsByAddress items;
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    std::vector<std::string> cells;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, '\t');) cells.push_back(cell);
    REQUIRE(cells.size() >= 11);
    items[cells[1]] = cells[2] + "|" + cells[7] + "|" + cells[9] + "|" + cells[10] +
                      (cells[3] == "legislation" ? "|legislation" : "");
  }
  return items;
}

void Add(const Imported& imported, ItemsByAddress& items) {
  CHECK(imported.diagnostics.empty());
  for (const ImportedArticle& item : imported.articles) {
    items[item.address] = item.article.title + "|" + Day(item.article.updated) + "|" +
                          Day(item.article.valid_to) + "|" +
                          (item.article.issue ? std::to_string(*item.article.issue) : "-") +
                          (item.kind == Kind::kLegislation ? "|legislation" : "");
  }
}

TEST_CASE("the sample newsletters hold the items that they are said to hold") {
  ItemsByAddress items;
  for (const char* year : {"2024", "2025"}) {
    for (const auto& entry : std::filesystem::directory_iterator(kSamples / "newsletters" / year)) {
      const std::string address = std::string(year) + "/" + entry.path().filename().string();
      Add(ReadIssue({address, {}, {}, ReadFile(entry.path()), {}}, {}), items);
    }
  }
  CHECK(items == Expected("e-novice"));
}

TEST_CASE("so do the sample feeds") {
  for (const auto& [file, source] :
       {std::pair{"novice.rss", "novice-rss"}, std::pair{"dnevnik.atom", "novice-atom"}}) {
    CAPTURE(file);
    ItemsByAddress items;
    Add(feed::ReadFeed({file, {}, {}, ReadFile(kSamples / "newsletters/feeds" / file), {}}, {}),
        items);
    CHECK(items == Expected(source));
  }
}

}  // namespace
}  // namespace pomocnik::kb::newsletter
