#include "kb/recognition/kind.h"

#include <algorithm>
#include <string>
#include <utility>

#include "kb/markdown/slug.h"
#include "kb/recognition/words.h"

namespace pomocnik::kb::recognition {
namespace {

constexpr std::size_t kShortText = 1200;  // bytes: what F1 pages seldom exceed
constexpr std::size_t kStubText = 300;    // bytes
constexpr std::size_t kGuideSteps = 10;

// What an article is made of.
struct Build {
  std::size_t steps = 0;  // those at the top
  bool lists_releases = false;
  bool has_link_block = false;
  std::size_t text = 0;  // bytes
};

bool ListsReleases(const Table& table) {
  const auto named = [&](std::string_view name) {
    return std::any_of(table.header.begin(), table.header.end(), [&](const Text& cell) {
      return BeginsWithWords(Slug(PlainText(cell)), name);
    });
  };
  return (named("novost") || named("novosti") || named("sprememba") || named("opis")) &&
         (named("verzija") || named("razlicica"));
}

Build BuildOf(const Article& article) {
  Build build;
  for (const Block& block : article.blocks) {
    build.text += PlainText(block).size();
    if (const auto* steps = std::get_if<Steps>(&block.value)) build.steps += steps->items.size();
    if (const auto* table = std::get_if<Table>(&block.value)) {
      build.lists_releases = build.lists_releases || ListsReleases(*table);
    }
    build.has_link_block = build.has_link_block || std::holds_alternative<Link>(block.value);
  }
  return build;
}

class KindGuesser {
 public:
  KindGuesser(const ImportedArticle& imported, const std::vector<KindNames>& kinds)
      : imported_(imported),
        kinds_(kinds),
        title_(Slug(imported.article.title)),
        address_(
            SlugOfAddress(imported.article.url.empty() ? imported.address : imported.article.url)),
        build_(BuildOf(imported.article)) {}

  std::optional<Guess<Kind>> Best() && {
    if (!imported_.attachments.empty())
      Consider(best_, {Kind::kStub, 0.95, "it leads to an attachment"});
    if (imported_.article.issue)
      Consider(best_, {Kind::kNewsletter, 0.8, "it has the number of an issue"});
    if (build_.lists_releases)
      Consider(best_, {Kind::kRelease, 0.95, "a table of news and versions"});
    for (const KindNames& names : kinds_) ConsiderNames(names);
    ConsiderBuild();
    return std::move(best_);
  }

 private:
  void ConsiderNames(const KindNames& names) {
    const auto any = [](const std::vector<std::string>& list, const auto& fits) {
      return std::find_if(list.begin(), list.end(), fits) != list.end();
    };
    if (any(names.titles, [&](const auto& name) { return title_ == name; })) {
      Consider(best_, {names.kind, 0.9, "the title"});
    }
    if (any(names.title_begins, [&](const auto& name) { return BeginsWithWords(title_, name); })) {
      Consider(best_, {names.kind, 0.85, "the beginning of the title"});
    }
    if (any(names.title_words, [&](const auto& name) { return HasWords(title_, name); })) {
      Consider(best_, {names.kind, 0.85, "words of the title"});
    }
    if (any(names.slug_words, [&](const auto& name) { return HasWords(address_, name); })) {
      Consider(best_, {names.kind, 0.85, "words of the address"});
    }
    for (const std::string& entry : imported_.breadcrumb) {
      const std::string slug = Slug(entry);
      if (any(names.breadcrumbs, [&](const auto& name) { return slug == name; })) {
        Consider(best_, {names.kind, 0.9, "the breadcrumb's " + entry});
      }
    }
  }

  void ConsiderBuild() {
    const bool has_screen = !imported_.article.f1.empty();
    if (has_screen && build_.steps == 0 && build_.text <= kShortText) {
      Consider(best_, {Kind::kF1, 0.75, "it is short and belongs to a screen"});
    }
    if (build_.has_link_block && build_.steps == 0 && build_.text <= kStubText && LeadsOnly()) {
      Consider(best_, {Kind::kStub, 0.7, "there is little but a link"});
    }
    if (build_.steps >= kGuideSteps && !has_screen) {
      Consider(best_, {Kind::kGuide, 0.6, std::to_string(build_.steps) + " steps"});
    }
    if (build_.steps > 0) Consider(best_, {Kind::kTip, 0.6, "it has steps"});
  }

  // One paragraph at most beside links.
  bool LeadsOnly() const {
    const auto& blocks = imported_.article.blocks;
    return std::count_if(blocks.begin(), blocks.end(), [](const Block& block) {
             return !std::holds_alternative<Link>(block.value);
           }) <= 1;
  }

  const ImportedArticle& imported_;
  const std::vector<KindNames>& kinds_;
  std::string title_;
  std::string address_;
  Build build_;
  std::optional<Guess<Kind>> best_;
};

}  // namespace

std::optional<Guess<Kind>> GuessKind(const ImportedArticle& imported,
                                     const std::vector<KindNames>& kinds) {
  return KindGuesser(imported, kinds).Best();
}

}  // namespace pomocnik::kb::recognition
