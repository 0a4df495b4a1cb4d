// Vectors of cross-site scripting in every text, attribute and address of every format come out as text, or not at all.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "kb/html_help/chm.h"
#include "kb/import/finished_article.h"
#include "kb/import/importers.h"
#include "kb/import/pictures.h"
#include "kb/markdown/address.h"
#include "kb/markdown/article_parser.h"
#include "kb/markdown/front_matter.h"
#include "tests/kb/html_help/chm_maker.h"
#include "tests/kb/html_help/help_files.h"
#include "tests/kb/import/script_vectors.h"
#include "tests/kb/pdf/font_tables.h"
#include "tests/kb/pdf/pdf_maker.h"
#include "tests/kb/print_blocks.h"

namespace pomocnik::kb {
namespace {

using Json = nlohmann::json;

// "<b>" as text of HTML or XML.
std::string Escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (static_cast<unsigned char>(c) >= ' ')
      out += c;
    else
      out += ' ';  // XML has no control characters
  }
  return out;
}

// HTML with the vector as markup and as text, in text, attributes and addresses.
std::string Body(const std::string& vector) {
  const std::string text = Escaped(vector);
  return "<p>" + text + "</p>" + vector + "<h2 id=\"" + text + "\">" + vector + "</h2><ul><li>" +
         vector + "</li></ul><table><tr><th>a</th><th>" + vector + "</th></tr><tr><td>" + vector +
         "</td><td title='" + vector + "'>x</td></tr></table><pre>" + vector +
         "</pre><p><a href=\"" + vector + "\">x</a><a href=\"" + text + "\">x</a><img src=\"" +
         vector + "\" alt=\"" + text + "\"> <a title='" + vector + "' href='" + vector +
         "'>y</a></p><iframe src='" + vector + "'></iframe>";
}

std::string Page(const std::string& vector) {
  return "<!doctype html><html lang=\"" + Escaped(vector) + "\"><head><title>" + Escaped(vector) +
         "</title><base href='" + vector + "'><link rel=canonical href=\"" + Escaped(vector) +
         "\"><meta name=description content=\"" + Escaped(vector) +
         "\"></head><body><nav class=breadcrumb>" + Escaped(vector) + "</nav><h1>" +
         Escaped(vector) + "</h1>" + Body(vector) + "</body></html>";
}

std::string Rss(const std::string& vector) {
  const std::string text = Escaped(vector);
  const std::string html = Escaped(Body(vector));
  return "<rss version=\"2.0\" "
         "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>" +
         text + "</title><language>" + text + "</language><item><title>" + Escaped(text) +
         "</title><link>" + text + "</link><guid>" + text + "</guid><category>" + text +
         "</category><pubDate>" + text + "</pubDate><enclosure url=\"" + text +
         "\"/><description>" + html + "</description><content:encoded>" + html +
         "</content:encoded></item></channel></rss>";
}

std::string Atom(const std::string& vector) {
  const std::string text = Escaped(vector);
  return "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>" + text + "</title><entry><id>" +
         text + "</id><title type=\"text\">" + text + "</title><link href=\"" + text +
         "\"/><updated>" + text + "</updated><category term=\"" + text +
         "\"/><summary type=\"html\">" + Escaped(Body(vector)) +
         "</summary><content type=\"html\">" + Escaped(Body(vector)) + "</content></entry></feed>";
}

// Headers hold a line each.
std::string Mail(const std::string& vector) {
  return "From: " + Escaped(vector) + " <a@a.example>\r\nSubject: " + Escaped(vector) +
         "\r\nMessage-ID: <" + Escaped(vector) +
         ">\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + Page(vector);
}

std::string PlainMail(const std::string& vector) {
  return "From: a@a.example\r\nSubject: Novice\r\nContent-Type: text/plain; "
         "charset=utf-8\r\n\r\nRabati\r\n\r\n" +
         vector + "\r\n\r\n1. " + vector + "\r\n2. x\r\n\r\n---\r\n\r\n" + vector +
         "\r\n\r\nBesedilo.\r\n";
}

std::string Owl(const std::string& vector) {
  const Json article = {
      {"id", vector},
      {"name", vector},
      {"url_hash", vector},
      {"status", "published"},
      {"visibility", "public"},
      {"reader_roles", nullptr},
      {"languages", {"sl", vector}},
      {"category", vector},
      {"application_screens", {vector, "FAK." + vector}},
      {"search_phrases", {vector}},
      {"redirect_link", nullptr},
      {"date_published", vector},
      {"current_version",
       {{"version_id", vector}, {"sl", {{"title", vector}, {"text", Body(vector)}}}}}};
  const Json category = {
      {"id", vector}, {"name", vector}, {"type", "category"}, {"status", "published"}};
  return Json({{"valid", true}, {"data", {article, category}}}).dump();
}

std::string JsonLines(const std::string& vector) {
  return Json({{"id", vector},
               {"title", vector},
               {"questions", {vector}},
               {"answer", "Odgovor.\n\n" + vector},
               {"format", "text"},
               {"module", vector},
               {"kind", vector},
               {"screen", vector},
               {"tags", {vector}},
               {"updated", vector},
               {"version_from", vector},
               {"url", vector}})
             .dump() +
         "\n" +
         Json({{"title", vector},
               {"answer", "Odgovor.\n\n" + vector},
               {"format", "text"},
               {"tags", {vector}}})
             .dump() +
         "\n" +
         Json({{"title", "Povezave"},
               {"answer", "Glej [x](" + vector + ") in ![x](" + vector + ") in <" + vector + ">."}})
             .dump() +
         "\n";
}

std::string Csv(const std::string& vector) {
  std::string cell = "\"";
  for (const char c : vector) cell += c == '"' ? std::string("\"\"") : std::string(1, c);
  cell += '"';
  return "title;question;answer;format;tags;module;screen;url\n" + cell + ";" + cell + ";" + cell +
         ";text;" + cell + ";;;\n" + cell + ";" + cell + ";" + cell + ";text;" + cell + ";" + cell +
         ";" + cell + ";" + cell + "\n";
}

std::string Markdown(const std::string& vector) {
  return "---\ntitle: " + Json(vector).dump() + "\nmodule: " + Json(vector).dump() +
         "\nurl: " + Json(vector).dump() + "\nf1: [" + Json(vector).dump() + "]\nkeywords: [" +
         Json(vector).dump() + "]\n---\n\nOdgovor: [x](" + vector + ") ![x](" + vector + ") <" +
         vector + ">\n\n" + vector + "\n\n## " + vector + "\n\n- " + vector + "\n\n[y]: " + vector +
         "\n\n[y]\n";
}

std::string Pdf(const std::string& vector) {
  std::string text;
  for (const char c : vector) {
    if (c == '(' || c == ')' || c == '\\') text += '\\';
    if (static_cast<unsigned char>(c) >= ' ') text += c;
  }
  return pdf::MakePdf({{{.left = 72, .top = 72, .text = "Navodila", .size = 18, .bold = true},
                        {.left = 72, .top = 110, .text = text},
                        {.left = 72, .top = 130, .text = "1. " + text}}},
                      "/Title(" + text + ")/Subject(" + text + ")");
}

std::vector<SourceDocument> HelpProject(const std::string& vector) {
  const std::string text = Escaped(vector);
  return html_help::DocumentsOf(
      {{"pomoc.hhp", "[OPTIONS]\r\nTitle=" + text +
                         "\r\nContents file=pomoc.hhc\r\nIndex file=pomoc.hhk\r\n"
                         "\r\n[ALIAS]\r\nIDH_A=a.htm\r\n" +
                         text + "=a.htm\r\n\r\n[MAP]\r\n#define IDH_A 1\r\n#define " + text +
                         " 2\r\n"},
       {"pomoc.hhc",
        html_help::SitemapOf(
            html_help::SitemapItem(text, "a.htm") + html_help::SitemapItem(vector, text) +
            html_help::SitemapItem(text, "", html_help::SitemapItem(text, "a.htm#" + text)))},
       {"pomoc.hhk", html_help::SitemapOf(html_help::SitemapItem(text, "a.htm"))},
       {"a.htm", Page(vector)}});
}

// The compiler takes no such names of topics, and keeps of them the numbers alone.
std::vector<SourceDocument> CompiledHelp(const std::string& vector) {
  const std::string text = Escaped(vector);
  const auto files = html_help::OpenChm(html_help::CompileHelp(
      {{"pomoc.hhp",
        "[OPTIONS]\nTitle=" + text +
            "\nCompiled file=pomoc.chm\nContents file=pomoc.hhc\nIndex file=pomoc.hhk\n"
            "Default topic=a.htm\n\n[FILES]\na.htm\n\n[ALIAS]\nIDH_A=a.htm\n\n[MAP]\n"
            "#define IDH_A 1\n"},
       {"pomoc.hhc", html_help::SitemapOf(html_help::SitemapItem(
                         text, "a.htm", html_help::SitemapItem(text, "a.htm#" + text)))},
       {"pomoc.hhk", html_help::SitemapOf(html_help::SitemapItem(text, "a.htm"))},
       {"a.htm", Page(vector)}}));
  REQUIRE(files);
  return *files;
}

SourceDocument DocumentOf(std::string address, std::string bytes) {
  SourceDocument document;
  document.address = std::move(address);
  document.bytes = std::move(bytes);
  return document;
}

struct Planted {
  SourceFormat format;
  std::vector<SourceDocument> documents;
};

std::vector<Planted> PlantedIn(const std::string& vector) {
  return {
      {SourceFormat::kHtml, {DocumentOf("https://a.example/b.html", Page(vector))}},
      {SourceFormat::kHtml, {DocumentOf("https://a.example/c.html", vector)}},
      {SourceFormat::kFeed, {DocumentOf("https://a.example/rss.xml", Rss(vector))}},
      {SourceFormat::kFeed, {DocumentOf("https://a.example/atom.xml", Atom(vector))}},
      {SourceFormat::kNewsletter, {DocumentOf("7.html", Page(vector))}},
      {SourceFormat::kNewsletter, {DocumentOf("7.eml", Mail(vector))}},
      {SourceFormat::kNewsletter, {DocumentOf("8.eml", PlainMail(vector))}},
      {SourceFormat::kKnowledgeOwl, {DocumentOf("1.json", Owl(vector))}},
      {SourceFormat::kRecords, {DocumentOf("1.jsonl", JsonLines(vector))}},
      {SourceFormat::kRecords, {DocumentOf("1.csv", Csv(vector))}},
      {SourceFormat::kMarkdown, {DocumentOf("1.md", Markdown(vector))}},
      {SourceFormat::kPdf, {DocumentOf("1.pdf", Pdf(vector))}},
      {SourceFormat::kHtmlHelp, HelpProject(vector)},
      {SourceFormat::kHtmlHelp, CompiledHelp(vector)},
  };
}

// What an article may show: text anywhere, addresses only where they are checked.
struct HarmlessBlocks {
  static void Check(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) std::visit(HarmlessBlocks{}, block.value);
  }
  static void Check(const std::vector<Item>& items) {
    for (const Item& item : items) Check(item.blocks);
  }
  static void Check(const Text& text) {
    for (const Span& span : text) CheckHref(span.href);
  }
  static void CheckHref(const std::string& href) {
    if (href.empty()) return;
    CAPTURE(href);
    CHECK(IsAllowedLink(href));
  }
  void operator()(const Heading& heading) const { Check(heading.text); }
  void operator()(const Paragraph& paragraph) const { Check(paragraph.text); }
  void operator()(const Steps& steps) const { Check(steps.items); }
  void operator()(const List& list) const { Check(list.items); }
  void operator()(const Table& table) const {
    for (const Text& cell : table.header) Check(cell);
    for (const auto& row : table.rows) {
      for (const Text& cell : row) Check(cell);
    }
  }
  void operator()(const Callout& callout) const { Check(callout.blocks); }
  void operator()(const Code&) const {}
  void operator()(const Image& image) const { CHECK(IsAllowedImage(image.source)); }
  void operator()(const Link& link) const { CheckHref(link.href); }
};

// Without white space and control characters, which formats take liberties with.
std::string Squeezed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) > ' ') out += c;
  }
  return out;
}

// What a reader of the imported articles gets to see.
std::string CheckHarmless(const SourceConfig& config, Imported imported) {
  static const recognition::Names names = recognition::Names::BuiltIn();
  std::string text;
  for (const Screen& screen : imported.screens) {
    CAPTURE(screen.id);
    CHECK(ParseScreenRef(screen.app + ":" + screen.id));
  }
  for (ImportedArticle& each : imported.articles) {
    // Their sources are only looked for among the source's files, and none is there.
    ReplacePictures(each.article.blocks, [](const std::string&) { return std::string(); });
    Diagnostics diagnostics;
    const auto finished = Finish(std::move(each), names, config.defaults, diagnostics);
    if (!finished) continue;
    const auto article = ParseArticle(finished->file, "a.md", diagnostics);
    REQUIRE(article);
    HarmlessBlocks::Check(article->blocks);
    CHECK((article->url.empty() || IsWebAddress(article->url)));
    for (const std::string& alias : article->aliases) CHECK(IsWebAddress(alias));
    text += article->title + "\n" + Print(article->blocks) + "\n";
  }
  return text;
}

void CheckVector(const std::string& vector) {
  CAPTURE(vector);
  for (const Planted& planted : PlantedIn(vector)) {
    CAPTURE(FormatName(planted.format));
    CAPTURE(planted.documents.front().address);
    SourceConfig config;
    config.format = planted.format;
    config.defaults.source = "vir";
    config.defaults.address = "https://a.example/";
    const auto importer = MakeImporter(config);
    REQUIRE(importer);
    CheckHarmless(config, (*importer)(planted.documents));
  }
}

TEST_CASE("vectors of cross-site scripting come out as text") {
  for (const char* vector : testing::kScriptVectors) CheckVector(vector);
}

TEST_CASE("what is text in its format is the same text in the article") {
  const std::string vector = "\"><script>alert('1')</script><img src=x onerror=alert(1)>";
  for (const Planted& planted : PlantedIn(vector)) {
    const bool is_markup = planted.documents.front().address == "https://a.example/c.html" ||
                           planted.format == SourceFormat::kMarkdown;
    if (is_markup) continue;
    CAPTURE(planted.documents.front().address);
    SourceConfig config;
    config.format = planted.format;
    config.defaults.source = "vir";
    config.defaults.address = "https://a.example/";
    const std::string text = CheckHarmless(config, (*MakeImporter(config))(planted.documents));
    CAPTURE(text);
    CHECK(Squeezed(text).find(Squeezed(vector)) != std::string::npos);
  }
}

TEST_CASE("the vectors of a public collection come out as text") {
  // A file with a vector on each line.
  const char* file = std::getenv("POMOCNIK_XSS_VECTORS");
  if (file == nullptr) return;
  std::ifstream stream(file);
  REQUIRE(stream);
  int vectors = 0;
  for (std::string line; std::getline(stream, line); ++vectors) CheckVector(line);
  MESSAGE(vectors << " vectors");
  CHECK(vectors > 1000);
}

}  // namespace
}  // namespace pomocnik::kb
