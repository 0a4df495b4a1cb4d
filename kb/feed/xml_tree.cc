#include "kb/feed/xml_tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <memory>

#include "base/ascii.h"
#include "base/utf8.h"
#include "kb/charset/charset.h"

namespace pomocnik::kb::feed {
namespace {

constexpr std::string_view kXhtml = "http://www.w3.org/1999/xhtml";
constexpr std::string_view kXml = "http://www.w3.org/XML/1998/namespace";

std::string_view View(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

bool IsBlank(std::string_view text) {
  return text.find_first_not_of(kWhiteSpace) == std::string_view::npos;
}

// The value of `encoding` in "<?xml …?>"; empty when there is none.
std::string_view DeclaredEncoding(std::string_view bytes) {
  constexpr std::size_t kWithin = 200;
  const std::string_view start = bytes.substr(0, kWithin);
  const std::string_view declaration = start.substr(0, start.find("?>"));
  constexpr std::string_view kKey = "encoding=";
  const std::size_t key = declaration.find(kKey);
  if (declaration.find("<?xml") == std::string_view::npos || key == std::string_view::npos)
    return {};
  const std::string_view value = declaration.substr(key + kKey.size());
  if (value.empty() || (value[0] != '"' && value[0] != '\'')) return {};
  return value.substr(1, value.find(value[0], 1) - 1);
}

// What stands before the root, but for a document type: its encoding holds no longer.
std::string_view WithoutDeclaration(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kWhiteSpace), text.size()));
  if (!text.starts_with("<?xml ")) return text;
  const std::size_t end = text.find("?>");
  return end == std::string_view::npos ? text : text.substr(end + 2);
}

// No more attributes can an element have than there are values between two '<': none stands in a value.
bool HasTooManyAttributes(std::string_view text) {
  int values = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] == '<') values = 0;
    const bool value = text[i] != '<' && (text[i + 1] == '"' || text[i + 1] == '\'') &&
                       (text[i] == '=' || kWhiteSpace.find(text[i]) != std::string_view::npos);
    if (value && ++values > kMaxXmlAttributes) return true;
  }
  return false;
}

// "&nbsp;" is not of XML, but feeds have it: as a number it is.
std::string WithNumbersForHtmlEntities(std::string_view text) {
  constexpr std::size_t kLongestName = 10;
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t ampersand = std::min(text.find('&', at), text.size());
    out += text.substr(at, ampersand - at);
    at = ampersand;
    if (at == text.size()) break;
    const std::size_t end = text.substr(at, kLongestName).find(';');
    const std::string name(end == std::string_view::npos ? std::string_view()
                                                         : text.substr(at + 1, end - 1));
    const bool of_xml =
        name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos";
    const htmlEntityDesc* entity =
        name.empty() || of_xml ? nullptr
                               : htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
    if (entity == nullptr) {
      out += text[at++];
      continue;
    }
    out.append("&#").append(std::to_string(entity->value)).append(";");
    at += end + 1;
  }
  return out;
}

// The library leaves every '&' of an attribute as a number, for a second reading that there is none of here.
std::string AttributeText(std::string_view value) {
  constexpr std::string_view kAmpersand = "&#38;";
  std::string text;
  for (std::size_t at = value.find(kAmpersand); at != std::string_view::npos;
       at = value.find(kAmpersand)) {
    text.append(value.substr(0, at)).append("&");
    value.remove_prefix(at + kAmpersand.size());
  }
  return text.append(value);
}

// Builds the value from what the library tells while it reads.
struct Builder {
  xmlParserCtxt* context = nullptr;
  XmlNode root;                // its only child is the root of the document
  std::vector<XmlNode*> open;  // from `root` to the element that is open
  int nodes = 0;
  bool too_many = false;

  // Null when there are too many. The parent must be open: then none of its siblings' addresses is kept.
  XmlNode* Add() {
    if (++nodes > kMaxXmlNodes) {
      too_many = true;
      xmlStopParser(context);
      return nullptr;
    }
    return &open.back()->children.emplace_back();
  }
};

// NOLINTNEXTLINE(readability-function-size): libxml2 dictates the parameters.
void StartElement(void* user, const xmlChar* name, const xmlChar*, const xmlChar* space, int,
                  const xmlChar**, int count, int, const xmlChar** attributes) {
  auto& builder = *static_cast<Builder*>(user);
  XmlNode* node = builder.too_many ? nullptr : builder.Add();
  if (node == nullptr) return;
  node->name = View(name);
  node->space = View(space);
  node->attributes.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i, attributes += 5) {
    std::string key = View(attributes[2]) == kXml ? "xml:" : "";
    key += View(attributes[0]);
    const auto size = static_cast<std::size_t>(attributes[4] - attributes[3]);
    node->attributes.emplace_back(std::move(key),
                                  AttributeText(View(attributes[3]).substr(0, size)));
  }
  builder.open.push_back(node);
}

void EndElement(void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
  auto& builder = *static_cast<Builder*>(user);
  if (builder.open.size() > 1) builder.open.pop_back();
}

void Characters(void* user, const xmlChar* text, int size) {
  auto& builder = *static_cast<Builder*>(user);
  XmlNode& parent = *builder.open.back();
  if (builder.too_many || &parent == &builder.root) return;
  const std::string_view characters(reinterpret_cast<const char*>(text),
                                    static_cast<std::size_t>(size));
  // The library tells a long text in pieces.
  if (!parent.children.empty() && parent.children.back().IsText()) {
    parent.children.back().text += characters;
    return;
  }
  if (parent.space != kXhtml && IsBlank(characters)) return;
  if (XmlNode* node = builder.Add()) node->text = characters;
}

void Ignore(void*, const char*, ...) {}
void IgnoreStructured(void*, xmlError*) {}

struct FreeContext {
  void operator()(xmlParserCtxt* context) const {
    if (context->myDoc != nullptr) xmlFreeDoc(context->myDoc);
    xmlFreeParserCtxt(context);
  }
};

void AppendEscaped(std::string_view text, std::string& out) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
}

void AppendMarkup(const XmlNode& node, std::string& out) {
  if (node.IsText()) return AppendEscaped(node.text, out);
  // A void element of HTML must not be closed by a tag of its own, any other must.
  static constexpr std::string_view kVoid[] = {"br", "hr", "img", "input", "col", "wbr"};
  const bool is_void = std::find(std::begin(kVoid), std::end(kVoid), node.name) != std::end(kVoid);
  out.append("<").append(node.name);
  for (const auto& [name, value] : node.attributes) {
    out.append(" ").append(name).append("=\"");
    AppendEscaped(value, out);
    out += '"';
  }
  out += '>';
  for (const XmlNode& child : node.children) AppendMarkup(child, out);
  if (!is_void) out.append("</").append(node.name).append(">");
}

void AppendText(const XmlNode& node, std::string& out) {
  out += node.text;
  for (const XmlNode& child : node.children) AppendText(child, out);
}

// Reads a text that is within the limits. Absent when no element could be read.
std::optional<XmlNode> Read(const std::string& text, Reporter& reporter) {
  const std::unique_ptr<xmlParserCtxt, FreeContext> context(
      xmlCreateMemoryParserCtxt(text.data(), static_cast<int>(text.size())));
  if (context == nullptr) return std::nullopt;
  Builder builder;
  builder.context = context.get();
  builder.open = {&builder.root};
  // Whatever is not set here is not looked at: declarations of entities and attributes among them.
  xmlSAXHandler handler{};
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = StartElement;
  handler.endElementNs = EndElement;
  handler.characters = Characters;
  handler.cdataBlock = Characters;
  handler.warning = Ignore;
  handler.error = Ignore;
  handler.serror = IgnoreStructured;
  *context->sax = handler;
  context->userData = &builder;
  xmlCtxtUseOptions(context.get(),
                    XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  xmlParseDocument(context.get());
  if (builder.too_many) {
    reporter.Fail(0, "more than " + std::to_string(kMaxXmlNodes) + " elements");
    return std::nullopt;
  }
  if (builder.root.children.empty()) return std::nullopt;
  if (context->wellFormed == 0) {
    reporter.Warn(context->lastError.line, "the XML is not well-formed; read as far as possible");
  }
  return std::move(builder.root.children.front());
}

}  // namespace

const XmlNode* XmlNode::Child(std::string_view child) const {
  const auto found = std::find_if(children.begin(), children.end(),
                                  [&](const XmlNode& node) { return node.name == child; });
  return found == children.end() ? nullptr : &*found;
}

const XmlNode* XmlNode::Child(std::string_view child, std::string_view child_space) const {
  const auto found = std::find_if(children.begin(), children.end(), [&](const XmlNode& node) {
    return node.name == child && node.space == child_space;
  });
  return found == children.end() ? nullptr : &*found;
}

std::string_view XmlNode::Attribute(std::string_view attribute) const {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const auto& entry) { return entry.first == attribute; });
  return found == attributes.end() ? std::string_view() : found->second;
}

std::optional<XmlNode> ParseXml(const SourceDocument& document, Reporter& reporter) {
  if (document.bytes.size() > kMaxXmlBytes) {
    reporter.Fail(0, "more than " + std::to_string(kMaxXmlBytes) + " bytes of XML");
    return std::nullopt;
  }
  const std::string_view charset =
      document.charset.empty() ? DeclaredEncoding(document.bytes) : document.charset;
  const DecodedText decoded = DecodeText(document.bytes, charset);
  if (decoded.damaged) reporter.Warn(0, "some bytes are no characters of " + decoded.charset);
  const std::string_view text = WithoutDeclaration(decoded.text);
  if (HasTooManyAttributes(text)) {
    reporter.Fail(0,
                  "an element has more than " + std::to_string(kMaxXmlAttributes) + " attributes");
    return std::nullopt;
  }
  return Read(WithNumbersForHtmlEntities(text), reporter);
}

std::string TextOf(const XmlNode& element) {
  std::string all;
  AppendText(element, all);
  std::string text;
  for (std::string_view rest = all; !IsBlank(rest);) {
    rest.remove_prefix(rest.find_first_not_of(kWhiteSpace));
    const std::string_view word = rest.substr(0, rest.find_first_of(kWhiteSpace));
    if (!text.empty()) text += ' ';
    text += word;
    rest.remove_prefix(word.size());
  }
  return text;
}

std::string ChildText(const XmlNode& element, std::string_view name) {
  const XmlNode* child = element.Child(name);
  return child == nullptr ? std::string() : TextOf(*child);
}

std::string InnerMarkup(const XmlNode& element) {
  std::string markup;
  for (const XmlNode& child : element.children) AppendMarkup(child, markup);
  return markup;
}

}  // namespace pomocnik::kb::feed
