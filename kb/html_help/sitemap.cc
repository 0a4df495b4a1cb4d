#include "kb/html_help/sitemap.h"

#include <utility>

#include "base/ascii.h"
#include "kb/charset/charset.h"
#include "kb/html/selector.h"
#include "kb/html/tree.h"
#include "kb/markdown/front_matter.h"

namespace pomocnik::kb::html_help {
namespace {

constexpr std::size_t kMaxTargets = 100;  // of one keyword

int DepthOf(const html::Node* node) {
  int depth = 0;
  for (node = html::ParentOf(node); node != nullptr; node = html::ParentOf(node)) {
    if (html::NameOf(node) == "ul") ++depth;
  }
  return depth;
}

// "Name" and "Local" stand in the object's <param>s, sometimes several of each: the first name is the entry's.
SitemapEntry EntryOf(const html::Tree& tree, const html::Selector& parameters, html::Node* object,
                     std::string_view folder) {
  SitemapEntry entry;
  entry.depth = DepthOf(object);
  for (const html::Node* parameter : tree.Select(parameters, object)) {
    const std::string name = LowerCase(html::Attribute(parameter, "name"));
    const std::string value = OneLine(html::Attribute(parameter, "value"));
    if (name == "name" && entry.name.empty()) entry.name = value;
    if (name != "local" || entry.targets.size() >= kMaxTargets) continue;
    Target target = ResolveTarget(folder, value);
    if (!target.file.empty()) entry.targets.push_back(std::move(target));
  }
  return entry;
}

}  // namespace

std::vector<SitemapEntry> ReadSitemap(const SourceDocument& document, std::string_view charset,
                                      Reporter& reporter) {
  std::vector<SitemapEntry> entries;
  const auto objects = html::Selector::Compile("//object");
  const auto parameters = html::Selector::Compile(".//param");
  const std::string text = DecodeText(document.bytes, charset).text;
  const auto tree = html::Tree::Parse(text, reporter);
  if (!objects || !parameters || !tree) return entries;
  const auto found = tree->Select(*objects);
  entries.reserve(found.size());
  const std::string folder = FolderOf(document.address);
  for (html::Node* object : found) {
    if (LowerCase(html::Attribute(object, "type")) != "text/sitemap") continue;
    SitemapEntry entry = EntryOf(*tree, *parameters, object, folder);
    if (!entry.name.empty()) entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace pomocnik::kb::html_help
