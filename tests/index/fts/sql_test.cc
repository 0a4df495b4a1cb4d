// Every statement of the index is prepared against the tables it was written for: no tool checks SQL in text.
#include <doctest/doctest.h>

#include "index/fts/collector.h"
#include "index/fts/sql.h"
#include "index/fts/token_stream.h"

using namespace pomocnik;
using namespace pomocnik::index;

TEST_CASE("every statement of the index prepares") {
  auto database = sqlite::Database::Open(":memory:", sqlite::OpenMode::kReadWriteCreate);
  REQUIRE(database);
  REQUIRE(RegisterTokenizer(*database));
  REQUIRE(RegisterCollect(*database));
  REQUIRE(database->Execute(sql::kSchemaCreate));
  for (const char* statement :
       {sql::kArticleFind, sql::kArticleInsert, sql::kArticleList, sql::kArticleScreenInsert,
        sql::kArticleScreenList, sql::kArticlePhraseInsert, sql::kArticlePhraseList,
        sql::kArticleQuestionInsert, sql::kArticleQuestionList, sql::kArticleTextInsert,
        sql::kArticleTextMatch, sql::kArticleTextOptimize, sql::kDataFileInsert, sql::kDataFileList,
        sql::kScreenInsert, sql::kScreenList, sql::kTermInsert, sql::kTermList}) {
    auto prepared = database->Prepare(statement);
    CHECK_MESSAGE(prepared, (prepared ? "" : prepared.error().message));
  }
}
