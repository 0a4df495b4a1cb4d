#include "index/morphology/english.h"

#include <doctest/doctest.h>

#include <map>
#include <string>

namespace pomocnik::index {
namespace {

TEST_CASE("English words inflect by -s, -ed and -ing, and derive by the other endings") {
  const auto list = ExpandWordList(
      "SET UTF-8\nSFX S Y 1\nSFX S 0 s .\nSFX D Y 1\nSFX D 0 ed .\nSFX R Y 1\nSFX R 0 er .\n"
      "SFX Z Y 1\nSFX Z 0 ers .\nSFX J Y 1\nSFX J 0 ings .\nPFX U Y 1\nPFX U 0 un .\n",
      "3\npost/DSRZ\ncustom/SRZ\nblock/UDJ\n");
  REQUIRE(list);
  std::map<std::string, std::string> lemmas;
  for (const FormLemma& pair : EnglishPairs(*list, 0.5)) {
    CHECK(pair.weight == 0.5);
    lemmas[pair.form] = pair.lemma;
  }
  struct Row {
    std::string form;
    std::string lemma;
  };
  const Row rows[] = {
      {"post", "post"},          {"posts", "post"},        {"posted", "post"},
      {"poster", "poster"},      {"posters", "poster"},    {"customers", "customer"},
      {"blockings", "blocking"}, {"unblocked", "unblock"}, {"customs", "custom"}};
  for (const Row& row : rows) {
    CAPTURE(row.form);
    CHECK(lemmas[row.form] == row.lemma);
  }
}

}  // namespace
}  // namespace pomocnik::index
