#include "kb/html/tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "kb/html/characters.h"
#include "kb/html/limits.h"

namespace pomocnik::kb::html {
namespace {

// Steps of one evaluation; what rules select on the largest pages takes a thousandth of it.
constexpr unsigned long kMaxSelectionWork = 20'000'000;

struct FreeParser {
  void operator()(htmlParserCtxt* parser) const { htmlFreeParserCtxt(parser); }
};
struct FreeResult {
  void operator()(xmlXPathObject* object) const { xmlXPathFreeObject(object); }
};
using ResultPointer = std::unique_ptr<xmlXPathObject, FreeResult>;

const char* Chars(const xmlChar* text) { return reinterpret_cast<const char*>(text); }
const xmlChar* XmlChars(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

// Why a page is given up while it is being read; lives beside the parser.
struct Excess {
  const char* reason = nullptr;
  int line = 0;
};

void GiveUp(xmlParserCtxt* parser, const char* reason) {
  auto* excess = static_cast<Excess*>(parser->_private);
  if (excess->reason == nullptr) *excess = {reason, xmlSAX2GetLineNumber(parser)};
  xmlStopParser(parser);
}

void StartElement(void* context, const xmlChar* name, const xmlChar** attributes) {
  auto* parser = static_cast<xmlParserCtxt*>(context);
  int count = 0;
  while (attributes != nullptr && attributes[2 * count] != nullptr) ++count;
  if (count > kMaxAttributes) return GiveUp(parser, "an element has more than 64 attributes");
  xmlSAX2StartElement(context, name, attributes);
  if (parser->nodeNr > kMaxDepth) GiveUp(parser, "elements are nested deeper than 256");
}

// has-class('note'), on the context node.
void HasClass(xmlXPathParserContext* parser, int arguments) {
  if (arguments != 1) {
    xmlXPathSetArityError(parser);
    return;
  }
  xmlChar* name = xmlXPathPopString(parser);
  if (xmlXPathCheckError(parser)) return;
  if (!HasAttribute(parser->context->node, "class")) {
    xmlFree(name);
    xmlXPathReturnFalse(parser);
    return;
  }
  std::string classes = " " + Attribute(parser->context->node, "class") + " ";
  std::replace_if(
      classes.begin(), classes.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; },
      ' ');
  bool has = classes.find(" " + std::string(Chars(name)) + " ") != std::string::npos;
  xmlFree(name);
  xmlXPathReturnBoolean(parser, has ? 1 : 0);
}

ResultPointer Evaluate(xmlXPathContext* context, const Selector& selector, Node* from) {
  context->node = from != nullptr ? from : reinterpret_cast<Node*>(context->doc);
  context->opLimit = kMaxSelectionWork;
  context->opCount = 0;
  return ResultPointer(xmlXPathCompiledEval(selector.compiled(), context));
}

// Appends the texts in an element without calling itself.
void AppendTexts(const Node* element, std::string& out) {
  const Node* node = element->children;
  while (node != nullptr) {
    if (IsText(node)) out += TextOf(node);
    if (IsElement(node)) out += NameOf(node) == "br" ? " " : "";
    if (IsElement(node) && node->children != nullptr) {
      node = node->children;
      continue;
    }
    while (node != element && node->next == nullptr) node = node->parent;
    node = node == element ? nullptr : node->next;
  }
}

}  // namespace

void Tree::FreeDocument::operator()(_xmlDoc* document) const { xmlFreeDoc(document); }
void Tree::FreeContext::operator()(_xmlXPathContext* context) const {
  xmlXPathFreeContext(context);
}

Tree::Tree(_xmlDoc* document) : document_(document), context_(xmlXPathNewContext(document)) {
  context_->error = [](void*, xmlError*) {};  // otherwise it prints them
  xmlXPathRegisterFunc(context_.get(), XmlChars("has-class"), HasClass);
}

std::optional<Tree> Tree::Parse(std::string_view html, Reporter& reporter) {
  if (auto excess = CheckLimits(html)) {
    reporter.Fail(excess->line, excess->message);
    return std::nullopt;
  }
  if (!IsValidUtf8(html) || html.find('\0') != std::string_view::npos) {
    reporter.Fail(0, "is no text in UTF-8");
    return std::nullopt;
  }
  // The library takes nothing for no document at all.
  if (html.empty()) html = " ";
  std::unique_ptr<htmlParserCtxt, FreeParser> parser(htmlNewParserCtxt());
  Excess excess;
  parser->_private = &excess;
  parser->sax->startElement = StartElement;
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                           HTML_PARSE_NONET | HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC;
  Tree tree(htmlCtxtReadMemory(parser.get(), html.data(), static_cast<int>(html.size()), nullptr,
                               "UTF-8", kOptions));
  if (excess.reason != nullptr || tree.document_ == nullptr) {
    reporter.Fail(excess.line, excess.reason != nullptr ? excess.reason : "cannot be read");
    return std::nullopt;
  }
  return tree;
}

Node* Tree::root() const { return xmlDocGetRootElement(document_.get()); }

std::vector<Node*> Tree::Select(const Selector& selector, Node* from) const {
  ResultPointer result = Evaluate(context_.get(), selector, from);
  std::vector<Node*> nodes;
  if (result == nullptr || result->type != XPATH_NODESET || result->nodesetval == nullptr) {
    return nodes;
  }
  xmlXPathNodeSetSort(result->nodesetval);
  nodes.assign(result->nodesetval->nodeTab,
               result->nodesetval->nodeTab + result->nodesetval->nodeNr);
  return nodes;
}

std::vector<std::string> Tree::Values(const Selector& selector, Node* from) const {
  std::vector<std::string> values;
  ResultPointer result = Evaluate(context_.get(), selector, from);
  if (result == nullptr) return values;
  if (result->type == XPATH_STRING) {
    values.push_back(Collapsed(Chars(result->stringval)));
  } else if (result->type == XPATH_NODESET) {
    std::vector<Node*> nodes = Select(selector, from);
    values.reserve(nodes.size());
    for (const Node* node : nodes) values.push_back(ValueOf(node));
  }
  std::erase(values, "");
  return values;
}

std::string Tree::Value(const Selector& selector, Node* from) const {
  std::vector<std::string> values = Values(selector, from);
  return values.empty() ? "" : std::move(values.front());
}

bool IsElement(const Node* node) { return node->type == XML_ELEMENT_NODE; }
bool IsText(const Node* node) {
  return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

std::string_view NameOf(const Node* node) {
  return IsElement(node) ? std::string_view(Chars(node->name)) : std::string_view{};
}

Node* FirstChild(const Node* node) { return node->children; }
Node* NextSibling(const Node* node) { return node->next; }
Node* ParentOf(const Node* node) { return node->parent; }

std::string_view TextOf(const Node* text) {
  return text->content == nullptr ? std::string_view{} : Chars(text->content);
}

std::string Attribute(const Node* element, const char* name) {
  if (element == nullptr || !IsElement(element)) return "";
  const xmlAttr* attribute = xmlHasProp(element, XmlChars(name));
  if (attribute == nullptr) return "";
  std::string value;
  for (const Node* text = attribute->children; text != nullptr; text = text->next) {
    value += TextOf(text);
  }
  return value;
}

bool HasAttribute(const Node* element, const char* name) {
  return IsElement(element) && xmlHasProp(element, XmlChars(name)) != nullptr;
}

int LineOf(const Node* node) { return std::max(0, static_cast<int>(xmlGetLineNo(node))); }

std::string ValueOf(const Node* node) {
  std::string text;
  if (IsText(node)) {
    text = TextOf(node);
  } else if (node->children != nullptr) {
    AppendTexts(node, text);
  }
  return Collapsed(text);
}

std::string Collapsed(std::string_view text) {
  std::string out;
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    Character next = NextCharacter(text, at);
    if (next.kind == Character::Kind::kBlank) gap = true;
    if (next.kind != Character::Kind::kLetter) continue;
    if (gap && !out.empty()) out += ' ';
    gap = false;
    out += next.bytes;
  }
  return out;
}

}  // namespace pomocnik::kb::html
