#include "kb/import/pictures.h"

namespace pomocnik::kb {
namespace {

using Replace = std::function<std::string(const std::string&)>;

void ReplaceIn(std::vector<Item>& items, const Replace& replace) {
  for (Item& item : items) ReplacePictures(item.blocks, replace);
}

void ReplaceIn(Block& block, const Replace& replace) {
  if (auto* image = std::get_if<Image>(&block.value)) {
    image->source = replace(image->source);
  } else if (auto* steps = std::get_if<Steps>(&block.value)) {
    ReplaceIn(steps->items, replace);
  } else if (auto* list = std::get_if<List>(&block.value)) {
    ReplaceIn(list->items, replace);
  } else if (auto* callout = std::get_if<Callout>(&block.value)) {
    ReplacePictures(callout->blocks, replace);
  }
}

bool IsLeftOut(const Block& block) {
  const auto* image = std::get_if<Image>(&block.value);
  return image != nullptr && image->source.empty();
}

}  // namespace

void ReplacePictures(std::vector<Block>& blocks, const Replace& replace) {
  for (Block& block : blocks) ReplaceIn(block, replace);
  std::erase_if(blocks, IsLeftOut);
}

}  // namespace pomocnik::kb
