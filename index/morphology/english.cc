#include "index/morphology/english.h"

#include <string_view>
#include <utility>

namespace pomocnik::index {
namespace {

// What a suffix rule of hunspell-en-us makes.
constexpr std::string_view kDerivingRules =
    "NVYRPBLH";  // -ion, -ive, -ly, -er, -ness, -able, -ment, -th
constexpr std::string_view kDerivingPluralRules = "XZJ";  // -ions, -ers, -ings

}  // namespace

std::vector<FormLemma> EnglishPairs(const WordList& list, double weight) {
  std::vector<FormLemma> pairs;
  pairs.reserve(list.forms.size());
  for (const ListedForm& listed : list.forms) {
    const std::string& entry = list.entries[listed.entry];
    std::string lemma = entry;
    if (listed.form != entry && listed.flags.size() == 1) {
      const bool is_plural = kDerivingPluralRules.find(listed.flags) != std::string_view::npos;
      if (is_plural || kDerivingRules.find(listed.flags) != std::string_view::npos) {
        lemma = listed.form;
        if (is_plural && lemma.ends_with('s')) lemma.pop_back();
      }
    }
    pairs.push_back({listed.form, std::move(lemma), weight});
  }
  return pairs;
}

}  // namespace pomocnik::index
