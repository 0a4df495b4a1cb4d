#include "index/morphology/usual_share.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace pomocnik::index {
namespace {

double ShareOf(std::string_view example, std::string_view ending,
               Optional optional = Optional::kNo) {
  const auto paradigms = SloveneParadigms();
  const auto found =
      std::find_if(paradigms.begin(), paradigms.end(),
                   [&](const Paradigm& paradigm) { return paradigm.example == example; });
  REQUIRE(found != paradigms.end());
  return UsualShare(*found, ending, optional);
}

TEST_CASE("nominatives are more usual than the dual, and the third person than the imperative") {
  CHECK(ShareOf("korak", "") > ShareOf("korak", "i"));
  CHECK(ShareOf("korak", "i") > ShareOf("korak", "oma"));
  CHECK(ShareOf("knjiga", "a") > ShareOf("knjiga", ""));
  CHECK(ShareOf("stvar", "i") > ShareOf("stvar", "ih"));
  CHECK(ShareOf("mesto", "o") > ShareOf("mesto", ""));
  CHECK(ShareOf("nov", "a") > ShareOf("nov", "ejSa"));
  CHECK(ShareOf("knjiZiti", "i") > ShareOf("knjiZiti", "iS"));
  CHECK(ShareOf("delati", "a") > ShareOf("delati", "aj", Optional::kYes));
  CHECK(ShareOf("delati", "al") > ShareOf("delati", "alega", Optional::kYes));
  CHECK(ShareOf("delati", "al") > ShareOf("delati", "at"));
}

TEST_CASE("every form of every paradigm is used") {
  for (const Paradigm& paradigm : SloveneParadigms()) {
    std::string_view rest = paradigm.forms;
    while (!rest.empty()) {
      std::string_view ending = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(rest.size(), ending.size() + 1));
      const Optional optional = ending.find_first_of("?^") == 0 ? Optional::kYes : Optional::kNo;
      ending.remove_prefix(ending.find_first_not_of("?^/"));
      CAPTURE(paradigm.example);
      CAPTURE(ending);
      CHECK(UsualShare(paradigm, ending == "-" ? "" : ending, optional) > 0);
    }
  }
}

}  // namespace
}  // namespace pomocnik::index
