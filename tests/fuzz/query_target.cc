// From a question to FTS5 and to a ranked result, over an index of a part of the tree's knowledge base. Input: module, app and
// screen asked from, a line each; then the question.
#include <cstdio>
#include <ctime>

#include "index/fts/builder.h"
#include "index/fts/catalog.h"
#include "kb/import/directory_reader.h"
#include "tests/fuzz/target.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_folder.h"

namespace pomocnik::fuzz {
namespace {

// Of the processor, under the sanitizers; the search's own limit is on the clock.
constexpr double kMostSeconds = 0.15;

// All words of the lexicon, but only every tenth article: a question then costs a fraction.
void KeepFew(std::vector<kb::SourceArticle>& articles) {
  std::vector<kb::SourceArticle> few;
  for (std::size_t i = 0; i < articles.size(); i += 10) few.push_back(std::move(articles[i]));
  articles = std::move(few);
}

struct World {
  testing::TempFolder folder;
  testing::FakeClock clock;
  std::shared_ptr<const index::Searcher> searcher;

  World() {
    kb::ReadOptions read;
    read.kb_folder = POMOCNIK_SOURCE_DIR "/kb";
    auto report = kb::ReadKnowledgeBase(read);
    Require(report.has_value(), "the knowledge base is read");
    KeepFew(report->library.articles);
    index::BuildOptions options;
    options.folder = folder.File("index");
    Require(index::BuildIndex(report->library, options, clock).has_value(), "the index is built");
    std::vector<index::Refusal> refusals;
    auto opened = index::OpenNewest(options.folder, refusals);
    Require(opened.has_value(), "the index is opened");
    searcher = std::move(*opened);
  }
};

template <typename T>
void RequireValue(const Result<T>& result, std::string_view property) {
  if (!result) std::fprintf(stderr, "%s\n", result.error().message.c_str());
  Require(result.has_value(), property);
}

void CheckHits(const index::SearchResult& result, std::string_view typed, std::size_t limit) {
  Require(result.hits.size() <= limit, "no more hits than asked for");
  Require(result.confidence >= 0 && result.confidence <= 1, "a confidence is a probability");
  double last = 0;
  for (const index::Hit& hit : result.hits) {
    Require(&hit == result.hits.data() || hit.score <= last, "the best comes first");
    last = hit.score;
  }
  for (const index::QueryTerm& term : result.terms) {
    Require(
        !term.word.empty() && IsValidUtf8(term.word) && typed.find(term.word) != std::string::npos,
        "a word is told as it was typed");
    Require(IsValidUtf8(term.lemma) && IsValidUtf8(term.read_as), "words are read as text");
  }
}

}  // namespace

void RunInput(std::string_view input) {
  static const World world;
  const std::string text = Utf8Of(input);
  std::string_view rest = text;
  index::Query query;
  query.context.module = TakeLine(rest);
  query.context.app = TakeLine(rest);
  query.context.screen = TakeLine(rest);
  query.text = rest;
  query.limit = 5;
  query.now = world.clock.Now();

  const std::clock_t begin = std::clock();
  const auto result = world.searcher->Search(query);
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  Require(seconds < kMostSeconds, "a search costs little");
  // On a busy machine a search that costs nothing may still run into its time limit.
  if (result || result.error().code != ErrorCode::kUnavailable) {
    RequireValue(result, "a search has a result");
    CheckHits(*result, query.text, 5);
  }
  const auto groups = world.searcher->Suggest({query.text, query.context, 5, query.now});
  RequireValue(groups, "suggesting has a result");
  std::size_t suggestions = 0;
  for (const auto& group : *groups) suggestions += group.suggestions.size();
  Require(suggestions <= 5, "no more suggestions than asked for");
  RequireValue(world.searcher->FindScreen(query.context.app, query.context.screen),
               "a screen has a result");
}

}  // namespace pomocnik::fuzz
