#include "bot/dialogue/quote.h"

#include <algorithm>

#include "base/utf8.h"

namespace pomocnik::bot {
namespace {

using kb::Block;

std::size_t Length(const Block& block) { return CountCodePoints(kb::PlainText(block)); }

template <typename T>
bool Is(const Block& block) {
  return std::holds_alternative<T>(block.value);
}

// Collects blocks until they would be too long.
class Excerpt {
 public:
  explicit Excerpt(std::size_t limit) : left_(limit) {}

  bool full() const { return full_; }

  // Adds the block, or as many of its items as fit, and is full then.
  void Add(const Block& block) {
    if (full_) return;
    std::size_t length = Length(block);
    if (length <= left_ || blocks_.empty()) {
      blocks_.push_back(block);
      left_ -= std::min(length, left_);
      return;
    }
    full_ = true;
    if (const auto* steps = std::get_if<kb::Steps>(&block.value)) {
      AddItems(*steps);
    } else if (const auto* list = std::get_if<kb::List>(&block.value)) {
      AddItems(*list);
    }
  }

  // Adds the block if it fits, without being full otherwise.
  void AddIfFits(const Block& block) {
    std::size_t length = Length(block);
    if (length > left_) return;
    blocks_.push_back(block);
    left_ -= length;
  }

  // A heading with nothing behind it says nothing.
  std::vector<Block> Take() {
    while (!blocks_.empty() && Is<kb::Heading>(blocks_.back())) blocks_.pop_back();
    return std::move(blocks_);
  }

 private:
  template <typename ItemsBlock>
  void AddItems(ItemsBlock whole) {
    std::size_t count = 0;
    for (const kb::Item& item : whole.items) {
      std::size_t length = 0;
      for (const Block& block : item.blocks) length += Length(block);
      if (length > left_) break;
      left_ -= length;
      ++count;
    }
    if (count == 0) return;
    whole.items.resize(count);
    blocks_.push_back({std::move(whole)});
  }

  std::size_t left_;
  std::vector<Block> blocks_;
  bool full_ = false;
};

bool IsWarning(const Block& block) {
  const auto* callout = std::get_if<kb::Callout>(&block.value);
  return callout && (callout->tone == kb::Callout::Tone::kImportant ||
                     callout->tone == kb::Callout::Tone::kWarning);
}

// What of the beginning belongs to a passage further down: what the article is about comes before it,
// what to beware of behind it.
std::vector<Block> QuoteUnderHeading(const kb::Article& article, const kb::Passage& beginning,
                                     const kb::Passage& passage, std::size_t limit) {
  Excerpt excerpt(limit);
  auto at = [&](std::size_t i) -> const Block& { return article.blocks[i]; };
  bool has_beginning = beginning.anchor.empty() && beginning.count > 0;
  std::size_t length = 0;
  for (std::size_t i = 0; i < passage.count; ++i) length += Length(at(passage.first + i));
  bool introduce = has_beginning && Is<kb::Paragraph>(at(beginning.first)) &&
                   length + Length(at(beginning.first)) <= limit;
  if (introduce) excerpt.Add(at(beginning.first));
  for (std::size_t i = 0; i < passage.count; ++i) excerpt.Add(at(passage.first + i));
  for (std::size_t i = 0; has_beginning && i < beginning.count; ++i) {
    if (IsWarning(at(beginning.first + i))) excerpt.AddIfFits(at(beginning.first + i));
  }
  return excerpt.Take();
}

void CollectLinks(const std::vector<Block>& blocks, std::vector<Block>& links) {
  for (const Block& block : blocks) {
    if (Is<kb::Link>(block)) links.push_back(block);
    if (const auto* callout = std::get_if<kb::Callout>(&block.value)) {
      CollectLinks(callout->blocks, links);
    }
    if (const auto* list = std::get_if<kb::List>(&block.value)) {
      for (const kb::Item& item : list->items) CollectLinks(item.blocks, links);
    }
    if (const auto* paragraph = std::get_if<kb::Paragraph>(&block.value)) {
      for (const kb::Span& span : paragraph->text) {
        if (!span.href.empty()) links.push_back({kb::Link{span.href, span.text}});
      }
    }
  }
}

}  // namespace

Quote QuotePassage(const kb::Article& article, std::size_t passage, std::size_t limit) {
  std::size_t total = 0;
  for (const Block& block : article.blocks) total += Length(block);
  auto passages = kb::Passages(article);
  Quote quote;
  if (passage < passages.size()) quote.anchor = passages[passage].anchor;
  if (total <= limit || passages.empty()) {
    quote.blocks = article.blocks;
    return quote;
  }
  if (passage == 0) {
    Excerpt excerpt(limit);
    for (const Block& block : article.blocks) excerpt.Add(block);
    quote.blocks = excerpt.Take();
  } else {
    quote.blocks = QuoteUnderHeading(article, passages.front(), passages[passage], limit);
  }
  bool whole =
      quote.blocks.size() == article.blocks.size() && quote.blocks.back() == article.blocks.back();
  quote.extent = whole ? Quote::Extent::kWhole : Quote::Extent::kPart;
  return quote;
}

std::vector<Block> LinksOf(const kb::Article& article) {
  std::vector<Block> links;
  CollectLinks(article.blocks, links);
  return links;
}

}  // namespace pomocnik::bot
