// Finding it: all that the bot needs to know about search. Start reading the index room here.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "kb/article.h"
#include "kb/library.h"
#include "kb/screens.h"

namespace pomocnik::index {

// Where the person is asking from. Every part may be empty.
struct Context {
  std::string app;
  std::string screen;
  std::string module;
  std::string version;
};

// Whether words that nothing is known of are read as misspelt ones.
enum class Reading { kCorrected, kLiteral };

struct Query {
  std::string text;  // valid UTF-8; what is behind 2,000 code points is not read
  Context context;
  int limit = 10;  // 1 to 30
  Instant now;     // decides which articles are valid today
  Reading reading = Reading::kCorrected;
};

// What a kTerm part is the product of. `saturated` grows with `frequency` ever more slowly; that is the sum of the
// fields' shares: occurrences by the field's weight and length.
struct TermFactors {
  double idf = 0;
  double weight = 0;
  double saturated = 0;
  double frequency = 0;
  std::array<double, 4> fields{};  // title, keywords, headings, body
};

// One line of an explanation. Amounts of kind kFactor multiply, the others add.
struct ScorePart {
  enum class Kind { kTerm, kBonus, kFactor };
  Kind kind = Kind::kTerm;
  std::string name;  // "račun → racun (title 1, body 3)", "coverage", "title"
  double amount = 0;
  TermFactors term{};  // of a kTerm
};

// What identifies an article to a reader.
struct ArticleInfo {
  std::string id;
  std::string title;
  std::string module;
  kb::Kind kind = kb::Kind::kTip;
  std::string lang;
  std::optional<Date> updated;
  std::string url;
};

inline ArticleInfo InfoOf(const kb::Article& article) {
  return {.id = article.id,
          .title = article.title,
          .module = article.module,
          .kind = article.kind,
          .lang = article.lang,
          .updated = article.updated,
          .url = article.url};
}

// An article of a version as it was written: another text has another digest.
struct ArticleDigest {
  std::string id;
  std::string title;
  std::string digest;
  bool operator==(const ArticleDigest&) const = default;
};

struct Hit {
  ArticleInfo article;
  double score = 0;                    // comparable within one result only
  std::vector<ScorePart> explanation;  // how `score` came about
};

// One way a word of the question may stand in a text: index terms in a row, separated by spaces. Index terms are
// lemmas ("racun"), surfaces ("=racunih") and roots ("~racun").
struct Variant {
  std::string terms;
  double weight = 1.0;  // against the word as it was meant; 0 to 1.05
};

// How one word of the question was read.
struct QueryTerm {
  std::string word;                 // as typed
  std::string lemma;                // the class it was searched by
  bool known = false;               // occurs in the knowledge base, itself or through a synonym
  std::string read_as;              // the corrected spelling; empty when none was needed
  double idf = 0;                   // inverse document frequency: how much the word tells
  std::vector<Variant> variants{};  // what was looked for
};

// What the confidence was computed from; each 0 to 1 unless said.
struct Features {
  // Share of the question's words that the knowledge base knows at all; a corrected one counts half.
  double known_share = 0;
  // How far the first article is ahead of the second, times coverage. 0 when both are called alike.
  double lead = 0;
  // How far the first article is ahead of the mean of the next five, times the known share.
  double margin = 0;
  double title_asked =
      0;  // share of the content words of the first article's title that the question has
  // Share of the question's weight that the first article's title or keywords hold; decides on choices only.
  double named = 0;
  // Of the weight of the question's known words, the largest share in one stretch of the first article.
  double together = 0;
  // 1 when the question has exactly the words of its title or of one of its alternative questions.
  int called = 0;
  int terms = 0;  // content words in the question
  int held = 0;   // of these, how many the first article holds in some way
};

struct SearchResult {
  std::vector<Hit> hits;         // best first; ties by id
  std::vector<QueryTerm> terms;  // content words in the order typed; stop words left out
  Features features;             // of the first hit
  double confidence = 0;  // estimated probability, 0 to 1, that the first hit answers the question
};

// What a person has typed so far.
struct SuggestQuery {
  std::string typed;  // valid UTF-8; what is behind 200 code points is not read
  Context context;
  int limit = 8;  // suggestions, 1 to 20
  Instant now;    // decides which articles are valid today
};

struct Suggestion {
  std::string text;  // the article's title, or one of the questions it answers
  ArticleInfo article;
};

struct SuggestionGroup {
  std::string module;
  std::vector<Suggestion> suggestions;  // best first; each article once in all groups
};

// How an F1 key was resolved, from the most exact to the least. FindScreen never says kSearch: what is found by
// name is judged by whoever asks (bot/screen_help.h).
enum class ScreenMatch { kScreen, kParent, kModule, kSearch, kNone };
inline constexpr std::size_t kScreenMatches = 5;

// "screen", "parent", "module", "search", "none".
constexpr std::string_view MatchName(ScreenMatch match) {
  constexpr std::array<std::string_view, kScreenMatches> kNames = {"screen", "parent", "module",
                                                                   "search", "none"};
  return kNames[static_cast<std::size_t>(match)];
}

struct ScreenTopics {
  ScreenMatch match = ScreenMatch::kNone;
  std::optional<kb::Screen> screen;   // the screen asked for, when it is listed
  std::optional<kb::Screen> form;     // whose topics these are, with kParent, when it is listed
  std::string module;                 // that the screen belongs to; empty: not known
  std::vector<ArticleInfo> articles;  // the topics, F1 pages first
};

// A module of a program, and how many articles there are of it.
struct ModuleInfo {
  std::string app;
  std::string module;
  std::size_t articles = 0;
};

// An article of a version, and the one it repeats.
struct ListedArticle {
  ArticleInfo article;
  std::string original;  // its own id when it repeats none
};

// One immutable version of the knowledge base. Thread-safe; calls never wait for each other. Errors
// are kInternal (the file cannot be read) or kUnavailable (a query ran into its time limit).
class Searcher {
 public:
  virtual ~Searcher() = default;

  // Nothing found is an empty result, not an error. Any text is allowed.
  virtual Result<SearchResult> Search(const Query& query) const = 0;

  // Titles and common questions that have what was typed so far. The group of the module that is asked from comes
  // first, then the one with the best suggestion. Fewer than two letters: none.
  virtual Result<std::vector<SuggestionGroup>> Suggest(const SuggestQuery& query) const = 0;

  // By its id, an alias or its address; its own id may then be another than the one asked for.
  virtual Result<std::optional<kb::Article>> FindArticle(std::string_view id) const = 0;

  // The passage of an article that answers the question best: an index into kb::Passages(article).
  virtual std::size_t ChoosePassage(const kb::Article& article,
                                    std::string_view question) const = 0;

  // `screen` is an id or the legacy number; in an id a dot separates a form from what belongs to it. A screen that
  // is not listed is no error: the form before its dots stands in for it, else the module that its first part
  // names. `match` says what was found.
  virtual Result<ScreenTopics> FindScreen(std::string_view app, std::string_view screen) const = 0;

  // The modules that have screens in the program, of all programs for an unknown one; those with the most articles
  // first, those without any left out.
  virtual std::vector<ModuleInfo> ListModules(std::string_view app) const = 0;

  // The articles of a module, F1 pages first; copies of others are left out.
  virtual std::vector<ArticleInfo> ListArticles(std::string_view module) const = 0;

  // All articles, copies too, by id.
  virtual std::vector<ListedArticle> ListAll() const = 0;

  // The content words of each text in the order typed, each by its class, none corrected and without variants. For
  // many texts at once: a word that recurs is looked up once.
  virtual std::vector<std::vector<QueryTerm>> ReadWords(
      const std::vector<std::string>& texts) const = 0;

  // The data files that travel with this version ("phrases/phrases.yaml"), by name.
  virtual const std::vector<kb::DataFile>& DataFiles() const = 0;

  virtual std::string_view version() const = 0;  // names the index file
  virtual std::size_t article_count() const = 0;
};

}  // namespace pomocnik::index
