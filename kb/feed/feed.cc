#include "kb/feed/feed.h"

#include <set>
#include <string>
#include <utility>

#include "kb/feed/feed_date.h"
#include "kb/feed/feed_items.h"
#include "kb/feed/xml_tree.h"
#include "kb/html/fragment.h"
#include "kb/markdown/address.h"
#include "kb/markdown/reporter.h"
#include "kb/validity/dated_item.h"

namespace pomocnik::kb::feed {
namespace {

// Far above what a feed has; the rest is an error, so that nobody thinks it whole.
constexpr std::size_t kMaxItems = 5'000;

// Where the feed is published; where it lies when that is not told.
std::string BaseOf(const SourceDocument& document, const SourceDefaults& defaults) {
  const bool published = !IsWebAddress(document.address) && !defaults.address.empty();
  return published ? defaults.address : document.address;
}

std::string AddressOf(const FeedItem& item, const std::string& feed_address, std::size_t number) {
  if (!item.link.empty()) return item.link;
  return feed_address + "#" + (item.id.empty() ? std::to_string(number) : item.id);
}

ImportedArticle ArticleOf(FeedItem item, std::vector<Block> blocks) {
  ImportedArticle imported;
  imported.article.title = std::move(item.title);
  imported.article.lang = std::move(item.lang);
  imported.article.updated = ParseFeedDate(item.changed);
  if (IsWebAddress(item.link)) imported.article.url = item.link;
  imported.article.blocks = std::move(blocks);
  imported.breadcrumb = std::move(item.categories);
  return imported;
}

}  // namespace

Imported ReadFeed(const SourceDocument& document, const SourceDefaults& defaults) {
  Imported imported;
  Reporter reporter(document.address, imported.diagnostics);
  const auto root = ParseXml(document, reporter);
  if (!root || !IsFeed(*root)) {
    if (imported.diagnostics.empty() || root) reporter.Fail(0, "this is neither RSS nor Atom");
    return imported;
  }
  const std::string base = BaseOf(document, defaults);
  std::vector<FeedItem> items = ItemsOf(*root, base);
  if (items.size() > kMaxItems) {
    reporter.Fail(0, "more than " + std::to_string(kMaxItems) + " items");
    return imported;
  }
  std::set<std::string> addresses;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string name = "item " + std::to_string(i + 1);
    std::string address = AddressOf(items[i], document.address, i + 1);
    if (items[i].title.empty()) {
      reporter.Warn(0, name + " has no title");
      continue;
    }
    if (!addresses.insert(address).second) {
      reporter.Warn(0, std::string(name).append(" repeats the address ").append(address));
      continue;
    }
    const std::string& item_base = items[i].link.empty() ? base : items[i].link;
    std::vector<Block> blocks = html::ReadHtmlFragment(items[i].html, item_base, reporter);
    if (blocks.empty()) {
      reporter.Warn(0, name + " has no content");
      continue;
    }
    imported.articles.push_back(ArticleOf(std::move(items[i]), std::move(blocks)));
    imported.articles.back().address = std::move(address);
    StateValidity(imported.articles.back());
  }
  return imported;
}

}  // namespace pomocnik::kb::feed
