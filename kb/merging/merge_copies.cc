#include "kb/merging/merge_copies.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/latin.h"
#include "base/resemblance.h"
#include "kb/links.h"
#include "kb/markdown/address.h"
#include "kb/markdown/slug.h"
#include "kb/merging/rewritten.h"

namespace pomocnik::kb {
namespace {

constexpr std::size_t kEnoughWords = 20'000;  // of a text that are compared

// The words of a text, into which they are views.
std::vector<std::string_view> WordsOf(std::string_view text) {
  constexpr std::string_view kGaps = " \n\t.,;:!?()[]\"'/|-";
  std::vector<std::string_view> words;
  words.reserve(text.size() / 6);
  for (std::size_t begin = 0; words.size() < kEnoughWords;) {
    begin = text.find_first_not_of(kGaps, begin);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(text.find_first_of(kGaps, begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return words;
}

// The host of a web address and the slug of its last part.
struct Place {
  std::string host;
  std::string slug;
  bool copied = false;  // the address ends in "-0"
};

Place PlaceOf(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("?#"));
  while (url.ends_with('/')) url.remove_suffix(1);
  const std::size_t slash = url.find('/');
  if (slash == std::string_view::npos) return {};
  Place place{.host = std::string(url.substr(0, slash)),
              .slug = Slug(url.substr(url.rfind('/') + 1))};
  place.copied = place.slug.ends_with("-0");
  if (place.copied) place.slug.resize(place.slug.size() - 2);
  return place;
}

// What tells whether two articles are copies.
struct Likeness {
  Place place;
  std::string title;  // as a slug
  std::size_t words = 0;
  Sketch sketch;
};

// Marks and case do not count, so that a copy with other typography is the same.
Likeness LikenessOf(const Article& article) {
  std::string text;
  for (const Block& block : article.blocks) text += PlainText(block) + "\n";
  text = PlainLetters(text);
  const std::vector<std::string_view> words = WordsOf(text);
  return {.place = PlaceOf(article.url),
          .title = Slug(article.title),
          .words = words.size(),
          .sketch = SketchOf(words)};
}

template <typename T>
bool Differ(const std::optional<T>& one, const std::optional<T>& other) {
  return one && other && *one != *other;
}

bool Differ(const std::string& one, const std::string& other) {
  return !one.empty() && !other.empty() && one != other;
}

bool MayBeCopies(const SourceArticle& one, const SourceArticle& other) {
  const Article& a = one.article;
  const Article& b = other.article;
  if (one.source.empty() && other.source.empty()) return false;
  return a.lang == b.lang && !Differ(a.version_from, b.version_from) &&
         !Differ(a.version_to, b.version_to) && !Differ(a.valid_from, b.valid_from) &&
         !Differ(a.valid_to, b.valid_to) && !Differ(a.issue, b.issue);
}

std::string TwoDecimals(double share) {
  const std::string hundredths = std::to_string(static_cast<int>(share * 100));
  if (hundredths.size() > 2) return "1.00";
  return "0." + std::string(2 - hundredths.size(), '0') + hundredths;
}

template <typename T>
void AddMissing(std::vector<T>& list, const std::vector<T>& more) {
  for (const T& each : more) {
    if (std::find(list.begin(), list.end(), each) == list.end()) list.push_back(each);
  }
}

class CopyMerger {
 public:
  explicit CopyMerger(Library& library) : articles_(library.articles) {
    likeness_.reserve(articles_.size());
    for (const SourceArticle& each : articles_) likeness_.push_back(LikenessOf(each.article));
    original_.resize(articles_.size());
    changed_.resize(articles_.size(), false);
  }

  MergeReport Merge() && {
    FindCopies();
    GiveIds();
    for (std::size_t i = 0; i < articles_.size(); ++i) {
      if (original_[i] != i) TakeOver(i);
    }
    for (std::size_t i = 0; i < articles_.size(); ++i) FollowIds(i);
    RemoveCopies();
    return std::move(report_);
  }

 private:
  std::vector<std::size_t> InOrderOfPreference() const {
    std::vector<std::size_t> order(articles_.size());
    std::iota(order.begin(), order.end(), 0);
    const auto rank = [this](std::size_t i) {
      const SourceArticle& each = articles_[i];
      return std::tuple(!each.source.empty(), each.article.kind == Kind::kStub,
                        likeness_[i].place.copied);
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      if (rank(a) != rank(b)) return rank(a) < rank(b);
      return articles_[a].article.updated > articles_[b].article.updated;
    });
    return order;
  }

  void FindCopies() {
    SketchTable texts;
    std::unordered_map<std::string, std::vector<std::size_t>> slugs;
    for (const std::size_t i : InOrderOfPreference()) {
      original_[i] = i;
      std::vector<std::size_t> candidates = texts.Like(likeness_[i].sketch);
      const std::string& slug = likeness_[i].place.slug;
      if (!slug.empty())
        candidates.insert(candidates.end(), slugs[slug].begin(), slugs[slug].end());
      for (const std::size_t candidate : candidates) {
        std::string why = WhyCopy(i, candidate);
        if (why.empty()) continue;
        original_[i] = candidate;
        why_[i] = std::move(why);
        break;
      }
      if (original_[i] != i) continue;
      texts.Add(likeness_[i].sketch, i);
      if (!slug.empty()) slugs[slug].push_back(i);
    }
  }

  // Empty: they are none.
  std::string WhyCopy(std::size_t i, std::size_t original) const {
    const Likeness& a = likeness_[i];
    const Likeness& b = likeness_[original];
    if (!MayBeCopies(articles_[i], articles_[original])) return "";
    const double share = Resemblance(a.sketch, b.sketch);
    const bool same_slug =
        !a.place.slug.empty() && a.place.slug == b.place.slug && a.place.host != b.place.host;
    if (same_slug && share >= kSameSlug)
      return "one slug and " + TwoDecimals(share) + " of the text";
    if (share < kSameText) return "";
    const bool same_head =
        a.title == b.title && articles_[i].article.module == articles_[original].article.module;
    const bool long_elsewhere = articles_[i].source != articles_[original].source &&
                                std::min(a.words, b.words) >= kLongText;
    if (!same_head && !long_elsewhere) return "";
    return TwoDecimals(share) + " of the text";
  }

  // Ids that two different articles have. Within one source the later is left out when the library is checked.
  void GiveIds() {
    std::map<std::string, std::string> owners;  // id -> source
    for (const SourceArticle& each : articles_) {
      if (each.source.empty()) owners.emplace(each.article.id, "");
    }
    for (std::size_t i = 0; i < articles_.size(); ++i) {
      SourceArticle& each = articles_[i];
      ids_[{each.source, each.article.id}] = i;
      if (original_[i] != i || each.source.empty()) continue;
      const auto [owner, is_new] = owners.emplace(each.article.id, each.source);
      if (!is_new && owner->second != each.source) Rename(each, i, owners);
    }
  }

  void Rename(SourceArticle& each, std::size_t i, std::map<std::string, std::string>& owners) {
    constexpr std::size_t kLongestId = 100;
    std::string stem = each.article.id + "-" + each.source;
    stem.resize(std::min(stem.size(), kLongestId - 4));
    std::string id = stem;
    for (int number = 2; !owners.emplace(id, each.source).second; ++number) {
      id = stem + "-" + std::to_string(number);
    }
    report_.renamed.push_back({each.source, each.article.id, id});
    each.article.id = std::move(id);
    changed_[i] = true;
  }

  void TakeOver(std::size_t copy) {
    const std::size_t kept = original_[copy];
    Article& article = articles_[kept].article;
    const Article& other = articles_[copy].article;
    std::vector<std::string> names = {other.url, other.id};
    AddMissing(names, other.aliases);
    std::erase_if(names, [&](const std::string& name) {
      return name.empty() || name == article.url || name == article.id ||
             BelongsToAnother(name, kept);
    });
    AddMissing(article.aliases, names);
    AddMissing(article.f1, other.f1);
    AddMissing(article.questions, other.questions);
    AddMissing(article.tags, other.tags);
    changed_[kept] = true;
    report_.merged.push_back(
        {article.id, other.id, articles_[copy].source, articles_[copy].file, why_[copy]});
  }

  bool BelongsToAnother(const std::string& id, std::size_t kept) {
    if (living_.empty()) {
      for (std::size_t i = 0; i < articles_.size(); ++i) {
        if (original_[i] == i) living_.emplace(articles_[i].article.id, i);
      }
    }
    const auto found = living_.find(id);
    return found != living_.end() && found->second != kept;
  }

  // What an article of this source called `id` is called now.
  std::string IdNow(const std::string& source, const std::string& id) const {
    const auto found = ids_.find({source, id});
    return found == ids_.end() ? id : articles_[original_[found->second]].article.id;
  }

  void FollowIds(std::size_t i) {
    if (original_[i] != i) return;
    SourceArticle& each = articles_[i];
    std::vector<std::string> related;
    for (const std::string& id : each.article.related) {
      const std::string now = IdNow(each.source, id);
      if (now != each.article.id || id == each.article.id) AddMissing(related, {now});
    }
    if (related != each.article.related) changed_[i] = true;
    each.article.related = std::move(related);
    const std::size_t replaced =
        ReplaceAddresses(each.article.blocks, [&](const std::string& href) {
          const std::string id(LinkedArticle(href));
          return id.empty() ? href : ArticleAddress(IdNow(each.source, id));
        });
    if (replaced > 0) {
      RewriteWhole(each);
    } else if (changed_[i]) {
      RewriteHead(each);
    }
  }

  void RemoveCopies() {
    std::vector<SourceArticle> kept;
    kept.reserve(articles_.size());
    for (std::size_t i = 0; i < articles_.size(); ++i) {
      if (original_[i] == i) kept.push_back(std::move(articles_[i]));
    }
    articles_ = std::move(kept);
  }

  std::vector<SourceArticle>& articles_;
  std::vector<Likeness> likeness_;
  std::vector<std::size_t> original_;       // what each is a copy of, or itself
  std::map<std::size_t, std::string> why_;  // by copy
  std::map<std::pair<std::string, std::string>, std::size_t>
      ids_;                                    // source and id as read -> article
  std::map<std::string, std::size_t> living_;  // id -> article that stays
  std::vector<bool> changed_;
  MergeReport report_;
};

}  // namespace

MergeReport MergeCopies(Library& library) {
  const bool imported = std::any_of(library.articles.begin(), library.articles.end(),
                                    [](const SourceArticle& each) { return !each.source.empty(); });
  return imported ? CopyMerger(library).Merge() : MergeReport{};
}

}  // namespace pomocnik::kb
