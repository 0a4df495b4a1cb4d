#include "index/fts/searcher.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "index/fts/article_table.h"
#include "index/fts/candidates.h"
#include "index/fts/collector.h"
#include "index/fts/connection_pool.h"
#include "index/fts/screen_table.h"
#include "index/fts/sql.h"
#include "index/fts/suggestible.h"
#include "index/fts/word_table.h"
#include "index/rank/confidence.h"
#include "index/rank/passage_choice.h"
#include "index/rank/suggester.h"
#include "index/text/folding.h"
#include "index/text/local_day.h"
#include "kb/linking/known_addresses.h"
#include "kb/markdown/address.h"
#include "kb/markdown/article_parser.h"

namespace pomocnik::index {
namespace {

constexpr std::size_t kMaxQueryCodePoints = 2000;
constexpr std::size_t kMaxTypedCodePoints = 200;
constexpr std::size_t kCandidates = 30;  // articles that are ranked by the whole question
// A question about the weather (vreme) is no question about a burden (breme) with a typo.
constexpr double kCorrectedIsKnown = 0.5;
constexpr std::size_t kRivals = 5;  // whom the first article is compared with
constexpr std::chrono::milliseconds kQueryLimit{200};

// A candidate with all that the question asks for.
struct Match {
  std::int64_t row = 0;
  double score = 0;  // of the first pass
  std::vector<Occurrence> occurrences;
};

// Words that a misspelling may be read as: plain words of the vocabulary, each under its own spelling and
// under its class.
std::vector<SpellingKey> SpellingKeys(const Vocabulary& vocabulary, const Analyzer& analyzer) {
  std::vector<SpellingKey> keys;
  for (const auto& [term, frequency] : vocabulary.terms) {
    if (term.size() < 4 || term[0] != '=') continue;
    std::string word = term.substr(1);
    if (!IsPlainWord(word)) continue;
    keys.push_back({word, word, frequency.articles});
    for (const Token& token : analyzer.Analyze(word))
      keys.push_back({token.lemma, word, frequency.articles});
  }
  return keys;
}

std::vector<QueryTerm> ExplainTerms(QueryPlan plan) {
  for (std::size_t i = 0; i < plan.terms.size(); ++i) {
    plan.terms[i].idf = plan.groups[i].idf;
    plan.terms[i].variants = std::move(plan.groups[i].variants);
  }
  return std::move(plan.terms);
}

double YearsUntil(Date today, Date day) {
  const auto days = std::chrono::sys_days(today) - std::chrono::sys_days(day);
  return std::max(0.0, std::chrono::duration<double, std::chrono::years::period>(days).count());
}

// The data files and what is made of them and of the term table. Members refer to those above them.
struct Language {
  std::vector<kb::DataFile> files;
  kb::Lexicon lexicon;
  ConfidenceModel confidence;
  Analyzer analyzer;
  Thesaurus thesaurus;
  Vocabulary vocabulary;
  Speller speller;

  Language(std::vector<kb::DataFile> data_files, kb::Lexicon parsed, ConfidenceModel weights,
           Vocabulary terms)
      : files(std::move(data_files)),
        lexicon(std::move(parsed)),
        confidence(std::move(weights)),
        analyzer(lexicon),
        thesaurus(lexicon, analyzer),
        vocabulary(std::move(terms)),
        speller(SpellingKeys(vocabulary, analyzer)) {}

  QueryTools tools() const { return {analyzer, thesaurus, speller, vocabulary}; }
};

Result<std::vector<kb::DataFile>> LoadDataFiles(sqlite::Database& database) {
  std::vector<kb::DataFile> files;
  ASSIGN_OR_RETURN(auto list, database.Prepare(sql::kDataFileList));
  for (;;) {
    ASSIGN_OR_RETURN(auto step, list.Step());
    if (step == sqlite::Step::kDone) return files;
    files.push_back({std::string(list.Text(0)), std::string(list.Text(1))});
  }
}

Result<Vocabulary> LoadVocabulary(sqlite::Database& database, const ArticleTable& articles) {
  Vocabulary vocabulary;
  vocabulary.all = {static_cast<int>(articles.size()), articles.weight};
  ASSIGN_OR_RETURN(auto list, database.Prepare(sql::kTermList));
  for (;;) {
    ASSIGN_OR_RETURN(auto step, list.Step());
    if (step == sqlite::Step::kDone) return vocabulary;
    vocabulary.terms.emplace(list.Text(0),
                             DocumentFrequency{static_cast<int>(list.Integer(1)), list.Real(2)});
  }
}

Result<std::unique_ptr<Language>> LoadLanguage(sqlite::Database& database,
                                               const ArticleTable& articles) {
  ASSIGN_OR_RETURN(auto files, LoadDataFiles(database));
  ASSIGN_OR_RETURN(auto vocabulary, LoadVocabulary(database, articles));
  kb::Diagnostics told_when_built;
  auto lexicon = kb::ParseLexicon(files, told_when_built);
  RETURN_IF_ERROR(CheckLemmaModel(lexicon));
  kb::Diagnostics diagnostics;
  auto confidence = ConfidenceModel::Read(files, diagnostics);
  if (!confidence) return Error::InvalidArgument(kb::FormatDiagnostic(diagnostics.front()));
  return std::make_unique<Language>(std::move(files), std::move(lexicon), *std::move(confidence),
                                    std::move(vocabulary));
}

// What is kept in memory of a version. Members refer to those above them.
struct Contents {
  std::unique_ptr<const Language> language;
  ArticleTable articles;
  WordTable words;
  ScreenTable screens;
  Suggester suggester;
};

Result<Contents> LoadContents(sqlite::Database& database) {
  ASSIGN_OR_RETURN(auto articles, ArticleTable::Load(database));
  ASSIGN_OR_RETURN(auto words, WordTable::Load(database));
  ASSIGN_OR_RETURN(auto screens, ScreenTable::Load(database));
  ASSIGN_OR_RETURN(auto language, LoadLanguage(database, articles));
  ASSIGN_OR_RETURN(auto suggestible, LoadSuggesterInput(database, articles, language->tools()));
  articles.ReadTitles(language->analyzer);
  Suggester suggester(language->analyzer, std::move(suggestible));
  return Contents{std::move(language), std::move(articles), std::move(words), std::move(screens),
                  std::move(suggester)};
}

class FtsSearcher : public Searcher {
 public:
  FtsSearcher(std::unique_ptr<ConnectionPool> pool, std::string version, Contents contents)
      : pool_(std::move(pool)),
        version_(std::move(version)),
        language_(std::move(contents.language)),
        articles_(std::move(contents.articles)),
        words_(std::move(contents.words)),
        screens_(std::move(contents.screens)),
        suggester_(std::move(contents.suggester)) {}

  Result<SearchResult> Search(const Query& query) const override {
    auto text = TruncateCodePoints(query.text, kMaxQueryCodePoints);
    QueryPlan plan = PlanQuery(text, language_->tools(), query.reading);
    SearchResult result;
    ASSIGN_OR_RETURN(auto matches, FindMatches(plan));
    if (!matches.empty()) Rank(plan, query, matches, result);
    result.terms = ExplainTerms(std::move(plan));
    return result;
  }

  Result<std::vector<SuggestionGroup>> Suggest(const SuggestQuery& query) const override {
    std::vector<SuggestionGroup> groups;
    const auto suggested =
        suggester_.Suggest({.typed = TruncateCodePoints(query.typed, kMaxTypedCodePoints),
                            .module = query.context.module,
                            .limit = static_cast<std::size_t>(std::clamp(query.limit, 1, 20)),
                            .today = LocalDay(query.now)});
    for (const SuggestedGroup& phrases : suggested) {
      SuggestionGroup group;
      for (const auto& [number, text] : phrases) {
        const ArticleInfo& info = articles_.rows[number + 1].info;
        group.module = info.module;
        group.suggestions.push_back({std::string(text), info});
      }
      groups.push_back(std::move(group));
    }
    return groups;
  }

  Result<std::optional<kb::Article>> FindArticle(std::string_view id) const override {
    ASSIGN_OR_RETURN(auto database, pool_->Take());
    std::optional<std::string> markdown;
    {
      ASSIGN_OR_RETURN(auto find, database.Prepare(sql::kArticleFind));
      find.Bind(1, id).Bind(2, kb::IsArticleId(id) ? std::string(id) : kb::AddressKey(id));
      ASSIGN_OR_RETURN(auto step, find.Step());
      if (step == sqlite::Step::kRow) markdown = std::string(find.Text(0));
    }
    RETURN_IF_ERROR(pool_->Return(std::move(database)));
    if (!markdown) return std::optional<kb::Article>();
    kb::Diagnostics diagnostics;
    auto article = kb::ParseArticle(*markdown, id, diagnostics);
    if (!article) return Error::Internal("article " + std::string(id) + " in the index is broken");
    // The stored text names what its author named; what is not in this version is no use to a reader.
    std::erase_if(article->related,
                  [&](const std::string& related) { return articles_.ids.count(related) == 0; });
    return article;
  }

  std::size_t ChoosePassage(const kb::Article& article, std::string_view question) const override {
    QueryPlan plan =
        PlanQuery(TruncateCodePoints(question, kMaxQueryCodePoints), language_->tools());
    return index::ChoosePassage(article, plan, language_->analyzer);
  }

  Result<ScreenTopics> FindScreen(std::string_view app, std::string_view screen) const override {
    return screens_.Find(app, screen, articles_);
  }

  std::vector<ModuleInfo> ListModules(std::string_view app) const override {
    return screens_.Modules(app, articles_);
  }

  std::vector<ArticleInfo> ListArticles(std::string_view module) const override {
    return ArticlesOfModule(module, articles_);
  }

  std::vector<ListedArticle> ListAll() const override { return AllArticles(articles_); }

  std::vector<std::vector<QueryTerm>> ReadWords(
      const std::vector<std::string>& texts) const override {
    return index::ReadWords(texts, language_->analyzer, language_->vocabulary);
  }

  const std::vector<kb::DataFile>& DataFiles() const override { return language_->files; }
  std::string_view version() const override { return version_; }
  std::size_t article_count() const override { return articles_.size(); }

 private:
  Result<std::vector<Candidate>> FindCandidates(const QueryPlan& plan) const {
    const CandidateQuery query = index::FindCandidates(plan, language_->vocabulary);
    if (query.expression.empty()) return std::vector<Candidate>();
    const Scorer scorer(query.plan, articles_.average_lengths);
    Collector collector(scorer, articles_.lengths, kCandidates);
    ASSIGN_OR_RETURN(auto database, pool_->Take());
    {
      ASSIGN_OR_RETURN(auto match, database.Prepare(sql::kArticleTextMatch));
      match.Bind(1, query.expression).BindPointer(2, &collector, kCollectorType);
      database.SetDeadline(kQueryLimit);
      RETURN_IF_ERROR(match.Run());
    }
    RETURN_IF_ERROR(pool_->Return(std::move(database)));
    return std::move(collector).Take();
  }

  // The candidates with all that the question asks for, best first.
  Result<std::vector<Match>> FindMatches(const QueryPlan& plan) const {
    ASSIGN_OR_RETURN(const auto candidates, FindCandidates(plan));
    const Scorer scorer(plan, articles_.average_lengths);
    VariantForms variants(plan, words_);
    std::vector<Match> matches;
    for (const Candidate& candidate : candidates) {
      const FieldLengths& lengths = articles_.lengths[static_cast<std::size_t>(candidate.row)];
      auto occurrences = words_.Find(candidate.row, lengths, variants);
      const double score = scorer.Score(occurrences, lengths);
      matches.push_back({candidate.row, score, std::move(occurrences)});
    }
    std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
      return a.score != b.score ? a.score > b.score : a.row < b.row;
    });
    return matches;
  }

  ArticleTraits Traits(std::int64_t row, const Query& query, const std::string& words,
                       Date today) const {
    const ArticleRow& article = articles_.rows[static_cast<std::size_t>(row)];
    ArticleTraits traits;
    traits.kind = article.info.kind;
    traits.title = articles_.titles[static_cast<std::size_t>(row)];
    if (article.info.updated) traits.years = YearsUntil(today, *article.info.updated);
    if (article.valid_to && *article.valid_to < today) {
      traits.validity = ArticleTraits::Validity::kExpired;
    }
    if (articles_.IsCalled(words, row) == ArticleTable::Called::kYes) {
      traits.called = ArticleTraits::Called::kYes;
    }
    const Context& context = query.context;
    if (!context.module.empty() && Fold(context.module) == Fold(article.info.module)) {
      traits.place = ArticleTraits::Place::kSameModule;
    }
    if (!context.screen.empty() &&
        screens_.OpensArticle(context.app, context.screen, row) == ScreenTable::Opens::kYes) {
      traits.place = ArticleTraits::Place::kSameScreen;
    }
    return traits;
  }

  using Judged = std::vector<std::pair<Judgement, std::int64_t>>;  // with rows, best first

  // Two articles of the same name are level, whatever else tells them apart.
  double Lead(const Judged& judged, const std::string& words) const {
    const Judgement& best = judged.front().first;
    if (judged.size() == 1 || best.score <= 0) return best.coverage;
    auto called = [&](std::size_t i) {
      return articles_.IsCalled(words, judged[i].second) == ArticleTable::Called::kYes;
    };
    if (called(0) && called(1)) return 0;
    return best.coverage * (1 - judged[1].first.score / best.score);
  }

  // An article that matches alone is as far ahead as can be.
  static double Margin(const Judged& judged) {
    const std::size_t end = std::min(judged.size(), kRivals + 1);
    const double best = judged.front().first.score;
    if (end == 1 || best <= 0) return 1;
    double sum = 0;
    for (std::size_t i = 1; i < end; ++i) sum += judged[i].first.score;
    return 1 - sum / static_cast<double>(end - 1) / best;
  }

  // What speaks for the first of `judged`, and against it. REQUIRES: it is not empty.
  Features Describe(const QueryPlan& plan, const std::vector<Match>& matches,
                    const Judged& judged) const {
    const auto& [best, row] = judged.front();
    double known = 0;
    for (const QueryTerm& term : plan.terms) {
      if (term.known) known += term.read_as.empty() ? 1 : kCorrectedIsKnown;
    }
    auto match = std::find_if(matches.begin(), matches.end(),
                              [row = row](const Match& each) { return each.row == row; });
    Scorer scorer(plan, articles_.average_lengths);
    Features features;
    features.terms = static_cast<int>(plan.terms.size());
    features.held = static_cast<int>(
        std::count_if(best.parts.begin(), best.parts.end(),
                      [](const ScorePart& part) { return part.kind == ScorePart::Kind::kTerm; }));
    features.known_share = known / static_cast<double>(plan.terms.size());
    features.called = articles_.IsCalled(plan.word_set, row) == ArticleTable::Called::kYes ? 1 : 0;
    features.title_asked = best.title_asked;
    features.named = best.title_match;
    features.together = scorer.Together(match->occurrences);
    features.lead = Lead(judged, plan.word_set);
    features.margin = Margin(judged) * features.known_share;
    return features;
  }

  void Rank(const QueryPlan& plan, const Query& query, const std::vector<Match>& matches,
            SearchResult& result) const {
    Scorer scorer(plan, articles_.average_lengths);
    Date today = LocalDay(query.now);
    Judged judged;
    for (const Match& match : matches) {
      const ArticleRow& article = articles_.rows[static_cast<std::size_t>(match.row)];
      if (article.original != match.row) continue;
      if (article.valid_from && *article.valid_from > today) continue;
      judged.emplace_back(
          scorer.Judge(match.occurrences, articles_.lengths[static_cast<std::size_t>(match.row)],
                       Traits(match.row, query, plan.word_set, today)),
          match.row);
    }
    std::sort(judged.begin(), judged.end(), [](const auto& a, const auto& b) {
      return a.first.score != b.first.score ? a.first.score > b.first.score : a.second < b.second;
    });
    if (judged.empty()) return;

    result.features = Describe(plan, matches, judged);
    result.confidence = language_->confidence.Confidence(result.features);

    auto limit =
        static_cast<std::size_t>(std::clamp(query.limit, 1, static_cast<int>(kCandidates)));
    for (auto& [judgement, row] : judged) {
      if (result.hits.size() == limit) break;
      result.hits.push_back({articles_.rows[static_cast<std::size_t>(row)].info, judgement.score,
                             std::move(judgement.parts)});
    }
  }

  std::unique_ptr<ConnectionPool> pool_;
  std::string version_;
  std::unique_ptr<const Language> language_;
  ArticleTable articles_;
  WordTable words_;
  ScreenTable screens_;
  Suggester suggester_;
};

}  // namespace

Result<std::shared_ptr<const Searcher>> OpenSearcher(const std::string& path,
                                                     const std::string& version) {
  ASSIGN_OR_RETURN(auto pool, ConnectionPool::Open(path));
  ASSIGN_OR_RETURN(auto database, pool->Take());
  ASSIGN_OR_RETURN(auto contents, LoadContents(database));
  RETURN_IF_ERROR(pool->Return(std::move(database)));
  return std::shared_ptr<const Searcher>(
      std::make_shared<FtsSearcher>(std::move(pool), version, std::move(contents)));
}

}  // namespace pomocnik::index
