// Gives the articles of a source their ids, writes what is new or has changed, and tells what is different.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "kb/import/import_report.h"
#include "kb/import/read_result.h"
#include "kb/import/source_state.h"
#include "kb/import/staging.h"

namespace pomocnik::kb {

class ArticleKeeper {
 public:
  // `known` is the present state. An id that an address once had stays its own. All must outlive the keeper.
  ArticleKeeper(const KnownDocuments& known, Staging& staging, SourceReport& report);

  // What was read of a document; an article whose address another one has is left out with an error among `diagnostics`.
  Result<std::vector<KnownArticle>> Keep(const std::vector<ReadArticle>& articles,
                                         Diagnostics& diagnostics);

  // The articles of a document that is as it was, or was refused.
  Result<std::vector<KnownArticle>> KeepAsTheyWere(const std::vector<KnownArticle>& articles);

  // Reports what nobody has kept as removed.
  void ReportRemoved();

 private:
  std::string IdFor(const ReadArticle& article);
  Result<KnownArticle> KeepOne(const ReadArticle& article);

  const KnownDocuments& known_;
  Staging& staging_;
  SourceReport& report_;
  std::map<std::string, const KnownArticle*, std::less<>> by_address_;  // as it was
  std::set<std::string> taken_;                                         // ids
  std::set<std::string> used_ids_;                                      // of what is kept
  std::set<std::string> addresses_;                                     // likewise
};

}  // namespace pomocnik::kb
