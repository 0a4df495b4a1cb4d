#include "index/fts/token_stream.h"

#include <doctest/doctest.h>

namespace pomocnik::index {
namespace {

// Rows of a table "t" indexed by our tokenizer that match an expression.
int CountMatches(sqlite::Database& database, const char* expression) {
  auto match = database.Prepare("SELECT count(*) FROM t WHERE t MATCH ?1");
  REQUIRE(match);
  match->Bind(1, expression);
  REQUIRE(match->Step());
  return static_cast<int>(match->Integer(0));
}

TEST_CASE("the terms of a position are colocated: each is found, phrases see one position") {
  auto database = sqlite::Database::Open(":memory:", sqlite::OpenMode::kReadWriteCreate);
  REQUIRE(database);
  REQUIRE(RegisterTokenizer(*database));
  REQUIRE(
      database->Execute("CREATE VIRTUAL TABLE t USING fts5(x, content='', tokenize='analysed');"));
  kb::Lexicon lexicon;
  auto stream = TokenStream(Analyzer(lexicon).Analyze("Knjiženje e-računov po izpisku"));
  auto insert = database->Prepare("INSERT INTO t (rowid, x) VALUES (1, ?1)");
  REQUIRE(insert);
  insert->Bind(1, stream);
  REQUIRE(insert->Run());

  CHECK(CountMatches(*database, "\"racun\"") == 1);
  CHECK(CountMatches(*database, "\"=racunov\"") == 1);
  CHECK(CountMatches(*database, "\"=racun\"") == 0);
  CHECK(CountMatches(*database, "\"~knjiz\"") == 1);
  CHECK(CountMatches(*database, "\"eracun\"") == 1);
  CHECK(CountMatches(*database, "\"racun po\"") == 1);
  CHECK(CountMatches(*database, "\"=racunov po\"") == 1);
  CHECK(CountMatches(*database, "\"po racun\"") == 0);
}

TEST_CASE("a memo changes nothing, whatever stands beside a word") {
  kb::Lexicon lexicon;
  lexicon.stop_words = {"po"};
  const Analyzer analyzer(lexicon);
  TokenMemo memo;
  for (const char* text :
       {"Knjiženje e-računov po izpisku", "E-računov računov REK-1 rek 1 REK-2 rek",
        "DDV-ja ja DDV", "d.o.o. in gk.racun, gk.racun", "Po po PO računov",
        "računov, Računov; RAČUNOV e računov"}) {
    CAPTURE(text);
    const auto plain = analyzer.Analyze(text);
    const auto memoized = analyzer.Analyze(text, memo);
    CHECK(TokenStream(memoized) == TokenStream(plain));
    REQUIRE(memoized.size() == plain.size());
    for (std::size_t i = 0; i < plain.size(); ++i) {
      CHECK(memoized[i].begin == plain[i].begin);
      CHECK(memoized[i].end == plain[i].end);
      CHECK(memoized[i].stop_word == plain[i].stop_word);
    }
  }
  CHECK(memo.contains("Knjiženje"));
}

}  // namespace
}  // namespace pomocnik::index
