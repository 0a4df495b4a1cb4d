// Help that nobody here wrote: Debian's libreoffice-help-sl, where it is installed.
#include <algorithm>
#include <ctime>
#include <set>

#include "kb/html/screen_map.h"
#include "tests/kb/html/read_page.h"

namespace pomocnik::kb::html {
namespace {

namespace fs = std::filesystem;

const fs::path kHelp = "/usr/share/libreoffice/help";

struct Figures {
  std::size_t pages = 0;
  std::size_t articles = 0;
  std::size_t complained = 0;  // pages with a warning or an error
  std::size_t tagged = 0;
  std::size_t headings = 0;
  std::size_t steps = 0;
  std::size_t lists = 0;
  std::size_t tables = 0;
  std::size_t callouts = 0;
  std::size_t codes = 0;
  std::set<std::string> addresses;
  std::string complaints;
};

void Count(const std::vector<Block>& blocks, Figures& figures) {
  for (const Block& block : blocks) {
    figures.headings += std::holds_alternative<Heading>(block.value);
    figures.tables += std::holds_alternative<Table>(block.value);
    figures.callouts += std::holds_alternative<Callout>(block.value);
    figures.codes += std::holds_alternative<Code>(block.value);
    if (const auto* steps = std::get_if<Steps>(&block.value)) {
      ++figures.steps;
      for (const Item& item : steps->items) Count(item.blocks, figures);
    }
    if (const auto* list = std::get_if<List>(&block.value)) {
      ++figures.lists;
      for (const Item& item : list->items) Count(item.blocks, figures);
    }
  }
}

Figures ReadHelp() {
  const Rules rules = BuiltIn("libreoffice");
  const SourceDefaults defaults = PublishedAt("https://help.libreoffice.org/7.4/");
  Figures figures;
  for (const auto& entry : fs::recursive_directory_iterator(kHelp / "sl")) {
    if (entry.path().extension() != ".html") continue;
    ++figures.pages;
    const std::string name = fs::relative(entry.path(), kHelp).generic_string();
    Imported imported = ReadHtmlPage(PageOf(name, BytesOf(entry.path())), rules, defaults);
    if (!imported.diagnostics.empty()) {
      ++figures.complained;
      figures.complaints += FormatDiagnostic(imported.diagnostics.front()) + "\n";
    }
    for (const ImportedArticle& article : imported.articles) {
      ++figures.articles;
      figures.tagged += article.article.tags.empty() ? 0 : 1;
      figures.addresses.insert(article.address);
      Count(article.article.blocks, figures);
    }
  }
  return figures;
}

TEST_CASE("the help of LibreOffice is read whole, fast and nearly without a complaint") {
  if (!fs::exists(kHelp / "sl")) return;
  const std::clock_t begin = std::clock();
  const Figures figures = ReadHelp();
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  MESSAGE(figures.pages << " pages in " << seconds << " s, " << figures.complained
                        << " with complaints, " << figures.headings << " headings, "
                        << figures.steps << " steps, " << figures.lists << " lists, "
                        << figures.tables << " tables, " << figures.callouts << " callouts, "
                        << figures.codes << " codes, " << figures.tagged << " with tags");
  INFO(figures.complaints);
  CHECK(figures.pages > 2500);
  CHECK(figures.complained * 100 <= figures.pages);
  CHECK(figures.articles * 100 >= figures.pages * 99);
  CHECK(figures.steps > 600);
  CHECK(figures.tables > 400);
  CHECK(figures.callouts > 1900);
  CHECK(figures.tagged > 1000);
}

TEST_CASE("the screens of LibreOffice lead to pages that are there") {
  const fs::path file = kHelp / "hid2file.js";
  if (!fs::exists(file) || !fs::exists(kHelp / "sl")) return;
  Diagnostics diagnostics;
  Reporter reporter("hid2file.js", diagnostics);
  const auto screens = ReadScreenMap(BytesOf(file), reporter);
  CHECK(screens.size() > 8000);
  const auto missing = std::count_if(
      screens.begin(), screens.end(),
      [](const MappedScreen& screen) { return !fs::exists(kHelp / "sl" / screen.address); });
  CHECK(missing * 100 <= static_cast<std::ptrdiff_t>(screens.size()));
}

}  // namespace
}  // namespace pomocnik::kb::html
