#include "kb/links.h"

#include <type_traits>
#include <utility>

namespace pomocnik::kb {
namespace {

// Calls `visit` with every address that blocks link to. Blocks, texts and items are const or not, as they come.
template <typename Visit>
class LinkVisitor {
 public:
  explicit LinkVisitor(Visit visit) : visit_(std::move(visit)) {}

  template <typename Blocks>
  void VisitBlocks(Blocks& blocks) {
    for (auto& block : blocks) std::visit([this](auto& value) { VisitValue(value); }, block.value);
  }

 private:
  template <typename Value>
  void VisitValue(Value& value) {
    using Plain = std::remove_const_t<Value>;
    if constexpr (std::is_same_v<Plain, Heading> || std::is_same_v<Plain, Paragraph>) {
      VisitText(value.text);
    } else if constexpr (std::is_same_v<Plain, Steps> || std::is_same_v<Plain, List>) {
      for (auto& item : value.items) VisitBlocks(item.blocks);
    } else if constexpr (std::is_same_v<Plain, Table>) {
      for (auto& cell : value.header) VisitText(cell);
      for (auto& row : value.rows) {
        for (auto& cell : row) VisitText(cell);
      }
    } else if constexpr (std::is_same_v<Plain, Callout>) {
      VisitBlocks(value.blocks);
    } else if constexpr (std::is_same_v<Plain, Link>) {
      visit_(value.href);
    }
  }

  template <typename Spans>
  void VisitText(Spans& text) {
    for (auto& span : text) {
      if (!span.href.empty()) visit_(span.href);
    }
  }

  Visit visit_;
};

}  // namespace

std::set<std::string> LinkedAddresses(const Article& article) {
  std::set<std::string> addresses;
  LinkVisitor([&](const std::string& address) {
    addresses.insert(address);
  }).VisitBlocks(article.blocks);
  return addresses;
}

std::size_t ReplaceAddresses(std::vector<Block>& blocks,
                             const std::function<std::string(const std::string&)>& replace) {
  std::size_t replaced = 0;
  LinkVisitor([&](std::string& address) {
    std::string other = replace(address);
    if (other == address) return;
    address = std::move(other);
    ++replaced;
  }).VisitBlocks(blocks);
  return replaced;
}

}  // namespace pomocnik::kb
