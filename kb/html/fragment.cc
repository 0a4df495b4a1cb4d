#include "kb/html/fragment.h"

#include <utility>

#include "kb/diagnostic.h"
#include "kb/html/block_reader.h"
#include "kb/html/tree.h"

namespace pomocnik::kb::html {
namespace {

const Node* FirstElementWith(const Node* top, const char* attribute) {
  if (HasAttribute(top, attribute)) return top;
  for (const Node* child = FirstChild(top); child != nullptr; child = NextSibling(child)) {
    if (!IsElement(child)) continue;
    if (const Node* found = FirstElementWith(child, attribute)) return found;
  }
  return nullptr;
}

// The link that an element holds or lies in.
std::string LinkAt(const Node* element, InlineReader& reader) {
  if (const Node* anchor = FirstElementWith(element, "href")) return reader.LinkOf(anchor);
  for (const Node* node = ParentOf(element); node != nullptr; node = ParentOf(node)) {
    if (NameOf(node) == "a") return reader.LinkOf(node);
  }
  return "";
}

std::string AnchorAt(const Node* element) {
  for (const char* attribute : {"id", "name"}) {
    if (const Node* named = FirstElementWith(element, attribute))
      return Attribute(named, attribute);
  }
  return "";
}

Addresses AddressesOf(std::string_view base) {
  std::string address(base);
  return {.links = address, .pictures = address, .own = address};
}

}  // namespace

std::vector<Block> ReadHtmlFragment(std::string_view html, std::string_view base_address,
                                    Reporter& reporter) {
  return ReadHtmlFragment(html, base_address, Rules(), reporter);
}

std::vector<Block> ReadHtmlFragment(std::string_view html, std::string_view base_address,
                                    const Rules& rules, Reporter& reporter) {
  auto tree = Tree::Parse(html, reporter);
  if (!tree || tree->root() == nullptr) return {};
  Marks marks;
  for (const Rules::Marking& marking : rules.markings) {
    for (const Node* node : tree->Select(marking.select)) marks.emplace(node, marking.mark);
  }
  const Addresses addresses = AddressesOf(base_address);
  BlockReader reader(marks, addresses, reporter);
  reader.Read(tree->root());
  return std::move(reader.Take().front().blocks);
}

Fragment::Fragment(Tree tree, std::string_view base_address)
    : tree_(std::move(tree)), base_address_(base_address) {}

std::optional<Fragment> Fragment::Parse(std::string_view html, std::string_view base_address,
                                        Reporter& reporter) {
  auto tree = Tree::Parse(html, reporter);
  if (!tree) return std::nullopt;
  return Fragment(std::move(*tree), base_address);
}

std::vector<FragmentPart> Fragment::Split(const Selector& heads, Reporter& reporter) const {
  if (tree_.root() == nullptr) return {};
  Marks marks;
  for (const Node* head : tree_.Select(heads))
    marks[head] = {.role = Mark::Role::kHead, .label = ""};
  const Addresses addresses = AddressesOf(base_address_);
  BlockReader reader(marks, addresses, reporter);
  InlineReader links(marks, addresses, reporter);
  reader.Read(tree_.root());
  std::vector<FragmentPart> parts;
  for (Part& part : reader.Take()) {
    if (part.head == nullptr) {
      if (!part.blocks.empty())
        parts.push_back({.title = "", .anchor = "", .link = "", .blocks = std::move(part.blocks)});
      continue;
    }
    parts.push_back({.title = ValueOf(part.head),
                     .anchor = AnchorAt(part.head),
                     .link = LinkAt(part.head, links),
                     .blocks = std::move(part.blocks)});
  }
  return parts;
}

std::string PlainTextOfHtml(std::string_view html) {
  Diagnostics diagnostics;
  Reporter reporter("", diagnostics);
  auto tree = Tree::Parse(html, reporter);
  if (!tree || tree->root() == nullptr) return "";
  const Marks marks;
  const Addresses addresses;
  return PlainText(InlineReader(marks, addresses, reporter).TextIn(tree->root()));
}

}  // namespace pomocnik::kb::html
