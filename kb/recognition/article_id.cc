#include "kb/recognition/article_id.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "kb/markdown/slug.h"
#include "kb/recognition/words.h"

namespace pomocnik::kb::recognition {
namespace {

constexpr std::size_t kLongest = 80;  // leaves room for a number below the 100 of an id

// Names of files and folders that say nothing of what is in them.
bool SaysNothing(std::string_view slug) {
  constexpr std::array<std::string_view, 6> kNames = {"",     "index", "default",
                                                      "home", "node",  "page"};
  const bool is_number = slug.find_first_not_of("0123456789-") == std::string_view::npos;
  return is_number || std::find(kNames.begin(), kNames.end(), slug) != kNames.end();
}

std::string Shortened(std::string slug) {
  if (slug.size() <= kLongest) return slug;
  const std::size_t end = slug.rfind('-', kLongest);
  slug.resize(end == std::string::npos ? kLongest : end);
  return slug;
}

// The slugs of the folders that the address leads through, innermost first, without the host.
std::vector<std::string> FoldersOf(std::string_view address) {
  address = address.substr(0, address.find_first_of("?#"));
  const std::size_t scheme = address.find("://");
  if (scheme != std::string_view::npos) {
    const std::size_t host_end = address.find('/', scheme + 3);
    address =
        host_end == std::string_view::npos ? std::string_view{} : address.substr(host_end + 1);
  }
  while (address.ends_with('/')) address.remove_suffix(1);
  std::vector<std::string> folders;
  for (std::size_t slash = address.rfind('/'); slash != std::string_view::npos;
       slash = address.rfind('/')) {
    address = address.substr(0, slash);
    const std::string slug = Slug(address.substr(address.rfind('/') + 1));
    if (!SaysNothing(slug)) folders.push_back(slug);
  }
  return folders;
}

std::string ItemOf(std::string_view address) {
  const std::size_t hash = address.find('#');
  return hash == std::string_view::npos ? "" : Slug(address.substr(hash + 1));
}

}  // namespace

std::string ArticleIdFor(const ImportedArticle& imported, std::set<std::string>& taken) {
  const std::string& address =
      imported.article.url.empty() ? imported.address : imported.article.url;
  std::string item = ItemOf(address);
  if (item.empty()) item = ItemOf(imported.address);
  std::string stem = SlugOfAddress(address);
  if (SaysNothing(stem)) stem = item.empty() ? Slug(imported.article.title) : "";
  if (!item.empty()) stem += (stem.empty() ? "" : "-") + item;
  stem = Shortened(std::move(stem));
  if (stem.empty()) stem = "clanek";
  std::string id = stem;
  for (const std::string& folder : FoldersOf(address)) {
    if (!taken.contains(id)) break;
    id = Shortened(std::string(folder).append("-").append(id));
  }
  const std::string longest = taken.contains(id) ? stem : id;
  for (int number = 2; taken.contains(id); ++number) id = longest + "-" + std::to_string(number);
  taken.insert(id);
  return id;
}

}  // namespace pomocnik::kb::recognition
