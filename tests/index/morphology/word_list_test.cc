#include "index/morphology/word_list.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace pomocnik::index {
namespace {

// "form<entry", names with a capital, in the list's order.
std::string Show(const Result<WordList>& list) {
  if (!list) return list.error().message;
  std::string shown;
  for (const ListedForm& form : list->forms) {
    if (!shown.empty()) shown += ' ';
    shown += form.form + "<" + list->entries[form.entry];
    if (form.capital == Capital::kYes) shown += "^";
  }
  return shown;
}

std::string Show(std::string_view affixes, std::string_view words) {
  return Show(ExpandWordList(affixes, words));
}

TEST_CASE("suffixes are put where their condition fits") {
  constexpr std::string_view kAffixes =
      "SET UTF-8\n"
      "SFX M Y 3\n"
      "SFX M 0 a [^aeiou]\n"
      "SFX M 0 ta e\n"
      "SFX M ek ka ek\n";
  CHECK(Show(kAffixes, "3\nrok/M\noče/M\nkonto/M\n") ==
        "rok<rok roka<rok oCe<oCe oCeta<oCe konto<konto");
  CHECK(Show(kAffixes, "1\ndavek/M\n") == "davek<davek daveka<davek davka<davek");
}

TEST_CASE(
    "prefixes make another word, of whose suffixed forms those are listed where both may be "
    "joined") {
  constexpr std::string_view kAffixes =
      "SET UTF-8\n"
      "PFX D Y 1\nPFX D 0 za .\n"
      "SFX L Y 1\nSFX L ti l ti\n"
      "SFX N N 1\nSFX N ti n ti\n";
  CHECK(Show(kAffixes, "1\ndelati/DLN\n") ==
        "delati<delati delal<delati delan<delati zadelati<zadelati zadelal<zadelati");
  CHECK(Show("SET UTF-8\nPFX N Y 1\nPFX N 0 naj .\nSFX K Y 1\nSFX K 0 ji .\n", "1\nlep/KN\n") ==
        "lep<lep lepji<lep najlep<lep najlepji<lep");
}

TEST_CASE("flags may be of two characters, numbered, or say that the entry is no word") {
  constexpr std::string_view kAffixes =
      "SET UTF-8\nFLAG long\nNEEDAFFIX ZZ\nAF 2\nAF AaZZ # 1\nAF Aa # 2\n"
      "SFX Aa Y 1\nSFX Aa 0 i/Bb .\n";
  CHECK(Show(kAffixes, "2\nstem/1\nword/2\n") == "stemi<stem word<word wordi<word");
  CHECK(Show(kAffixes, "1\nword/9\n") == "word<word");
}

TEST_CASE("letters are one byte each, whatever the files are written in") {
  CHECK(Show("SET ISO8859-2\nSFX A Y 1\nSFX A 0 i .\n", "1\n\xb9i\xe8\xbe/A\n") ==
        "SiCZ<SiCZ SiCZi<SiCZ");
  CHECK(Show("SFX A Y 1\nSFX A 0 i .\n", "2\nĆuk/A\nMaribor\n") ==
        "Cuk<Cuk^ Cuki<Cuk^ maribor<maribor^");
}

TEST_CASE("words with other letters are left out") {
  CHECK(Show("SET UTF-8\nSFX A Y 1\nSFX A 0 i .\n", "4\ne-pošta/A\nCafé/A\n12\nred/A\n") ==
        "red<red redi<red");
}

TEST_CASE("what is no word list is refused") {
  CHECK(Show("", "1\na\n") == "the affix file has no rules");
  CHECK(Show("SET UTF-8\nSFX A Y 1\nSFX A 0 i .\n", "") == "the word list is empty");
}

}  // namespace
}  // namespace pomocnik::index
