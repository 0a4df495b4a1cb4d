#include "kb/feed/feed_items.h"

#include <algorithm>
#include <utility>

#include "kb/html/fragment.h"
#include "kb/html/reference.h"

namespace pomocnik::kb::feed {
namespace {

constexpr std::string_view kAtom = "http://www.w3.org/2005/Atom";
constexpr std::string_view kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
constexpr std::string_view kContent = "http://purl.org/rss/1.0/modules/content/";

// The first of these children that has a text.
std::string FirstText(const XmlNode& element, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    std::string text = ChildText(element, name);
    if (!text.empty()) return text;
  }
  return {};
}

// "sl-SI" -> "sl"; empty for what is no language.
std::string Language(std::string_view tag) {
  std::string lang(tag.substr(0, tag.find_first_of("-_")));
  std::transform(lang.begin(), lang.end(), lang.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const bool letters =
      std::all_of(lang.begin(), lang.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return lang.size() == 2 && letters ? lang : std::string();
}

// The content of an Atom element as HTML.
std::string AtomHtml(const XmlNode& content) {
  const std::string_view type = content.Attribute("type");
  if (type == "xhtml") return InnerMarkup(content);
  // Only in these two is the text itself markup.
  if (type == "html" || type == "text/html") return TextOf(content);
  return type.empty() || type == "text" || type == "text/plain" ? InnerMarkup(content)
                                                                : std::string();
}

// A text construct of Atom as plain text.
std::string AtomPlain(const XmlNode& construct) {
  if (construct.Attribute("type") == "html") return html::PlainTextOfHtml(TextOf(construct));
  return TextOf(construct);
}

// The address of the page that the entry is about.
std::string AtomLink(const XmlNode& entry) {
  for (const XmlNode& child : entry.children) {
    if (child.name != "link") continue;
    const std::string_view rel = child.Attribute("rel");
    if (rel.empty() || rel == "alternate") return std::string(child.Attribute("href"));
  }
  return {};
}

FeedItem ReadEntry(const XmlNode& entry, std::string_view base) {
  FeedItem item;
  if (const XmlNode* title = entry.Child("title", kAtom)) item.title = AtomPlain(*title);
  const std::string_view own_base = entry.Attribute("xml:base");
  const std::string link = AtomLink(entry);
  if (!link.empty()) {
    item.link = html::ResolveReference(
        own_base.empty() ? std::string(base) : html::ResolveReference(base, own_base), link);
  }
  item.id = ChildText(entry, "id");
  item.changed = FirstText(entry, {"updated", "published"});
  item.lang = Language(entry.Attribute("xml:lang"));
  for (const XmlNode& child : entry.children) {
    if (child.name != "category") continue;
    const std::string_view label = child.Attribute("label");
    item.categories.emplace_back(label.empty() ? child.Attribute("term") : label);
  }
  for (const std::string_view name : {"content", "summary"}) {
    const XmlNode* content = entry.Child(name, kAtom);
    std::string html = content == nullptr ? std::string() : AtomHtml(*content);
    if (html.size() > item.html.size()) item.html = std::move(html);
  }
  return item;
}

FeedItem ReadItem(const XmlNode& element, std::string_view base) {
  FeedItem item;
  // Titles are text by the letter of the specification and HTML in practice.
  item.title = html::PlainTextOfHtml(ChildText(element, "title"));
  item.id = ChildText(element, "guid");
  const XmlNode* guid = element.Child("guid");
  std::string link = ChildText(element, "link");
  if (link.empty() && guid != nullptr && guid->Attribute("isPermaLink") != "false") link = item.id;
  if (link.empty()) link = element.Attribute("about");  // RSS 1.0
  if (!link.empty()) item.link = html::ResolveReference(base, link);
  item.changed = FirstText(element, {"pubDate", "date", "modified"});  // dc:date, dcterms:modified
  item.lang = Language(ChildText(element, "language"));
  for (const XmlNode& child : element.children) {
    if (child.name == "category" || child.name == "subject")
      item.categories.push_back(TextOf(child));
  }
  item.html = ChildText(element, "description");
  const XmlNode* encoded = element.Child("encoded", kContent);
  std::string content = encoded == nullptr ? std::string() : TextOf(*encoded);
  if (content.size() > item.html.size()) item.html = std::move(content);
  return item;
}

// Where the items are: in the channel, beside it (RSS 1.0), or in the feed (Atom).
const XmlNode& ListOf(const XmlNode& root) {
  const XmlNode* channel = root.name == "rss" ? root.Child("channel") : nullptr;
  return channel == nullptr ? root : *channel;
}

std::string LanguageOf(const XmlNode& root) {
  if (root.name == "feed") return Language(root.Attribute("xml:lang"));
  const XmlNode* channel = root.Child("channel");
  return channel == nullptr ? std::string() : Language(ChildText(*channel, "language"));
}

}  // namespace

bool IsFeed(const XmlNode& root) {
  return root.name == "rss" || (root.name == "RDF" && root.space == kRdf) ||
         (root.name == "feed" && root.space == kAtom);
}

std::vector<FeedItem> ItemsOf(const XmlNode& root, std::string_view feed_address) {
  const std::string_view own_base = root.Attribute("xml:base");
  const std::string base =
      own_base.empty() ? std::string(feed_address) : html::ResolveReference(feed_address, own_base);
  const std::string lang = LanguageOf(root);
  const XmlNode& list = ListOf(root);
  std::vector<FeedItem> items;
  items.reserve(list.children.size());
  for (const XmlNode& child : list.children) {
    if (child.name == "entry") {
      items.push_back(ReadEntry(child, base));
    } else if (child.name == "item") {
      items.push_back(ReadItem(child, base));
    } else {
      continue;
    }
    if (items.back().lang.empty()) items.back().lang = lang;
    std::erase(items.back().categories, std::string());
  }
  return items;
}

}  // namespace pomocnik::kb::feed
