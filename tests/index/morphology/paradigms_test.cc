#include "index/morphology/paradigms.h"

#include <doctest/doctest.h>

namespace pomocnik::index {
namespace {

TEST_CASE("the example of every paradigm inflects by it") {
  for (const Paradigm& paradigm : SloveneParadigms()) {
    CAPTURE(paradigm.example);
    std::string_view stem = paradigm.example;
    REQUIRE(stem.ends_with(paradigm.ending));
    stem.remove_suffix(paradigm.ending.size());
    REQUIRE(stem.size() >= 2);
    CHECK(FitsStem(paradigm.stem_end, stem));
    CHECK(ChangedStem(paradigm.change, stem));
    CHECK(paradigm.prior > 0);
    CHECK(paradigm.prior <= 1);
  }
}

TEST_CASE("stems change before some endings") {
  struct Row {
    StemChange change;
    std::string_view stem;
    std::string changed;  // empty: does not apply
  };
  const Row rows[] = {
      {StemChange::kNone, "korak", "korak"},
      {StemChange::kDropE, "davek", "davk"},
      {StemChange::kDropE, "davCen", "davCn"},
      {StemChange::kDropE, "ogenj", "ognj"},
      {StemChange::kDropE, "Cas", ""},
      {StemChange::kDropE, "poet", ""},
      {StemChange::kInsertE, "sestr", "sester"},
      {StemChange::kInsertE, "stopnj", "stopenj"},
      {StemChange::kInsertE, "hiS", ""},
      {StemChange::kInsertI, "ladj", "ladij"},
      {StemChange::kPalatalise, "pis", "piS"},
      {StemChange::kPalatalise, "kaz", "kaZ"},
      {StemChange::kPalatalise, "klic", "kliC"},
      {StemChange::kPalatalise, "jem", "jemlj"},
      {StemChange::kPalatalise, "posl", "poSlj"},
      {StemChange::kPalatalise, "isk", "iSC"},
      {StemChange::kPalatalise, "del", "delj"},
      {StemChange::kPalatalise, "dan", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.stem);
    CHECK(ChangedStem(row.change, row.stem).value_or("") == row.changed);
  }
}

}  // namespace
}  // namespace pomocnik::index
