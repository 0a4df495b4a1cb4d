#include "kb/newsletter/issue_parts.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "kb/html/fragment.h"
#include "kb/markdown/slug.h"
#include "kb/newsletter/masthead.h"
#include "kb/plain_text/plain_text.h"

namespace pomocnik::kb::newsletter {
namespace {

using Parts = std::vector<html::FragmentPart>;

// How an issue may be divided, the likeliest first. Any level of headings goes before rules: what lies between two rules may
// have several headings, but an item has one title.
constexpr std::array<const char*, 5> kDividers = {
    "//h1", "//h2", "//h3", "//h4",
    "//p[count(*)=1 and (strong or b) and normalize-space(.)=normalize-space(*)]"};
constexpr const char* kRules = "//hr";

constexpr std::size_t kLongestTitle = 80;    // code points, of one that is made of a sentence
constexpr std::size_t kLongestSection = 60;  // code points

std::string TextOf(const std::vector<Block>& blocks) {
  std::string text;
  for (const Block& block : blocks) text.append(PlainText(block)).append("\n");
  return text;
}

struct Trial {
  Parts parts;
  Diagnostics warnings;
};

Trial Split(const html::Fragment& fragment, const char* xpath) {
  Trial trial;
  Reporter reporter({}, trial.warnings);
  if (const auto heads = html::Selector::Compile(xpath)) {
    trial.parts = fragment.Split(*heads, reporter);
  }
  return trial;
}

std::size_t CountItems(const Parts& parts) {
  return static_cast<std::size_t>(std::count_if(
      parts.begin(), parts.end(),
      [](const html::FragmentPart& part) { return !part.title.empty() && !part.blocks.empty(); }));
}

// A label on its own, such as a module's name.
bool IsSection(std::string_view words) {
  constexpr std::string_view kEnds = ".!?:;,";
  return !words.empty() && CountCodePoints(words) <= kLongestSection &&
         kEnds.find(words.back()) == std::string_view::npos &&
         words.find('\n') == std::string_view::npos;
}

bool IsContents(std::string_view title) {
  constexpr std::array<std::string_view, 7> kTitles = {
      "v-tej-stevilki", "kazalo",        "vsebina", "sadrzaj",
      "u-ovom-broju",   "in-this-issue", "contents"};
  return std::find(kTitles.begin(), kTitles.end(), Slug(title)) != kTitles.end();
}

// Whether the first part is about the issue and not yet an item.
bool IsMasthead(const IssuePart& part) {
  constexpr std::size_t kFew = 2;  // blocks
  return FindIssueNumber(part.title) ||
         (part.blocks.size() <= kFew && FindIssueNumber(TextOf(part.blocks)));
}

// Makes a section of the first block when that only names one.
void TakeSection(IssuePart& part) {
  if (part.blocks.size() < 2) return;
  const auto* paragraph = std::get_if<Paragraph>(&part.blocks.front().value);
  if (paragraph == nullptr) return;
  std::string words = PlainText(paragraph->text);
  const bool link = std::any_of(paragraph->text.begin(), paragraph->text.end(),
                                [](const Span& span) { return !span.href.empty(); });
  if (link || !IsSection(words)) return;
  part.section = std::move(words);
  part.blocks.erase(part.blocks.begin());
}

// Leaves out the foot of the issue, which lies behind its last item.
void CutFoot(std::vector<Block>& blocks) {
  const auto foot = std::find_if(blocks.begin(), blocks.end(),
                                 [](const Block& block) { return IsFoot(PlainText(block)); });
  blocks.erase(foot, blocks.end());
}

// Divides a section at its headings, which its first block is one of.
void AddSection(const html::FragmentPart& section, std::vector<IssuePart>& items) {
  const int level = std::get<Heading>(section.blocks.front().value).level;
  for (const Block& block : section.blocks) {
    const auto* heading = std::get_if<Heading>(&block.value);
    if (heading != nullptr && heading->level <= level) {
      items.push_back({PlainText(heading->text), heading->anchor, section.title, {}});
    } else {
      items.back().blocks.push_back(block);
    }
  }
}

std::string OnlineAddress(const std::vector<Block>& head) {
  for (const Block& block : head) {
    const auto* link = std::get_if<Link>(&block.value);
    if (link == nullptr) continue;
    const std::string slug = Slug(link->label);
    for (const std::string_view word : {"brskalnik", "pregledniku", "browser", "online"}) {
      if (slug.find(word) != std::string::npos) return link->href;
    }
  }
  return {};
}

// What is left when everything that is no item is taken away.
void Tidy(IssueParts& issue) {
  std::vector<IssuePart>& items = issue.items;
  if (!items.empty()) CutFoot(items.back().blocks);
  if (items.size() > 1 && IsMasthead(items.front())) {
    issue.head += items.front().title + "\n" + TextOf(items.front().blocks);
    if (issue.online.empty()) issue.online = OnlineAddress(items.front().blocks);
    items.erase(items.begin());
  }
  for (IssuePart& item : items) TakeSection(item);
  std::erase_if(items, [](const IssuePart& item) {
    return item.title.empty() || item.blocks.empty() || IsContents(item.title) ||
           IsFoot(item.title);
  });
}

// Where the title of a part is that has no head: a heading, or a paragraph that is nothing but strong.
std::optional<std::size_t> FindTitle(const std::vector<Block>& blocks) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (std::holds_alternative<Heading>(blocks[i].value)) return i;
    const auto* paragraph = std::get_if<Paragraph>(&blocks[i].value);
    if (paragraph != nullptr && paragraph->text.size() == 1 &&
        paragraph->text[0].style == Span::Style::kStrong) {
      return i;
    }
  }
  return std::nullopt;
}

// The first sentence, or as much of it as a title may have.
std::string TitleOf(std::string_view words) {
  const std::size_t end = std::min(words.find_first_of(".!?\n"), words.size());
  return std::string(TruncateCodePoints(words.substr(0, end), kLongestTitle));
}

// What lies between two rules.
void AddBetweenRules(html::FragmentPart part, IssueParts& issue, std::vector<Block>& head) {
  const bool first = issue.items.empty() && head.empty();
  const auto title = FindTitle(part.blocks);
  if (first && !title) {
    head = std::move(part.blocks);
    return;
  }
  IssuePart item;
  if (!title) {
    item.title = TitleOf(TextOf(part.blocks));
    item.blocks = std::move(part.blocks);
  } else {
    const auto at = part.blocks.begin() + static_cast<std::ptrdiff_t>(*title);
    if (const auto* heading = std::get_if<Heading>(&at->value)) item.anchor = heading->anchor;
    item.title = PlainText(*at);
    auto& before = first ? head : item.blocks;
    before.assign(part.blocks.begin(), at);
    item.blocks.insert(item.blocks.end(), at + 1, part.blocks.end());
  }
  if (!IsFoot(TextOf(item.blocks))) issue.items.push_back(std::move(item));
}

IssueParts BetweenRules(Parts parts) {
  IssueParts issue;
  std::vector<Block> head;
  for (html::FragmentPart& part : parts) AddBetweenRules(std::move(part), issue, head);
  issue.head = TextOf(head);
  issue.online = OnlineAddress(head);
  return issue;
}

IssueParts AtHeads(Parts parts) {
  IssueParts issue;
  for (html::FragmentPart& part : parts) {
    if (part.title.empty()) {
      issue.head += TextOf(part.blocks);
      if (issue.online.empty()) issue.online = OnlineAddress(part.blocks);
    } else if (!part.blocks.empty() && std::holds_alternative<Heading>(part.blocks[0].value)) {
      AddSection(part, issue.items);
    } else {
      issue.items.push_back(
          {std::move(part.title), std::move(part.anchor), {}, std::move(part.blocks)});
    }
  }
  return issue;
}

void Report(const Diagnostics& warnings, Reporter& reporter) {
  for (const Diagnostic& warning : warnings) reporter.Warn(warning.line, warning.message);
}

bool IsRule(std::string_view line) {
  constexpr std::size_t kShortest = 3;
  return line.size() >= kShortest && line.find_first_not_of(line[0]) == std::string_view::npos &&
         std::string_view("-=_*~#").find(line[0]) != std::string_view::npos;
}

// Takes a line off the text.
std::string_view TakeLine(std::string_view& text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(line.size() + 1, text.size()));
  return Trimmed(line);
}

// The text up to the next rule, which is taken off with it.
std::string_view TakeUpToRule(std::string_view& text) {
  const char* begin = text.data();
  while (!text.empty()) {
    const char* line_begin = text.data();
    if (IsRule(TakeLine(text))) return {begin, static_cast<std::size_t>(line_begin - begin)};
  }
  return {begin, static_cast<std::size_t>(text.data() - begin)};
}

IssuePart ReadTextPart(std::string_view text) {
  IssuePart part;
  while (part.title.empty() && !text.empty()) part.title = TakeLine(text);
  part.blocks = ReadPlainText(text);
  return part;
}

}  // namespace

IssueParts DivideHtml(std::string_view html, std::string_view base, Reporter& reporter) {
  const auto fragment = html::Fragment::Parse(html, base, reporter);
  if (!fragment) return {};
  std::optional<Trial> with_one;  // of the deepest level that has one
  for (const char* divider : kDividers) {
    Trial trial = Split(*fragment, divider);
    const std::size_t items = CountItems(trial.parts);
    if (items >= 2) {
      Report(trial.warnings, reporter);
      IssueParts issue = AtHeads(std::move(trial.parts));
      Tidy(issue);
      return issue;
    }
    if (items == 1) with_one = std::move(trial);
  }
  Trial trial = Split(*fragment, kRules);
  const bool rules = trial.parts.size() >= 3 || !with_one;
  if (!rules) trial = std::move(*with_one);
  Report(trial.warnings, reporter);
  IssueParts issue = rules ? BetweenRules(std::move(trial.parts)) : AtHeads(std::move(trial.parts));
  Tidy(issue);
  return issue;
}

IssueParts DivideText(std::string_view text) {
  IssueParts issue;
  // The first line may be about the issue, without a rule behind it.
  std::string_view rest = text;
  std::string_view line;
  while (line.empty() && !rest.empty()) line = TakeLine(rest);
  if (FindIssueNumber(line)) {
    issue.head = line;
    text = rest;
  }
  while (!text.empty()) {
    IssuePart part = ReadTextPart(TakeUpToRule(text));
    if (!part.title.empty()) issue.items.push_back(std::move(part));
  }
  Tidy(issue);
  return issue;
}

}  // namespace pomocnik::kb::newsletter
