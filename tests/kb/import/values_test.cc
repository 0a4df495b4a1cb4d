#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "kb/import/import_report.h"
#include "kb/import/line_diff.h"
#include "kb/import/media_store.h"
#include "kb/import/read_result.h"
#include "kb/import/screens_writer.h"
#include "kb/import/source_config.h"
#include "kb/import/source_files.h"
#include "kb/import/source_state.h"
#include "tests/kb/import/fresh_files.h"

namespace pomocnik::kb {
namespace {

using namespace std::chrono_literals;

std::vector<SourceConfig> Parse(const std::string& yaml, std::string& complaints) {
  Diagnostics diagnostics;
  const auto list = yaml::Parse(yaml, "c.yaml", diagnostics);
  REQUIRE(list);
  auto sources = ParseSources(*list, "/etc/pomocnik", "c.yaml", diagnostics);
  for (const Diagnostic& each : diagnostics) complaints += FormatDiagnostic(each) + "\n";
  return sources;
}

TEST_CASE("a source is read with all its settings") {
  std::string complaints;
  const auto sources = Parse(
      "- name: pomoc\n  format: html\n  from: pages\n  address: https://help.example.si/\n"
      "  rules: knowledge_owl\n  screens: map.js\n  app: icenter\n  module: Fakturiranje\n"
      "  lang: sl\n  kind: f1\n  every: 6h\n  shrink: 20%\n"
      "- name: novice\n  format: feed\n  from: https://a.si/feed\n  allow_hosts: [a.si]\n"
      "  key_file: key\n  rules: own/rules.yaml\n",
      complaints);
  CHECK(complaints.empty());
  REQUIRE(sources.size() == 2);
  CHECK(sources[0].name() == "pomoc");
  CHECK(sources[0].from == "/etc/pomocnik/pages");
  CHECK(sources[0].rules == "knowledge_owl");
  CHECK(sources[0].defaults.kind == Kind::kF1);
  CHECK(sources[0].every == 6h);
  CHECK(sources[0].shrink_percent == 20);
  CHECK_FALSE(sources[0].IsRemote());
  CHECK(sources[1].IsRemote());
  CHECK(sources[1].key_file == "/etc/pomocnik/key");
  CHECK(sources[1].rules == "/etc/pomocnik/own/rules.yaml");
}

TEST_CASE("what is wrong with a source is told with its line") {
  struct Row {
    const char* yaml;
    const char* complaint;
  };
  const std::string head = "- name: a\n  format: html\n  from: b\n";
  for (const Row& row : {
           Row{"  every: soon\n",
               "c.yaml:4: error: sources: 'every' must be like 90s, 15m, 6h or 1d"},
           Row{"  every: 0h\n", "'every' must be like"},
           Row{"  shrink: half\n", "'shrink' must be like 50%"},
           Row{"  kind: story\n", "'kind' must be one of"},
           Row{"  lang: slo\n", "'lang' must be two letters"},
           Row{"  address: ftp://a\n", "'address' must be an https or http address"},
           Row{"  allow_hosts: [\"A b\"]\n", "'A b' is no host"},
           Row{"  color: red\n", "no such setting 'color'; known are name, format"},
           Row{"- name: a\n  format: html\n  from: c\n", "the name 'a' is taken"},
           Row{"- format: html\n  from: c\n", "'name' must be lower-case letters"},
           Row{"- name: ../b\n  format: html\n  from: c\n", "'name' must be lower-case letters"},
           Row{"- name: b\n  from: c\n", "'format' must be one of knowledge_owl, html"},
           Row{"- name: b\n  format: word\n  from: c\n", "'format' must be one of knowledge_owl"},
           Row{"- name: b\n  format: feed\n", "'from' must say where the source is"},
           Row{"- name: b\n  format: feed\n  from: http://a.si/\n", "a path or an https address"},
           Row{"- name: b\n  format: feed\n  from: https://a.si/\n", "'allow_hosts' must name"},
       }) {
    CAPTURE(row.yaml);
    std::string complaints;
    Parse(head + row.yaml, complaints);
    CHECK(complaints.find(row.complaint) != std::string::npos);
  }
}

TEST_CASE("a file is found by its whole address first, then without its query") {
  SourceFiles files(SourceFormat::kHtml, {});
  files.Add({{"https://a.si/slika?id=1", "1", "", ""}, {"https://a.si/slika?id=2", "2", "", ""}});
  files.Add({{"https://a.si/nov.png", "nov", "", ""}});
  REQUIRE(files.Find("https://a.si/slika?id=2", ""));
  CHECK(files.Find("https://a.si/slika?id=2", "")->path == "2");
  CHECK(files.Find("https://a.si/slika?id=3", "") == nullptr);
  REQUIRE(files.Find("https://a.si/nov.png?v=7#a", ""));
  CHECK(files.Find("https://a.si/nov.png?v=7#a", "")->path == "nov");
}

TEST_CASE("pictures are known by their bytes, and refused when they may not be shown") {
  const std::string png("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x08", 24);
  const std::string gif("GIF89a\x02\0\x03\0", 10);
  const std::string jpeg("\xFF\xD8\xFF\xE0\0\x04xx\xFF\xC0\0\x0B\x08\0\x05\0\x07\x01", 19);
  CHECK(*CheckPicture(png) == Picture{PictureType::kPng, 16, 8});
  CHECK(*CheckPicture(gif) == Picture{PictureType::kGif, 2, 3});
  CHECK(*CheckPicture(jpeg) == Picture{PictureType::kJpeg, 7, 5});
  struct Row {
    std::string bytes;
    const char* reason;
  };
  std::string wide = png;
  wide[17] = '\x7F';
  for (const Row& row :
       {Row{"<svg onload=alert(1)>", "it is no PNG, JPEG, GIF or WebP"},
        Row{"", "it is no PNG, JPEG, GIF or WebP"},
        Row{png.substr(0, 12), "the picture is cut off"},
        Row{"RIFF....WEBP", "the picture is cut off"},
        Row{"RIFFWEBP", "it is no PNG, JPEG, GIF or WebP"},
        Row{wide, "the picture has more than 10,000 pixels on a side"},
        Row{png + std::string(kMaxPictureBytes, 'x'), "the picture is larger than 5 MB"}}) {
    CAPTURE(row.bytes.substr(0, 20));
    const auto picture = CheckPicture(row.bytes);
    REQUIRE_FALSE(picture);
    CHECK(picture.error().message == row.reason);
  }
}

TEST_CASE("pictures are kept under the name of their content until nobody shows them") {
  const pomocnik::testing::TempFolder folder;
  MediaStore store(folder.File("media"), "pomoc");
  const std::string gif("GIF89a\x02\0\x03\0", 10);
  const auto path = store.Keep(gif);
  REQUIRE(path);
  CHECK(path->starts_with("/media/pomoc/"));
  CHECK(*store.Keep(gif) == *path);
  CHECK(pomocnik::testing::ReadFile(folder.File("") + *path) == gif);
  store.RemoveAllBut({*path});
  CHECK_FALSE(pomocnik::testing::ReadFile(folder.File("") + *path).empty());
  store.RemoveAllBut({});
  CHECK(pomocnik::testing::ReadFile(folder.File("") + *path).empty());
}

TEST_CASE("a difference has the lines that only one text has") {
  struct Row {
    const char* before;
    const char* after;
    const char* difference;
  };
  for (const Row& row : {Row{"a\nb\n", "a\nb\n", ""}, Row{"a\nb\nc\n", "a\nx\nc\n", "- b\n+ x\n"},
                         Row{"", "a\n", "+ a\n"}, Row{"a\n", "", "- a\n"},
                         Row{"a\nb\nc\nd\n", "b\nc\ne\nd\n", "- a\n+ e\n"}}) {
    CAPTURE(row.before);
    CHECK(DiffLines(row.before, row.after) == row.difference);
  }
  std::string many;
  for (int i = 0; i < 5000; ++i) many += std::to_string(i) + "\n";
  CHECK(DiffLines("", many).ends_with("… and 4940 lines more\n"));
}

TEST_CASE("screens are written so that they read back") {
  Screen first;
  first.id = "FAK.Racun";
  first.title = "Račun: \"nov\"\nvnos";
  first.module = "Fakturiranje";
  first.number = 12;
  first.parent = "NIKJER";
  Screen same_number = first;
  same_number.id = "FAK.Drugi";
  Screen repeated = first;
  Diagnostics diagnostics;
  const auto read =
      ParseScreens(WriteScreens({first, same_number, repeated}), "s.yaml", diagnostics);
  CHECK(diagnostics.empty());
  REQUIRE(read.size() == 2);
  CHECK(read[0].title == "Račun: \"nov\" vnos");
  CHECK(read[0].number == 12);
  CHECK_FALSE(read[1].number);
}

TEST_CASE("what was read comes back from the other process as it was") {
  ReadResult result;
  result.articles = {{"a.html#b",
                      "",
                      "https://a.si/b",
                      "Naslov",
                      "Modul",
                      "---\nid: no-id-yet\n---\nbesedilo no-id-yet\n",
                      {"/media/a/b.png"},
                      {{"lang", "sl", 0.75, "the text"}}}};
  result.diagnostics = {{Severity::kWarning, "a.html", 3, "čudno"}};
  const auto read = ParseReadResult(WriteReadResult(result));
  REQUIRE(read);
  CHECK(read->articles == result.articles);
  CHECK(read->diagnostics == result.diagnostics);
  CHECK(WithId(read->articles[0].file, "b") == "---\nid: b\n---\nbesedilo no-id-yet\n");
  for (const char* broken : {"", "x", "[]", R"({"articles":[{"file":"x"}]})"}) {
    CAPTURE(broken);
    CHECK_FALSE(ParseReadResult(broken));
  }
}

TEST_CASE("a state reads back, and what is none is none") {
  SourceState state;
  state.outcome = SourceOutcome::kShrunk;
  state.error = "of 4 articles only 1";
  state.imported_at = ParseRfc3339("2026-11-26T10:00:00Z");
  state.articles = 4;
  state.warned = 2;
  state.diagnostics = {{Severity::kError, "a.html", 0, "x"}};
  CHECK(*ParseState(WriteState(state)) == state);
  CHECK_FALSE(ParseState("{}"));
  CHECK(ParseDocuments("nothing").documents.empty());
}

TEST_CASE("the report says what was taken over, and what was not and why") {
  ImportReport report;
  SourceReport good;
  good.source = "pomoc";
  good.documents = 3;
  good.articles = 2;
  good.added = {
      {"racun", "Kako izdam račun", "racun.html", "", {{"kind", "tip", 0.2, "nothing tells"}}}};
  good.changed = {{"dobropis", "Dobropis", "dobropis.html", "- a\n+ b\n", {}}};
  good.diagnostics = {{Severity::kError, "x.html", 0, "there is nothing in it"}};
  SourceReport bad;
  bad.source = "novice";
  bad.outcome = SourceOutcome::kFailed;
  bad.error = "no answer";
  bad.articles = 5;
  report.sources = {good, bad};
  report.merged = {{"racun", "racun-0", "pomoc", "same slug, 0.97 of the text"}};
  report.version = "20261126T100000000-abcd";
  CHECK(FormatReport(report, 20) ==
        "pomoc: 2 articles of 3 documents: 1 added, 1 changed, 0 removed; 0 warnings, 1 refused; "
        "0.0 s\n"
        "  + racun  Kako izdam račun\n"
        "      ? kind 'tip': nothing tells\n"
        "  ~ dobropis  Dobropis\n"
        "      - a\n"
        "      + b\n"
        "  x.html: error: there is nothing in it\n"
        "novice: FAILED: no answer; its 5 articles stay\n"
        "copies: 1 articles lead to another one\n"
        "  = racun-0 (pomoc) is racun: same slug, 0.97 of the text\n"
        "Index 20261126T100000000-abcd; a running `pomocnik serve` takes it up within a second.\n");
  CHECK(WriteReportJson(report).find("\"outcome\":\"failed\"") != std::string::npos);
  CHECK_FALSE(report.IsWell());
}

}  // namespace
}  // namespace pomocnik::kb
