// HTML inside something else: the text of a KnowledgeOwl article, an item of a feed, an issue of a newsletter. Pure; any
// text is taken and ends in time and memory in proportion to it (limits.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kb/article.h"
#include "kb/html/rules.h"
#include "kb/html/selector.h"
#include "kb/html/tree.h"
#include "kb/markdown/reporter.h"

namespace pomocnik::kb::html {

// The blocks of a fragment. Links are resolved against `base_address` (absolute; empty: links that are not absolute become
// text), pictures too (if it is empty or relative they stay relative to the source's folder). What nobody sees (scripts,
// styles, forms, hidden elements) is left out; a fragment beyond the limits is an error and gives no blocks.
std::vector<Block> ReadHtmlFragment(std::string_view html, std::string_view base_address,
                                    Reporter& reporter);

// The same with what rules say of single elements: boxes that are callouts, noise, and so on.
std::vector<Block> ReadHtmlFragment(std::string_view html, std::string_view base_address,
                                    const Rules& rules, Reporter& reporter);

// One of the items that a fragment consists of.
struct FragmentPart {
  std::string title;          // the head in plain text; empty for what stands before the first head
  std::string anchor;         // id or name of the head; may be empty
  std::string link;           // the absolute address that the head leads to; empty: nowhere
  std::vector<Block> blocks;  // up to the next head, without the head itself
  bool operator==(const FragmentPart&) const = default;
};

// A fragment that is parsed once and divided in several ways.
class Fragment {
 public:
  // `base_address` as of ReadHtmlFragment. Absent with an error when beyond the limits.
  static std::optional<Fragment> Parse(std::string_view html, std::string_view base_address,
                                       Reporter& reporter);

  // As ReadHtmlFragment, divided at each element that `heads` selects (`//h2`, `//td[@class='naslov']`): it begins a part
  // and is not among its blocks. A head inside a list or a table of data divides nothing. The part before the first head is
  // there only when it has blocks.
  std::vector<FragmentPart> Split(const Selector& heads, Reporter& reporter) const;

 private:
  Fragment(Tree tree, std::string_view base_address);

  Tree tree_;
  std::string base_address_;
};

// The text without its tags, white space as one space: for titles that come as HTML. Empty when beyond the limits.
std::string PlainTextOfHtml(std::string_view html);

}  // namespace pomocnik::kb::html
