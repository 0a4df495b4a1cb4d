#include "kb/feed/sitemap.h"

#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "kb/archive/archive.h"
#include "kb/feed/feed_date.h"
#include "kb/feed/feed_items.h"
#include "kb/feed/xml_tree.h"
#include "kb/markdown/address.h"

namespace pomocnik::kb::feed {
namespace {

void AddPage(std::string address, std::string changed, Sitemap& sitemap, Reporter& reporter) {
  if (!IsWebAddress(address)) {
    constexpr std::size_t kShown = 100;
    return reporter.Warn(
        0, "'" + std::string(TruncateCodePoints(address, kShown)) + "' is no address of a page");
  }
  const auto day = ParseFeedDate(changed);
  sitemap.pages.push_back({std::move(address), std::move(changed), day});
}

Sitemap ReadIndex(const XmlNode& root) {
  Sitemap sitemap;
  for (const XmlNode& entry : root.children) {
    std::string address = entry.name == "sitemap" ? ChildText(entry, "loc") : std::string();
    if (IsWebAddress(address)) sitemap.sitemaps.push_back(std::move(address));
  }
  return sitemap;
}

Sitemap ReadPages(const XmlNode& root, Reporter& reporter) {
  Sitemap sitemap;
  sitemap.pages.reserve(root.children.size());
  for (const XmlNode& entry : root.children) {
    if (entry.name != "url") continue;
    AddPage(ChildText(entry, "loc"), ChildText(entry, "lastmod"), sitemap, reporter);
  }
  return sitemap;
}

Sitemap ReadFeedPages(const XmlNode& root, const SourceDocument& document, Reporter& reporter) {
  Sitemap sitemap;
  const std::vector<FeedItem> items = ItemsOf(root, document.address);
  sitemap.pages.reserve(items.size());
  for (const FeedItem& item : items) AddPage(item.link, item.changed, sitemap, reporter);
  return sitemap;
}

// Absent unless each line that is not empty is an address.
std::optional<Sitemap> ReadLines(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  Sitemap sitemap;
  while (text.find_first_not_of(kWhiteSpace) != std::string_view::npos) {
    text.remove_prefix(text.find_first_not_of(kWhiteSpace));
    const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    text.remove_prefix(line.size());
    std::string address(line.substr(0, line.find_last_not_of(kWhiteSpace) + 1));
    if (!IsWebAddress(address) || !IsValidUtf8(address)) return std::nullopt;
    sitemap.pages.push_back({std::move(address), {}, {}});
  }
  if (sitemap.pages.empty()) return std::nullopt;
  return sitemap;
}

bool LooksLikeXml(std::string_view bytes) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  // UTF-16 has a zero beside each '<'.
  if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff")) return true;
  const std::size_t first = bytes.find_first_not_of(kWhiteSpace);
  return first != std::string_view::npos && bytes[first] == '<';
}

}  // namespace

std::optional<Sitemap> ReadSitemap(const SourceDocument& document, Reporter& reporter) {
  if (archive::IsGzip(document.bytes)) {
    archive::Limits limits;
    limits.entry_bytes = kMaxXmlBytes;
    auto bytes = archive::Gunzip(document.bytes, limits);
    if (!bytes) {
      reporter.Fail(0, bytes.error().message);
      return std::nullopt;
    }
    SourceDocument unpacked{document.address, {}, document.charset, std::move(*bytes), {}};
    if (!archive::IsGzip(unpacked.bytes)) return ReadSitemap(unpacked, reporter);
    reporter.Fail(0, "it is packed twice");
    return std::nullopt;
  }
  if (!LooksLikeXml(document.bytes)) return ReadLines(document.bytes);
  // A page may be as large as it likes; what is wrong with it as XML is nobody's concern.
  Diagnostics diagnostics;
  Reporter xml_reporter(document.address, diagnostics);
  const auto root = ParseXml(document, xml_reporter);
  const bool is_list = root && (root->name == "urlset" || root->name == "sitemapindex");
  if (root && !is_list && !IsFeed(*root)) return std::nullopt;
  for (Diagnostic& entry : diagnostics) {
    if (entry.severity == Severity::kError)
      reporter.Fail(entry.line, std::move(entry.message));
    else
      reporter.Warn(entry.line, std::move(entry.message));
  }
  if (!root) return std::nullopt;
  Sitemap sitemap;
  if (root->name == "sitemapindex") {
    sitemap = ReadIndex(*root);
  } else if (root->name == "urlset") {
    sitemap = ReadPages(*root, reporter);
  } else {
    sitemap = ReadFeedPages(*root, document, reporter);
  }
  sitemap.whole = diagnostics.empty();
  return sitemap;
}

}  // namespace pomocnik::kb::feed
