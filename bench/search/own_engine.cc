#include <utility>

#include "bench/search/engine.h"
#include "index/fts/builder.h"
#include "index/fts/catalog.h"

namespace pomocnik::bench {
namespace {

class OwnEngine : public Engine {
 public:
  explicit OwnEngine(std::string folder) : folder_(std::move(folder)) {}

  std::string name() const override { return "pomocnik"; }

  Status Build(const kb::Library& library) override {
    index::BuildOptions options;
    options.folder = folder_;
    ASSIGN_OR_RETURN(index::BuildSummary summary,
                     index::BuildIndex(library, options, SystemClock()));
    return {};
  }

  Status Open() override {
    std::vector<index::Refusal> refusals;
    ASSIGN_OR_RETURN(searcher_, index::OpenNewest(folder_, refusals));
    return {};
  }

  Result<std::vector<std::string>> Search(const std::string& question) override {
    ASSIGN_OR_RETURN(index::SearchResult result,
                     searcher_->Search({question, {}, 10, SystemClock().Now()}));
    std::vector<std::string> ids;
    for (const auto& hit : result.hits) ids.push_back(hit.article.id);
    return ids;
  }

  Status Suggest(const std::string& typed) override {
    index::SuggestQuery query;
    query.typed = typed;
    query.now = SystemClock().Now();
    ASSIGN_OR_RETURN(auto groups, searcher_->Suggest(query));
    return {};
  }

 private:
  std::string folder_;
  std::shared_ptr<const index::Searcher> searcher_;
};

}  // namespace

std::unique_ptr<Engine> MakeOwnEngine(std::string folder) {
  return std::make_unique<OwnEngine>(std::move(folder));
}

}  // namespace pomocnik::bench
