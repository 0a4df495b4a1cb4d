#include "index/fts/article_digests.h"

#include "base/sha256.h"
#include "index/fts/manifest.h"
#include "index/fts/sql.h"
#include "index/sqlite/database.h"

namespace pomocnik::index {
namespace {

// SHA-256, its bytes as they are.
std::string Digest(std::string_view text) {
  Sha256 sha256;
  sha256.Add(text);
  return sha256.Finish();
}

}  // namespace

Result<std::vector<ArticleDigest>> ReadArticleDigests(const std::string& folder,
                                                      const std::string& version) {
  ASSIGN_OR_RETURN(auto database, sqlite::Database::Open(IndexFile(folder, version),
                                                         sqlite::OpenMode::kImmutable));
  ASSIGN_OR_RETURN(auto list, database.Prepare(sql::kArticleListTexts));
  std::vector<ArticleDigest> digests;
  while (true) {
    ASSIGN_OR_RETURN(const auto step, list.Step());
    if (step == sqlite::Step::kDone) return digests;
    digests.push_back({std::string(list.Text(0)), std::string(list.Text(1)), Digest(list.Text(2))});
  }
}

}  // namespace pomocnik::index
