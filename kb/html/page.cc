#include "kb/html/page.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "kb/dates/written_dates.h"
#include "kb/html/block_reader.h"
#include "kb/html/decoding.h"
#include "kb/html/fragment.h"
#include "kb/html/limits.h"
#include "kb/html/page_facts.h"
#include "kb/html/reference.h"
#include "kb/links.h"
#include "kb/markdown/reporter.h"
#include "kb/markdown/slug.h"

namespace pomocnik::kb::html {
namespace {

using Role = Mark::Role;

// A page of fewer words with a file beside them says no more than that the file is there.
constexpr std::size_t kMostWordsOfStub = 60;
// Code points. More is a text that stands where a title should.
constexpr std::size_t kLongestTitle = 300;

std::size_t CountWords(const std::vector<Block>& blocks) {
  std::size_t words = 0;
  for (const Block& block : blocks) {
    std::string text = Collapsed(PlainText(block));
    if (!text.empty())
      words += 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
  }
  return words;
}

// Paragraphs, headings and links: what may be noise by its words.
bool HasWords(const Block& block, const std::vector<std::string>& noise) {
  bool is_short = std::holds_alternative<Paragraph>(block.value) ||
                  std::holds_alternative<Heading>(block.value) ||
                  std::holds_alternative<Link>(block.value);
  if (!is_short) return false;
  std::string text = PlainText(block);
  return std::find(noise.begin(), noise.end(), text) != noise.end();
}

class PageReader {
 public:
  PageReader(const SourceDocument& document, const Rules& rules, const SourceDefaults& defaults,
             const Tree& tree, Reporter& reporter)
      : document_(document), rules_(rules), defaults_(defaults), tree_(tree), reporter_(reporter) {}

  std::vector<ImportedArticle> Read() {
    data_ = ReadJsonLd(Scripts(), reporter_);
    SetMarks();
    facts_ = ReadPageFacts({tree_, marks_, document_, rules_, defaults_}, data_);
    MarkTitle();
    std::vector<ImportedArticle> articles =
        rules_.items ? ReadItems() : std::vector<ImportedArticle>{};
    if (articles.empty()) articles = ReadWhole();
    if (articles.empty()) reporter_.Warn(0, "no content is found");
    return articles;
  }

 private:
  std::vector<std::string> Scripts() const {
    auto selector = Selector::Compile("//script[@type='application/ld+json']");
    return tree_.Values(*selector);
  }

  void SetMarks() {
    if (rules_.items) {
      const Rules::Items& items = *rules_.items;
      if (!items.title) Set(items.select, {.role = Role::kHead, .label = ""});
      if (!items.title && items.group) Set(*items.group, {.role = Role::kGroup, .label = ""});
    }
    for (const auto& [select, mark] : rules_.markings) Set(select, mark);
  }

  // The title is no part of the text.
  void MarkTitle() {
    const bool is_page_title = facts_.title_node != nullptr && !rules_.items;
    if (is_page_title)
      marks_.try_emplace(facts_.title_node, Mark{.role = Role::kNoise, .label = ""});
  }

  void Set(const Selector& select, const Mark& mark) {
    for (const Node* node : tree_.Select(select)) marks_.try_emplace(node, mark);
  }

  // The elements that hold the content, none within another.
  std::vector<const Node*> ContentNodes() const {
    std::vector<const Node*> chosen;
    if (rules_.content.empty() && tree_.root() != nullptr) chosen.push_back(tree_.root());
    for (const Selector& selector : rules_.content) {
      for (const Node* node : tree_.Select(selector)) {
        if (IsElement(node) && !LiesIn(node, chosen)) chosen.push_back(node);
      }
      if (!chosen.empty()) break;
    }
    return chosen;
  }

  static bool LiesIn(const Node* node, const std::vector<const Node*>& others) {
    // In the order of the page an outer element stands right before what is in it.
    for (; node != nullptr; node = ParentOf(node)) {
      if (!others.empty() && others.back() == node) return true;
    }
    return false;
  }

  std::vector<Part> PartsOf(const std::vector<const Node*>& nodes) const {
    BlockReader reader(marks_, facts_.addresses, reporter_);
    for (const Node* node : nodes) reader.Read(node);
    std::vector<Part> parts = reader.Take();
    for (Part& part : parts) {
      std::erase_if(part.blocks,
                    [&](const Block& block) { return HasWords(block, rules_.text_noise); });
    }
    return parts;
  }

  std::vector<ImportedArticle> ReadWhole() {
    // Where no items are found, their heads are headings as any other.
    std::erase_if(marks_, [](const auto& entry) {
      return entry.second.role == Role::kHead || entry.second.role == Role::kGroup;
    });
    std::vector<Block> blocks;
    for (Part& part : PartsOf(ContentNodes())) {
      std::move(part.blocks.begin(), part.blocks.end(), std::back_inserter(blocks));
    }
    DropTitle(facts_.title, blocks);
    ImportedArticle imported = NewArticle(facts_.title, std::move(blocks));
    AddStructuredData(imported.article);
    if (imported.article.blocks.empty()) return {};
    imported.address = document_.address;
    imported.article.url = facts_.url;
    imported.article.updated = facts_.updated;
    imported.article.f1 = facts_.screens;
    imported.article.tags = facts_.tags;
    imported.aliases = facts_.aliases;
    imported.breadcrumb = facts_.breadcrumb;
    if (rules_.stub && !tree_.Select(*rules_.stub).empty()) imported.kind = Kind::kStub;
    std::vector<ImportedArticle> articles;
    articles.push_back(std::move(imported));
    return articles;
  }

  std::vector<ImportedArticle> ReadItems() {
    std::vector<ImportedArticle> articles;
    if (rules_.items->title) {
      for (Node* node : tree_.Select(rules_.items->select)) ReadContainer(node, articles);
      return articles;
    }
    for (Part& part : PartsOf(ContentNodes())) {
      if (part.head == nullptr) continue;
      auto updated = rules_.items->date ? FindDate(ItemDate(part.head)) : std::nullopt;
      ImportedArticle imported = NewArticle(ValueOf(part.head), std::move(part.blocks));
      imported.article.updated = updated ? updated : facts_.updated;
      AddItem(part.head, part.group, std::move(imported), articles);
    }
    return articles;
  }

  void ReadContainer(Node* node, std::vector<ImportedArticle>& articles) {
    std::vector<Node*> titles = tree_.Select(*rules_.items->title, node);
    if (titles.empty()) return;
    marks_[titles.front()] = {.role = Role::kNoise, .label = ""};
    std::vector<Part> parts = PartsOf({node});
    ImportedArticle imported = NewArticle(ValueOf(titles.front()), std::move(parts.front().blocks));
    auto updated = rules_.items->date ? FindDate(ItemDate(node)) : std::nullopt;
    imported.article.updated = updated ? updated : facts_.updated;
    AddItem(node, rules_.items->group ? tree_.Value(*rules_.items->group, node) : "",
            std::move(imported), articles);
  }

  std::string ItemDate(const Node* node) const {
    return tree_.Value(*rules_.items->date, const_cast<Node*>(node));
  }

  void AddItem(const Node* node, const std::string& group, ImportedArticle imported,
               std::vector<ImportedArticle>& articles) {
    if (imported.article.blocks.empty() || imported.article.title.empty()) {
      return reporter_.Warn(LineOf(node), "an item without a title or content is left out");
    }
    std::string anchor = Attribute(node, "id");
    const bool is_addressed = !anchor.empty();
    if (!is_addressed) anchor = Slug(imported.article.title);
    std::string unique = anchor;
    for (int number = 2; !anchors_.insert(unique).second; ++number) {
      unique = anchor + "-" + std::to_string(number);
    }
    imported.address = document_.address + "#" + unique;
    imported.article.url = facts_.url;
    if (is_addressed && !facts_.url.empty()) imported.article.url += "#" + anchor;
    imported.breadcrumb = facts_.breadcrumb;
    if (!group.empty()) imported.breadcrumb.push_back(group);
    articles.push_back(std::move(imported));
  }

  ImportedArticle NewArticle(std::string title, std::vector<Block> blocks) const {
    ImportedArticle imported;
    Article& article = imported.article;
    title.resize(TruncateCodePoints(title, kLongestTitle).size());
    article.title = title.empty() ? NameOfAddress() : std::move(title);
    article.lang = facts_.lang;
    article.blocks = std::move(blocks);
    imported.kind = facts_.kind;
    std::set<std::string> links = LinkedAddresses(article);
    std::copy_if(links.begin(), links.end(), std::back_inserter(imported.attachments),
                 [](const std::string& address) { return IsAttachment(address); });
    if (CountWords(article.blocks) > kMostWordsOfStub) imported.attachments.clear();
    if (!imported.attachments.empty()) imported.kind = Kind::kStub;
    return imported;
  }

  // What a page is called that has no title.
  std::string NameOfAddress() const {
    const std::string_view name = LastPart(document_.address);
    return name.empty() ? document_.address : std::string(name);
  }

  // A title that the rules do not know of stands at the beginning.
  static void DropTitle(const std::string& title, std::vector<Block>& blocks) {
    if (blocks.empty()) return;
    const auto* heading = std::get_if<Heading>(&blocks.front().value);
    if (heading != nullptr && Slug(PlainText(heading->text)) == Slug(title))
      blocks.erase(blocks.begin());
  }

  // Questions are other ways to ask for the page; where the page itself has nothing to read, they and the steps are its text.
  void AddStructuredData(Article& article) {
    for (const auto& question : data_.questions) {
      if (!question.name.empty()) article.questions.push_back(question.name);
    }
    if (!article.blocks.empty()) return;
    Steps steps;
    for (const auto& step : data_.steps) {
      std::vector<Block> blocks = ReadHtmlFragment(step.html, facts_.addresses.links, reporter_);
      if (!step.name.empty()) {
        Span name{.text = step.name, .style = Span::Style::kStrong, .href = ""};
        blocks.insert(blocks.begin(), Block{Paragraph{{std::move(name)}}});
      }
      if (!blocks.empty()) steps.items.push_back({std::move(blocks)});
    }
    if (!steps.items.empty()) article.blocks.push_back({std::move(steps)});
    AnchorNames anchors;
    for (const auto& question : data_.questions) {
      std::vector<Block> blocks =
          ReadHtmlFragment(question.html, facts_.addresses.links, reporter_);
      if (blocks.empty() || question.name.empty()) continue;
      article.blocks.push_back({Heading{2, anchors.Next(question.name), PlainSpan(question.name)}});
      std::erase_if(
          blocks, [](const Block& block) { return std::holds_alternative<Heading>(block.value); });
      std::move(blocks.begin(), blocks.end(), std::back_inserter(article.blocks));
    }
  }

  const SourceDocument& document_;
  const Rules& rules_;
  const SourceDefaults& defaults_;
  const Tree& tree_;
  Reporter& reporter_;
  StructuredData data_;
  PageFacts facts_;
  Marks marks_;
  std::set<std::string> anchors_;  // of items
};

}  // namespace

Imported ReadHtmlPage(const SourceDocument& document, const Rules& rules,
                      const SourceDefaults& defaults) {
  Imported imported;
  Reporter reporter(document.address, imported.diagnostics);
  if (document.bytes.size() > kMaxHtmlBytes) {
    reporter.Fail(0, "larger than 2 MiB");
    return imported;
  }
  std::string text = DecodePage(document.bytes, document.charset, reporter);
  if (auto tree = Tree::Parse(text, reporter)) {
    imported.articles = PageReader(document, rules, defaults, *tree, reporter).Read();
  }
  return imported;
}

}  // namespace pomocnik::kb::html
