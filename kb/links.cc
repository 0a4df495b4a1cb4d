#include "kb/links.h"

namespace pomocnik::kb {
namespace {

// Collects every address that the blocks link to.
class LinkVisitor {
 public:
  explicit LinkVisitor(std::set<std::string>& addresses) : addresses_(addresses) {}

  void Visit(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) std::visit(*this, block.value);
  }

  void operator()(const Heading& heading) { Visit(heading.text); }
  void operator()(const Paragraph& paragraph) { Visit(paragraph.text); }
  void operator()(const Steps& steps) { Visit(steps.items); }
  void operator()(const List& list) { Visit(list.items); }
  void operator()(const Table& table) {
    for (const Text& cell : table.header) Visit(cell);
    for (const auto& row : table.rows) {
      for (const Text& cell : row) Visit(cell);
    }
  }
  void operator()(const Callout& callout) { Visit(callout.blocks); }
  void operator()(const Code&) {}
  void operator()(const Image&) {}
  void operator()(const Link& link) { addresses_.insert(link.href); }

 private:
  void Visit(const Text& text) {
    for (const Span& span : text) addresses_.insert(span.href);
  }
  void Visit(const std::vector<Item>& items) {
    for (const Item& item : items) Visit(item.blocks);
  }

  std::set<std::string>& addresses_;
};

}  // namespace

std::set<std::string> LinkedAddresses(const Article& article) {
  std::set<std::string> addresses;
  LinkVisitor(addresses).Visit(article.blocks);
  return addresses;
}

}  // namespace pomocnik::kb
