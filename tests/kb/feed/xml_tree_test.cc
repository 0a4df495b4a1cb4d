#include "kb/feed/xml_tree.h"

#include <doctest/doctest.h>

namespace pomocnik::kb::feed {
namespace {

struct ParsedTree {
  std::optional<XmlNode> root;
  Diagnostics diagnostics;
};

ParsedTree ParseTree(std::string bytes, std::string charset = "") {
  ParsedTree read;
  Reporter reporter("a.xml", read.diagnostics);
  read.root = ParseXml({"a.xml", "", std::move(charset), std::move(bytes), {}}, reporter);
  return read;
}

TEST_CASE("a document becomes a tree of elements and texts") {
  const ParsedTree read = ParseTree(
      "<?xml version=\"1.0\"?>\n<a:root xmlns:a='urn:a' b='1 &amp; 2' xml:lang='sl'>\n"
      "  <item>x<!-- no --> &lt;y&#8364;</item><item><![CDATA[<z>]]></item></a:root>");
  REQUIRE(read.root);
  CHECK(read.diagnostics.empty());
  CHECK(read.root->name == "root");
  CHECK(read.root->space == "urn:a");
  CHECK(read.root->Attribute("b") == "1 & 2");
  CHECK(read.root->Attribute("xml:lang") == "sl");
  CHECK(read.root->Attribute("c").empty());
  REQUIRE(read.root->children.size() == 2);
  CHECK(TextOf(read.root->children[0]) == "x <y€");
  CHECK(TextOf(read.root->children[1]) == "<z>");
  CHECK(read.root->Child("item", "") == &read.root->children[0]);
  CHECK(read.root->Child("none") == nullptr);
}

TEST_CASE("markup in an element is markup in which text is only text") {
  const ParsedTree read = ParseTree(
      "<c><div xmlns='http://www.w3.org/1999/xhtml'><p title='a\"b'>1 &lt; 2<br/></p> "
      "<b/></div></c>");
  REQUIRE(read.root);
  CHECK(InnerMarkup(*read.root) == "<div><p title=\"a&quot;b\">1 &lt; 2<br></p> <b></b></div>");
}

TEST_CASE("text in any character set is text") {
  for (const auto& [bytes, charset] : std::vector<std::pair<std::string, std::string>>{
           {"<a>račun</a>", ""},
           {"\xef\xbb\xbf<a>račun</a>", ""},
           {"<?xml version='1.0' encoding='windows-1250'?><a>ra\xe8un</a>", ""},
           {"<?xml version=\"1.0\" encoding=\"iso-8859-2\"?><a>ra\xe8un</a>", ""},
           {"<a>ra\xe8un</a>", "windows-1250"},
           {"<?xml version='1.0' encoding='utf-8'?><a>ra\xe8un</a>", ""},
           {"<?xml version='1.0' encoding='windows-1250'?><a>račun</a>", ""},
           {std::string("\xff\xfe<\0a\0>\0r\0a\0\x0d\x01u\0n\0<\0/\0a\0>\0", 24), ""},
       }) {
    CAPTURE(bytes);
    const ParsedTree read = ParseTree(bytes, charset);
    REQUIRE(read.root);
    CHECK(TextOf(*read.root) == "račun");
  }
}

TEST_CASE("what is not well-formed is read as far as possible, with a warning") {
  for (const char* xml : {"<a><b>x</b>", "<a><b>x</b></c></a>", "<a><b>x</b>&unknown;</a>",
                          "<a><b>x</b></a><d/>", "<a><b>x</b> < </a>"}) {
    CAPTURE(xml);
    const ParsedTree read = ParseTree(xml);
    REQUIRE(read.root);
    REQUIRE(read.root->Child("b") != nullptr);
    CHECK(TextOf(*read.root->Child("b")) == "x");
    CHECK(read.diagnostics.size() == 1);
    CHECK(read.diagnostics[0].severity == Severity::kWarning);
  }
}

TEST_CASE("entities of HTML are characters, in texts and in sections") {
  const ParsedTree read =
      ParseTree("<a b='&nbsp;&scaron;'>1&nbsp;&euro;<![CDATA[&nbsp;&amp;]]></a>");
  REQUIRE(read.root);
  CHECK(read.root->Attribute("b") == "\xc2\xa0š");
  CHECK(TextOf(*read.root) == "1\xc2\xa0€&#160;&amp;");
}

TEST_CASE("no entity that a document declares is expanded") {
  std::string bomb = "<!DOCTYPE a [<!ENTITY x0 'boom'>";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "&x" + std::to_string(i - 1) + ";";
    bomb += "<!ENTITY x" + std::to_string(i) + " '" + before + before + "'>";
  }
  bomb += "<!ENTITY file SYSTEM 'file:///etc/passwd'><!ENTITY % p SYSTEM 'http://127.0.0.1/'>%p;]>";
  const ParsedTree read = ParseTree(bomb + "<a c='&x29;'><b>&x29;&file;</b></a>");
  const std::string all = read.root ? InnerMarkup(*read.root) : "";
  CHECK(all.size() < 100);
  CHECK(all.find("boom") == std::string::npos);
  CHECK(all.find("root:") == std::string::npos);
}

TEST_CASE("bombs are refused") {
  std::string attributes = "<a";
  for (int i = 0; i < 20'000; ++i) attributes += " a" + std::to_string(i) + "='>'";
  CHECK_FALSE(ParseTree(attributes + "/>").root);

  std::string many = "<a>";
  for (int i = 0; i <= kMaxXmlNodes; ++i) many += "<b/>";
  const ParsedTree read = ParseTree(many + "</a>");
  CHECK_FALSE(read.root);
  CHECK(read.diagnostics.size() == 1);

  CHECK_FALSE(ParseTree("<a>" + std::string(kMaxXmlBytes, 'x') + "</a>").root);
}

TEST_CASE("deep nesting ends where the library ends it") {
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += "<b>";
  const ParsedTree read = ParseTree(deep);
  CHECK(read.diagnostics.size() == 1);
}

TEST_CASE("what has no element is nothing") {
  for (const char* bytes : {"", "text", "<?xml version='1.0'?>", "<!-- a -->", "<", "{\"a\": 1}"}) {
    CAPTURE(bytes);
    CHECK_FALSE(ParseTree(bytes).root);
  }
}

}  // namespace
}  // namespace pomocnik::kb::feed
