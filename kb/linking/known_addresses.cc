#include "kb/linking/known_addresses.h"

#include <algorithm>
#include <unordered_map>

#include "kb/links.h"
#include "kb/markdown/address.h"
#include "kb/merging/rewritten.h"

namespace pomocnik::kb {
namespace {

// Id by AddressKey, and by id for aliases that are ids.
using Known = std::unordered_map<std::string, std::string>;

void Add(Known& known, std::string key, const std::string& id) {
  if (key.empty()) return;
  const auto [entry, is_new] = known.emplace(std::move(key), id);
  if (!is_new && id < entry->second) entry->second = id;
}

Known KnownAddresses(const Library& library) {
  Known known;
  for (const SourceArticle& source : library.articles) {
    const Article& article = source.article;
    Add(known, AddressKey(article.url), article.id);
    for (const std::string& alias : article.aliases) {
      Add(known, IsArticleId(alias) ? alias : AddressKey(alias), article.id);
    }
  }
  // An id is the article's own before it is another's alias.
  for (const SourceArticle& source : library.articles) {
    known[source.article.id] = source.article.id;
  }
  return known;
}

}  // namespace

std::string AddressKey(std::string_view address) {
  if (!IsWebAddress(address)) return "";
  address.remove_prefix(address.find("://") + 3);
  address = address.substr(0, address.find('#'));
  while (address.ends_with('/')) address.remove_suffix(1);
  std::string key(address);
  const std::size_t host_end = std::min(key.find_first_of("/?"), key.size());
  std::transform(
      key.begin(), key.begin() + static_cast<std::ptrdiff_t>(host_end), key.begin(),
      [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (key.starts_with("www.")) key.erase(0, 4);
  return key;
}

std::size_t LinkKnownAddresses(Library& library) {
  const Known known = KnownAddresses(library);
  std::size_t linked = 0;
  for (SourceArticle& source : library.articles) {
    const auto replace = [&](const std::string& href) -> std::string {
      const std::string_view id = LinkedArticle(href);
      const auto found = known.find(id.empty() ? AddressKey(href) : std::string(id));
      if (found == known.end()) return href;
      if (found->second == source.article.id) return "";
      return ArticleAddress(found->second);
    };
    const std::size_t changed = ReplaceAddresses(source.article.blocks, replace);
    if (changed == 0) continue;
    RewriteWhole(source);
    linked += changed;
  }
  return linked;
}

}  // namespace pomocnik::kb
