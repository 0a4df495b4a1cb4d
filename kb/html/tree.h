// A page as a tree of nodes. The library that builds it stays behind this header.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kb/html/selector.h"
#include "kb/markdown/reporter.h"

struct _xmlDoc;
struct _xmlNode;
struct _xmlXPathContext;

namespace pomocnik::kb::html {

using Node = _xmlNode;

// Owns the nodes of a page.
class Tree {
 public:
  // Any UTF-8 text without U+0000 has a tree, unless it exceeds the limits (limits.h); otherwise it is an error.
  static std::optional<Tree> Parse(std::string_view html, Reporter& reporter);

  Tree(Tree&&) = default;
  Tree& operator=(Tree&&) = default;

  // <html>; null when the text has no content at all.
  Node* root() const;

  // What a selector chooses, in the order of the page: elements, attributes, texts. `from` is its context; null: the page.
  // In expressions has-class('note') tells whether an element is of a class.
  std::vector<Node*> Select(const Selector& selector, Node* from = nullptr) const;

  // The same as texts (ValueOf) without the empty ones; also of an expression whose value is a string.
  std::vector<std::string> Values(const Selector& selector, Node* from = nullptr) const;
  // The first of them, or an empty one.
  std::string Value(const Selector& selector, Node* from = nullptr) const;

 private:
  struct FreeDocument {
    void operator()(_xmlDoc* document) const;
  };
  struct FreeContext {
    void operator()(_xmlXPathContext* context) const;
  };

  explicit Tree(_xmlDoc* document);

  std::unique_ptr<_xmlDoc, FreeDocument> document_;
  std::unique_ptr<_xmlXPathContext, FreeContext> context_;
};

bool IsElement(const Node* node);
bool IsText(const Node* node);

// In lower case; of no element: empty.
std::string_view NameOf(const Node* node);
Node* FirstChild(const Node* node);
Node* NextSibling(const Node* node);
Node* ParentOf(const Node* node);

// The characters of a text node, as they stand in the page.
std::string_view TextOf(const Node* text);

// The value of an attribute; empty when there is none.
std::string Attribute(const Node* element, const char* name);
bool HasAttribute(const Node* element, const char* name);

// Where the page has the node; 0: not known.
int LineOf(const Node* node);

// All text in an element, or an attribute's value: white space as one space, none at the ends.
std::string ValueOf(const Node* node);

// The same of a text that is no node.
std::string Collapsed(std::string_view text);

}  // namespace pomocnik::kb::html
