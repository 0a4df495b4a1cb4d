#include "kb/html/grouping.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "kb/html/line_head.h"

namespace pomocnik::kb::html {
namespace {

using Blocks = std::vector<Block>;

// Between two numbered paragraphs; more than that is a text that happens to have numbers.
constexpr std::size_t kMostBetweenSteps = 4;

Paragraph* ParagraphIn(Block& block) { return std::get_if<Paragraph>(&block.value); }

template <typename T>
bool Is(const Block& block) {
  return std::holds_alternative<T>(block.value);
}

ListMarker MarkerOf(const Block& block) {
  const auto* paragraph = std::get_if<Paragraph>(&block.value);
  return paragraph == nullptr ? ListMarker{} : html::MarkerOf(paragraph->text);
}

bool IsNumbered(const Block& block, int number) {
  ListMarker marker = MarkerOf(block);
  return marker.kind == ListMarker::Kind::kNumber && marker.number == number;
}

bool GoesWithStep(const Block& block) {
  return Is<Image>(block) || Is<Callout>(block) || Is<List>(block) || Is<Code>(block) ||
         Is<Link>(block);
}

// A paragraph without the marker that it begins with; nothing remains of one that is only a marker.
Item ItemWithoutMarker(Block block) {
  Paragraph* paragraph = ParagraphIn(block);
  RemoveHead(paragraph->text, html::MarkerOf(paragraph->text).length);
  Item item;
  if (!paragraph->text.empty()) item.blocks.push_back(std::move(block));
  return item;
}

// Moves blocks one by one from the old list to the new one.
class Grouper {
 public:
  explicit Grouper(Blocks blocks) : in_(std::move(blocks)) { out_.reserve(in_.size()); }

  Blocks Group() {
    while (at_ < in_.size()) {
      bool is_taken = TakeSteps() || TakeList() || TakeGlossary();
      if (!is_taken) out_.push_back(std::move(in_[at_++]));
    }
    return std::move(out_);
  }

 private:
  // The place of the paragraph with the next number, from behind `at` on; absent when something else comes first.
  std::optional<std::size_t> NextStep(std::size_t at, int number) const {
    std::size_t last = std::min(in_.size(), at + kMostBetweenSteps + 1);
    for (std::size_t next = at; next < last; ++next) {
      if (IsNumbered(in_[next], number)) return next;
      if (!GoesWithStep(in_[next])) return std::nullopt;
    }
    return std::nullopt;
  }

  bool TakeSteps() {
    ListMarker marker = MarkerOf(in_[at_]);
    if (marker.kind != ListMarker::Kind::kNumber || !NextStep(at_ + 1, marker.number + 1))
      return false;
    Steps steps;
    steps.start = marker.number;
    for (int number = marker.number;; ++number) {
      steps.items.push_back(ItemWithoutMarker(std::move(in_[at_])));
      ++at_;
      auto next = NextStep(at_, number + 1);
      // Behind the last step only its own picture is taken along.
      std::size_t end = next ? *next : at_ + (at_ < in_.size() && Is<Image>(in_[at_]) ? 1 : 0);
      auto& blocks = steps.items.back().blocks;
      while (at_ < end) blocks.push_back(std::move(in_[at_++]));
      if (!next) break;
    }
    std::erase_if(steps.items, [](const Item& item) { return item.blocks.empty(); });
    if (!steps.items.empty()) out_.push_back({std::move(steps)});
    return true;
  }

  bool TakeList() {
    ListMarker::Kind kind = MarkerOf(in_[at_]).kind;
    if (kind != ListMarker::Kind::kBullet && kind != ListMarker::Kind::kDash) return false;
    std::size_t end = at_;
    while (end < in_.size() && MarkerOf(in_[end]).kind == kind) ++end;
    if (kind == ListMarker::Kind::kDash && end - at_ < 2) return false;
    List list;
    list.items.reserve(end - at_);
    for (; at_ < end; ++at_) {
      Item item = ItemWithoutMarker(std::move(in_[at_]));
      if (!item.blocks.empty()) list.items.push_back(std::move(item));
    }
    if (!list.items.empty()) out_.push_back({std::move(list)});
    return true;
  }

  bool TakeGlossary() {
    auto explains = [](Block& block) {
      Paragraph* paragraph = ParagraphIn(block);
      return paragraph != nullptr && BeginsWithTerm(paragraph->text);
    };
    std::size_t end = at_;
    while (end < in_.size() && explains(in_[end])) ++end;
    if (end - at_ < 2) return false;
    List list;
    list.items.reserve(end - at_);
    for (; at_ < end; ++at_) list.items.push_back({{std::move(in_[at_])}});
    out_.push_back({std::move(list)});
    return true;
  }

  Blocks in_;
  Blocks out_;
  std::size_t at_ = 0;  // in `in_`: the first that is not yet moved
};

bool FollowsLabel(const Block& block) { return !Is<Heading>(block) && !Is<Callout>(block); }

// Makes callouts of the paragraphs that begin with a label.
void MakeCallouts(Blocks& blocks) {
  Blocks out;
  out.reserve(blocks.size());
  for (std::size_t at = 0; at < blocks.size(); ++at) {
    Paragraph* paragraph = ParagraphIn(blocks[at]);
    auto label = paragraph == nullptr ? std::nullopt : TakeLabel(paragraph->text);
    if (!label) {
      out.push_back(std::move(blocks[at]));
      continue;
    }
    Callout callout{label->tone, std::move(label->text), {}};
    if (!paragraph->text.empty()) {
      callout.blocks.push_back(std::move(blocks[at]));
    } else if (at + 1 < blocks.size() && FollowsLabel(blocks[at + 1])) {
      callout.blocks.push_back(std::move(blocks[++at]));
    } else {
      callout.blocks.push_back(PlainParagraph(std::exchange(callout.label, "")));
    }
    out.push_back({std::move(callout)});
  }
  blocks = std::move(out);
}

}  // namespace

void GroupBlocks(std::vector<Block>& blocks) {
  MakeCallouts(blocks);
  blocks = Grouper(std::move(blocks)).Group();
}

}  // namespace pomocnik::kb::html
