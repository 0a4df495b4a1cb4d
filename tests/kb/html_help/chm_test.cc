#include "kb/html_help/chm.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "kb/html_help/chm_directory.h"
#include "kb/html_help/html_help.h"
#include "tests/kb/html_help/chm_maker.h"
#include "tests/kb/html_help/help_files.h"
#include "tests/support/files.h"

namespace pomocnik::kb::html_help {
namespace {

// The project as chmcmd compiles it, with one page that is long enough for several compressed blocks.
const std::string& CompiledProject() {
  static const std::string kBytes = [] {
    std::string words;
    for (int i = 0; i < 20'000; ++i) words += std::to_string(i * 7919 % 100'003) + " ";
    NamedTexts texts = SmallProject();
    texts[0].second =
        "[OPTIONS]\nLanguage=0x424 Slovenian\nCompiled file=pomoc.chm\nContents "
        "file=pomoc.hhc\nIndex file=pomoc.hhk\nDefault topic=html/uvod.htm\n"
        "\n[FILES]\nhtml/uvod.htm\nhtml/racun.htm\nhtml/dolga.htm\n\n[ALIAS]\nIDH_UVOD=html/"
        "uvod.htm\nIDH_RACUN=html/racun.htm\n"
        "\n[MAP]\n#define IDH_UVOD 1000\n#define IDH_RACUN 2000\n";
    texts.emplace_back("html/dolga.htm", PageOf("Dolga", words));
    return CompileHelp(texts);
  }();
  return kBytes;
}

std::string Reason(std::string_view bytes, const ChmLimits& limits = {}) {
  const auto files = OpenChm(bytes, limits);
  return files ? "" : files.error().message;
}

TEST_CASE("a compiled help gives its files") {
  const auto files = OpenChm(CompiledProject());
  REQUIRE_MESSAGE(files, (files ? "" : files.error().message));
  const auto has = [&](const std::string& name) {
    return std::any_of(files->begin(), files->end(),
                       [&](const auto& file) { return file.address == name; });
  };
  CHECK(has("html/uvod.htm"));
  CHECK(has("pomoc.hhc"));
  CHECK(has("#SYSTEM"));
  for (const SourceDocument& file : *files) {
    if (file.address == "html/racun.htm")
      CHECK(file.bytes == PageOf("Ra\xE8un", "Ra\xE8un izdamo kupcu."));
    if (file.address == "html/dolga.htm") CHECK(file.bytes.size() > 100'000);
    if (file.address == "html/dolga.htm") CHECK(file.bytes.ends_with("</p></body></html>"));
  }
}

TEST_CASE("a compiled help has the pages of its project, and numbers as screens") {
  const auto files = OpenChm(CompiledProject());
  REQUIRE(files);
  const SourceDefaults defaults{
      .source = "chm", .address = {}, .module = {}, .lang = {}, .kind = {}};
  const Imported imported = Read(*files, PlainRules(), defaults);
  REQUIRE(imported.articles.size() == 3);
  REQUIRE(imported.screens.size() == 2);
  std::string screens;
  for (const Screen& screen : imported.screens)
    screens += screen.id + "=" + std::to_string(*screen.number) + " " + screen.title + ";";
  CHECK(screens == "1000=1000 Pomoč;2000=2000 Račun;");
  for (const ImportedArticle& entry : imported.articles) {
    if (entry.article.title != "Račun") continue;
    CHECK(entry.breadcrumb == std::vector<std::string>{"Fakturiranje"});
    CHECK(entry.article.f1 == std::vector<ScreenRef>{{"icenter", "2000"}});
  }
}

TEST_CASE("the compiled sample has as many pages as its project") {
  const auto files = OpenChm(testing::ReadFile(POMOCNIK_SOURCE_DIR "/samples/html-help.chm"));
  REQUIRE_MESSAGE(files, (files ? "" : files.error().message));
  const SourceDefaults defaults{
      .source = "chm", .address = {}, .module = {}, .lang = {}, .kind = {}};
  const Imported imported = Read(*files, PlainRules(), defaults);
  CHECK(imported.articles.size() == 44);
  CHECK(imported.screens.size() == 43);
}

TEST_CASE("what is no .chm, or exceeds a limit, is refused") {
  CHECK(Reason("") == "it is no .chm");
  CHECK(Reason(std::string(4096, '\0')) == "it is no .chm");
  CHECK(Reason("ITSF" + std::string(4096, '\0')) == "it is no .chm of a known version");
  ChmLimits limits;
  limits.files = 2;
  CHECK(Reason(CompiledProject(), limits) == "it has too many files");
  limits = {};
  limits.file_bytes = 50'000;
  CHECK(Reason(CompiledProject(), limits) == "'html/dolga.htm' is too large");
  limits = {};
  limits.total_bytes = 10'000;
  CHECK(Reason(CompiledProject(), limits) == "the whole is too large when unpacked");
  limits = {};
  limits.packed_bytes = 100;
  CHECK(Reason(CompiledProject(), limits) == "it is too large");
}

TEST_CASE("a .chm that was cut off is refused") {
  const std::string& whole = CompiledProject();
  for (std::size_t size = 0; size < whole.size(); size += 997) {
    CAPTURE(size);
    CHECK_FALSE(OpenChm(std::string_view(whole).substr(0, size)).has_value());
  }
}

TEST_CASE("pages of the table that lead round in a circle are refused") {
  std::string bytes = CompiledProject();
  const std::size_t leaf = bytes.find("PMGL");
  REQUIRE(leaf != std::string::npos);
  bytes[leaf + 0x10] = bytes[leaf + 0x11] = bytes[leaf + 0x12] = bytes[leaf + 0x13] = '\0';
  CHECK(Reason(bytes) == "it is damaged: its table goes round in a circle");
}

TEST_CASE("whatever a damaged byte does to the library, it is an error or another text") {
  const std::string& whole = CompiledProject();
  unsigned seed = 1;
  for (int i = 0; i < 200; ++i) {
    std::string bytes = whole;
    for (int changed = 0; changed < 4; ++changed) {
      seed = seed * 1'103'515'245 + 12'345;
      bytes[seed / 7 % bytes.size()] = static_cast<char>(seed >> 16);
    }
    const auto files = OpenChm(bytes);
    CHECK((files.has_value() || !files.error().message.empty()));
  }
}

}  // namespace
}  // namespace pomocnik::kb::html_help
