#include "kb/import/finished_article.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "kb/markdown/address.h"
#include "kb/markdown/article_parser.h"
#include "kb/markdown/article_writer.h"
#include "kb/markdown/body_writer.h"
#include "kb/markdown/front_matter.h"
#include "kb/recognition/recognise.h"

namespace pomocnik::kb {
namespace {

constexpr std::size_t kLongestTitle = 200;  // code points, as an editor may write

void CollectMedia(const std::vector<Block>& blocks, std::vector<std::string>& media);

void CollectMedia(const std::vector<Item>& items, std::vector<std::string>& media) {
  for (const Item& item : items) CollectMedia(item.blocks, media);
}

void CollectMedia(const std::vector<Block>& blocks, std::vector<std::string>& media) {
  for (const Block& block : blocks) {
    if (const auto* image = std::get_if<Image>(&block.value)) {
      if (IsAllowedImage(image->source)) media.push_back(image->source);
    } else if (const auto* steps = std::get_if<Steps>(&block.value)) {
      CollectMedia(steps->items, media);
    } else if (const auto* list = std::get_if<List>(&block.value)) {
      CollectMedia(list->items, media);
    } else if (const auto* callout = std::get_if<Callout>(&block.value)) {
      CollectMedia(callout->blocks, media);
    }
  }
}

void CleanValues(ImportedArticle& imported) {
  Article& article = imported.article;
  article.title = std::string(TruncateCodePoints(OneLine(article.title), kLongestTitle));
  if (!IsWebAddress(article.url)) article.url.clear();
  for (std::string& alias : imported.aliases) {
    if (IsWebAddress(alias) && alias != article.url) article.aliases.push_back(std::move(alias));
  }
}

}  // namespace

std::optional<ReadArticle> Finish(ImportedArticle imported, const recognition::Names& names,
                                  const SourceDefaults& defaults, Diagnostics& diagnostics) {
  const auto refuse = [&](std::string why) {
    diagnostics.push_back({Severity::kError, imported.address, 0, std::move(why)});
    return std::nullopt;
  };
  CleanValues(imported);
  if (imported.article.title.empty()) return refuse("it has no title");
  recognition::Recognise(imported, names, defaults);
  Article& article = imported.article;
  ReadArticle read;
  read.address = imported.address;
  read.url = article.url;
  read.title = article.title;
  read.module = article.module;
  read.id = article.id;
  article.id = kNoId;
  const std::string body = WriteBody(article.blocks);
  if (body.empty()) return refuse("there is nothing in it");
  CollectMedia(article.blocks, read.media);
  read.file = FormatArticle(article, body);
  Diagnostics problems;
  if (!ParseArticle(read.file, imported.address, problems)) {
    return refuse("it cannot be kept: " +
                  (problems.empty() ? std::string("unknown") : problems.front().message));
  }
  read.findings = std::move(imported.findings);
  return read;
}

}  // namespace pomocnik::kb
