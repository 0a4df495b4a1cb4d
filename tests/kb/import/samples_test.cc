// Imports samples/ and compares what comes out with samples/expected, as samples/README.md describes it.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "kb/import/directory_reader.h"
#include "kb/import/source_config.h"
#include "kb/import/source_import.h"
#include "kb/import/source_state.h"
#include "kb/links.h"
#include "kb/markdown/article_parser.h"
#include "kb/markdown/body.h"
#include "tests/kb/import/fresh_files.h"
#include "tests/kb/print_blocks.h"

namespace pomocnik::kb {
namespace {

namespace fs = std::filesystem;
using testing::kImportedAt;

const std::string kSamples = POMOCNIK_SOURCE_DIR "/samples";

std::vector<SourceConfig> SampleSources() {
  Diagnostics diagnostics;
  const auto file =
      yaml::Parse(pomocnik::testing::ReadFile(kSamples + "/pomocnik.yaml"), "c.yaml", diagnostics);
  REQUIRE(file);
  auto sources = ParseSources(*file->Find("sources"), kSamples, "c.yaml", diagnostics);
  REQUIRE(diagnostics.empty());
  return sources;
}

struct Counts {
  std::size_t tables = 0;
  std::size_t callouts = 0;
};

void CountIn(const std::vector<Block>& blocks, Counts& counts);

void CountIn(const std::vector<Item>& items, Counts& counts) {
  for (const Item& item : items) CountIn(item.blocks, counts);
}

void CountIn(const std::vector<Block>& blocks, Counts& counts) {
  for (const Block& block : blocks) {
    if (std::holds_alternative<Table>(block.value)) ++counts.tables;
    if (const auto* steps = std::get_if<Steps>(&block.value)) CountIn(steps->items, counts);
    if (const auto* list = std::get_if<List>(&block.value)) CountIn(list->items, counts);
    if (const auto* callout = std::get_if<Callout>(&block.value)) {
      ++counts.callouts;
      CountIn(callout->blocks, counts);
    }
  }
}

std::string OrDash(const std::string& text) { return text.empty() ? "-" : text; }
std::string OrDash(const std::optional<Date>& date) { return date ? FormatDate(*date) : "-"; }

// The line of samples/expected that the article is.
std::string LineOf(const std::string& source, const std::string& address, const Article& article) {
  Counts counts;
  CountIn(article.blocks, counts);
  std::size_t steps = 0;
  for (const Block& block : article.blocks) {
    if (const auto* list = std::get_if<Steps>(&block.value)) steps += list->items.size();
  }
  std::string screens;
  for (const ScreenRef& ref : article.f1) {
    screens += screens.empty() ? "" : ";";
    screens += ref.app == ScreenRef().app ? ref.screen : ref.app + ":" + ref.screen;
  }
  std::ostringstream line;
  line << source << '\t' << (article.url.empty() ? address : article.url) << '\t' << article.title
       << '\t' << KindName(article.kind) << '\t' << article.module << '\t' << article.lang << '\t'
       << OrDash(screens) << '\t' << OrDash(article.updated) << '\t' << OrDash(article.version_from)
       << '\t' << OrDash(article.valid_to) << '\t'
       << (article.issue ? std::to_string(*article.issue) : "-") << '\t' << steps << '\t'
       << counts.tables << '\t' << counts.callouts;
  return line.str();
}

std::set<std::string> ExpectedLines(const std::string& source) {
  std::istringstream file(pomocnik::testing::ReadFile(kSamples + "/expected/" + source + ".tsv"));
  std::set<std::string> lines;
  std::string line;
  std::getline(file, line);  // names of the columns
  while (std::getline(file, line)) {
    if (!line.empty()) lines.insert(line);
  }
  return lines;
}

// What one source came to.
struct ImportedSource {
  SourceReport report;
  std::map<std::string, Article> articles;  // by id
  std::set<std::string> lines;
};

ImportedSource Import(const SourceConfig& source, const std::string& data) {
  SourceImportOptions options;
  options.data = data;
  PreparedImport prepared = PrepareImport(source, options);
  REQUIRE(prepared.Commit(kImportedAt));
  ImportedSource came;
  came.report = prepared.report();
  const std::string folder = FolderOfSource(data, source.name());
  for (const KnownDocument& document : ReadDocuments(folder).documents) {
    for (const KnownArticle& known : document.articles) {
      Diagnostics problems;
      auto article = ParseArticle(pomocnik::testing::ReadFile(ArticleFile(folder, known.id)),
                                  known.id, problems);
      CAPTURE(known.id);
      REQUIRE(article);
      came.lines.insert(LineOf(source.name(), known.address, *article));
      came.articles.emplace(known.id, *std::move(article));
    }
  }
  return came;
}

void CheckLines(const std::string& source, const std::set<std::string>& lines) {
  const auto expected = ExpectedLines(source);
  CHECK(expected.size() > 0);
  for (const std::string& line : expected) {
    if (!lines.contains(line)) FAIL_CHECK("missing:    " << line);
  }
  for (const std::string& line : lines) {
    if (!expected.contains(line)) FAIL_CHECK("unexpected: " << line);
  }
}

// The first block that is not as it should be: "is …, should be …".
std::string FirstDifference(const std::vector<Block>& is, const std::vector<Block>& should_be) {
  for (std::size_t i = 0; i < std::max(is.size(), should_be.size()); ++i) {
    const std::string one = i < is.size() ? Print({is[i]}) : "nothing";
    const std::string other = i < should_be.size() ? Print({should_be[i]}) : "nothing";
    if (one != other) return "block " + std::to_string(i) + " is " + one + "\nshould be " + other;
  }
  return "blocks differ in what is not printed";
}

std::size_t CheckBlocks(const std::string& source, const std::map<std::string, Article>& articles) {
  std::size_t compared = 0;
  const std::string folder = kSamples + "/expected/blocks/" + source;
  if (!fs::exists(folder)) return 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string id = entry.path().stem().string();
    CAPTURE(source + "/" + id);
    Diagnostics problems;
    Reporter reporter(id, problems);
    const auto expected = ReadBody(pomocnik::testing::ReadFile(entry.path().string()), 1, reporter);
    const auto article = articles.find(id);
    if (article == articles.end()) {
      FAIL_CHECK("there is no such article");
      continue;
    }
    ++compared;
    if (article->second.blocks == expected) continue;
    FAIL_CHECK(FirstDifference(article->second.blocks, expected));
  }
  return compared;
}

TEST_CASE("the samples come in as their lists say, and a second time nothing changes") {
  const pomocnik::testing::TempFolder folder;
  const std::string data = folder.File("data");
  std::size_t compared = 0;
  for (const SourceConfig& source : SampleSources()) {
    CAPTURE(source.name());
    const ImportedSource came = Import(source, data);
    CHECK(came.report.error == "");
    CheckLines(source.name(), came.lines);
    compared += CheckBlocks(source.name(), came.articles);
    const ImportedSource again = Import(source, data);
    CHECK_FALSE(again.report.HasChanges());
    CHECK(again.report.diagnostics == came.report.diagnostics);
  }
  CHECK(compared >= 100);
}

// The rows of a table of samples/expected, without the names of the columns.
std::vector<std::vector<std::string>> ExpectedRows(const std::string& table) {
  std::istringstream file(pomocnik::testing::ReadFile(kSamples + "/expected/" + table));
  std::vector<std::vector<std::string>> rows;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::istringstream cells(line);
    rows.emplace_back();
    for (std::string cell; std::getline(cells, cell, '\t');) rows.back().push_back(cell);
  }
  return rows;
}

// Articles by their addresses, aliases and ids.
std::map<std::string, const Article*> ByAddress(const Library& library) {
  std::map<std::string, const Article*> articles;
  for (const SourceArticle& source : library.articles) {
    articles.emplace(source.article.id, &source.article);
    if (!source.article.url.empty()) articles.emplace(source.article.url, &source.article);
    for (const std::string& alias : source.article.aliases)
      articles.emplace(alias, &source.article);
  }
  return articles;
}

TEST_CASE("in the library each sample is there once, and links lead to articles") {
  const pomocnik::testing::TempFolder folder;
  const std::string data = folder.File("data");
  for (const SourceConfig& source : SampleSources()) Import(source, data);
  ReadOptions options;
  options.kb_folder = POMOCNIK_SOURCE_DIR "/kb";
  options.sources = FindSources(SourcesFolder(data));
  const auto read = ReadKnowledgeBase(options);
  REQUIRE(read);
  const auto articles = ByAddress(read->library);
  const auto links_of = [&](const std::string& address) {
    const auto found = articles.find(address);
    REQUIRE_MESSAGE(found != articles.end(), address);
    return LinkedAddresses(*found->second);
  };
  const auto has = [](const std::set<std::string>& links, const std::string& link) {
    return links.contains(link);
  };
  for (const auto& row : ExpectedRows("copies.tsv")) {
    CAPTURE(row[2]);
    REQUIRE(articles.contains(row[2]));
    CHECK(articles.at(row[2])->id == row[0]);
  }
  for (const auto& row : ExpectedRows("links.tsv")) {
    CAPTURE(row[1] + " " + row[2]);
    CHECK(has(links_of(row[1]), row[3] == "-" ? row[2] : "article:" + row[3]));
  }
  for (const auto& row : ExpectedRows("attachments.tsv")) {
    CAPTURE(row[0]);
    REQUIRE(articles.contains(row[1]));
    CHECK(has(links_of(row[0]), "article:" + articles.at(row[1])->id));
  }
}

}  // namespace
}  // namespace pomocnik::kb
