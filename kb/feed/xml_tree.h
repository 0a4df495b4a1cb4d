// XML as a value. The library that reads it stays behind this header. Pure; any bytes are taken, in time and memory in
// proportion to them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kb/imported.h"
#include "kb/markdown/reporter.h"

namespace pomocnik::kb::feed {

// An element, or the text between two of them.
struct XmlNode {
  std::string name;   // of the element without its prefix; empty: text
  std::string space;  // the element's namespace; empty: none
  std::string text;   // of a text
  // By name without its prefix, but for "xml:lang" and "xml:base".
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<XmlNode> children;

  bool IsText() const { return name.empty(); }
  // The first child of that name, in any namespace or in that one; null when there is none.
  const XmlNode* Child(std::string_view child) const;
  const XmlNode* Child(std::string_view child, std::string_view child_space) const;
  // Empty when there is none.
  std::string_view Attribute(std::string_view attribute) const;
};

// All far above what people write: ten nodes for each of the 50,000 pages of the largest sitemap; and of an element's attributes
// the library compares each with each.
inline constexpr std::size_t kMaxXmlBytes = 16 * 1024 * 1024;
inline constexpr int kMaxXmlNodes = 500'000;
inline constexpr int kMaxXmlAttributes = 5'000;

// The root of a document. What is declared in a document type is not looked at: no entity is ever expanded but the five of XML
// and those of HTML. A document that is not well-formed is read as far as possible, with a warning; beyond the limits
// it is an error and absent, and absent without one when it has no element.
std::optional<XmlNode> ParseXml(const SourceDocument& document, Reporter& reporter);

// All text in an element, white space as one space, none at the ends.
std::string TextOf(const XmlNode& element);

// TextOf the first child of that name, in any namespace; empty when there is none.
std::string ChildText(const XmlNode& element, std::string_view name);

// What stands in an element, as markup in which text is only text.
std::string InnerMarkup(const XmlNode& element);

}  // namespace pomocnik::kb::feed
