#include "kb/import/article_keeper.h"

#include <utility>

#include "base/sha256.h"
#include "kb/markdown/address.h"
#include "kb/recognition/article_id.h"

namespace pomocnik::kb {

ArticleKeeper::ArticleKeeper(const KnownDocuments& known, Staging& staging, SourceReport& report)
    : known_(known), staging_(staging), report_(report) {
  for (const KnownDocument& document : known_.documents) {
    for (const KnownArticle& article : document.articles) {
      by_address_.emplace(article.address, &article);
      taken_.insert(article.id);
    }
  }
}

std::string ArticleKeeper::IdFor(const ReadArticle& article) {
  const auto known = by_address_.find(article.address);
  const bool states_one = IsArticleId(article.id) && !used_ids_.contains(article.id);
  if (states_one && !taken_.contains(article.id)) {
    taken_.insert(article.id);
    return article.id;
  }
  if (known != by_address_.end() && !used_ids_.contains(known->second->id)) {
    return known->second->id;
  }
  ImportedArticle named;
  named.address = article.address;
  named.article.url = article.url;
  named.article.title = article.title;
  return recognition::ArticleIdFor(named, taken_);
}

Result<KnownArticle> ArticleKeeper::KeepOne(const ReadArticle& article) {
  KnownArticle kept{IdFor(article), article.address, article.title, "", article.media};
  const std::string text = WithId(article.file, kept.id);
  kept.hash = Sha256Hex(text);
  used_ids_.insert(kept.id);
  addresses_.insert(kept.address);
  const auto known = by_address_.find(article.address);
  const bool is_known = known != by_address_.end() && known->second->id == kept.id;
  if (is_known && known->second->hash == kept.hash) {
    RETURN_IF_ERROR(staging_.KeepArticle(kept.id));
    return kept;
  }
  RETURN_IF_ERROR(staging_.WriteArticle(kept.id, text));
  auto& list = is_known ? report_.changed : report_.added;
  list.push_back({kept.id, kept.title, kept.address, "", article.findings});
  return kept;
}

Result<std::vector<KnownArticle>> ArticleKeeper::Keep(const std::vector<ReadArticle>& articles,
                                                      Diagnostics& diagnostics) {
  std::vector<KnownArticle> kept;
  kept.reserve(articles.size());
  for (const ReadArticle& article : articles) {
    if (addresses_.contains(article.address)) {
      diagnostics.push_back(
          {Severity::kError, article.address, 0,
           "another article of the source has this address: '" + article.title + "' is left out"});
      continue;
    }
    ASSIGN_OR_RETURN(KnownArticle one, KeepOne(article));
    kept.push_back(std::move(one));
  }
  return kept;
}

Result<std::vector<KnownArticle>> ArticleKeeper::KeepAsTheyWere(
    const std::vector<KnownArticle>& articles) {
  std::vector<KnownArticle> kept;
  kept.reserve(articles.size());
  for (const KnownArticle& article : articles) {
    if (!addresses_.insert(article.address).second) continue;
    RETURN_IF_ERROR(staging_.KeepArticle(article.id));
    used_ids_.insert(article.id);
    kept.push_back(article);
  }
  return kept;
}

void ArticleKeeper::ReportRemoved() {
  for (const KnownDocument& document : known_.documents) {
    for (const KnownArticle& article : document.articles) {
      if (used_ids_.contains(article.id)) continue;
      report_.removed.push_back({article.id, article.title, article.address, "", {}});
    }
  }
}

}  // namespace pomocnik::kb
