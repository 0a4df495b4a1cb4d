// How well questions are brought together, measured on many: each matter is asked for in several ways, in several
// forms, by people in a hurry.
#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>
#include <map>
#include <random>
#include <string_view>

#include "base/latin.h"
#include "tests/bot/deflection/gap_questions.h"

namespace pomocnik::bot::deflection {
namespace {

using testing::kNovember;

struct Matter {
  std::vector<std::string_view> wordings;
};

// Matters that the knowledge base has no article on.
const std::vector<Matter>& Matters() {
  static const std::vector<Matter> kMatters = {
      {{"kako natisnem etikete za police", "tiskanje etiket za police", "tisk etikete za polico",
        "natisniti police z etiketami"}},
      {{"povezava s spletno trgovino woocommerce", "kako povežem spletno trgovino z woocommerce",
        "spletne trgovine woocommerce povezati"}},
      {{"uvoz prometa iz gps sledilnika vozil", "kako uvozim promet gps sledilnikov",
        "gps sledilnik vozila uvoz prometa"}},
      {{"obračun provizij trgovskim potnikom", "kako obračunam provizijo trgovskega potnika",
        "provizije trgovskih potnikov obračun"}},
      {{"menjava logotipa na izpisu računa", "kako zamenjam logotip na izpisih računov",
        "zamenjati logotip izpis"}},
      {{"najem poslovnih prostorov mesečno zaračunavanje",
        "zaračunati najem poslovnega prostora vsak mesec", "mesečni najem prostorov zaračunavam"}},
      {{"garancijski listi za prodane izdelke", "kako izdam garancijski list za izdelek",
        "izdaja garancijskega lista izdelka"}},
      {{"servisni nalogi za popravilo strojev", "odpreti servisni nalog za stroj",
        "popravilo stroja servisnega naloga"}},
      {{"lojalnostne kartice kupcev in točke", "kako kupcu izdam lojalnostno kartico",
        "točke na lojalnostni kartici kupca"}},
      {{"vračilo kavcije za embalažo", "kako knjižim vračilo kavcij embalaže",
        "kavcija embalaža vračila"}},
      {{"carinska deklaracija pri izvozu blaga", "izdelati carinsko deklaracijo za izvoz",
        "carinske deklaracije izvoza blaga"}},
      {{"sledenje serijskim številkam artiklov", "kako sledim serijskim številkam artikla",
        "serijska številka artikel sledljivost"}},
      {{"razrez darilnih bonov po vrednosti", "prodaja darilnega bona z vrednostjo",
        "darilni boni vrednost prodaja"}},
      {{"napotnica za zdravniški pregled delavca", "kako natisnem napotnico za zdravniški pregled",
        "napotnice zdravniških pregledov delavcev"}},
      {{"koledar dežurstev zaposlenih", "kako sestavim koledar dežurstva",
        "dežurstva zaposlenega v koledarju"}},
      {{"najem vozila in bonitete pri plači", "boniteta za službeno vozilo",
        "obračun bonitete za službena vozila"}},
      {{"zapora dostopa po petih napačnih geslih", "napačno geslo zapora dostopa",
        "odkleniti dostop zaradi napačnih gesel"}},
      {{"pošiljanje sms obvestil strankam", "kako stranki pošljem sms obvestilo",
        "sms obvestila stranke poslati"}},
      {{"kalkulacija recepture za pekarno", "receptura kruha kalkulacija",
        "kako vnesem recepturo in kalkulacijo kruha"}},
      {{"dvojezični izpis ponudbe v italijanščini", "ponudbo izpisati v italijanščini",
        "italijanski izpis ponudb"}},
      {{"zavarovanje terjatev pri zavarovalnici", "kako zavarujem terjatve pri zavarovalnici",
        "terjatev zavarovalnica zavarovanja"}},
      {{"evidenca gradbenega dnevnika", "vnos gradbenega dnevnika",
        "gradbeni dnevnik vnesti v evidenco"}},
      {{"tiskanje qr kode na položnico", "qr koda na položnici", "kako dam qr kodo na položnice"}},
      {{"donacije in sponzorstva na posebnem kontu", "kako knjižim donacijo",
        "knjiženje donacij sponzorstev"}},
      {{"arhiviranje starih poslovnih let", "kako arhiviram staro poslovno leto",
        "arhiv starega poslovnega leta"}},
  };
  return kMatters;
}

std::string AsTyped(std::string_view wording, std::mt19937& random) {
  static constexpr std::string_view kBefore[] = {
      "", "", "", "Pozdravljeni, ", "prosim za pomoč: ", "a se da "};
  static constexpr std::string_view kAfter[] = {"", "", "", "?", " hvala", " v programu?"};
  std::string text(kBefore[random() % std::size(kBefore)]);
  text += wording;
  text += kAfter[random() % std::size(kAfter)];
  return random() % 2 == 0 ? PlainLetters(text) : text;
}

struct Asked {
  std::vector<std::string> texts;
  std::vector<std::size_t> matters;  // of each text
};

Asked Ask(std::size_t count) {
  std::mt19937 random(7);
  Asked asked;
  for (std::size_t i = 0; i < count; ++i) {
    // Some matters are asked for much more often than others.
    const std::size_t matter = (random() % Matters().size()) * (random() % 4 + 1) / 4;
    const auto& wordings = Matters()[matter].wordings;
    asked.texts.push_back(AsTyped(wordings[random() % wordings.size()], random));
    asked.matters.push_back(matter);
  }
  return asked;
}

struct Quality {
  double purity = 0;        // share of questions that are in a gap of mostly their own matter
  double completeness = 0;  // share of questions that are in the largest gap of their matter
};

Quality Measure(const std::vector<Gap>& gaps, const Asked& asked) {
  std::map<std::size_t, std::size_t> largest;  // by matter
  std::size_t pure = 0;
  std::size_t together = 0;
  for (const Gap& gap : gaps) {
    std::map<std::size_t, std::size_t> counts;
    for (const std::size_t question : gap.questions) ++counts[asked.matters[question]];
    std::size_t most = 0;
    for (const auto& [matter, count] : counts) {
      most = std::max(most, count);
      largest[matter] = std::max(largest[matter], count);
    }
    pure += most;
  }
  for (const auto& [matter, count] : largest) together += count;
  const auto all = static_cast<double>(asked.texts.size());
  return {static_cast<double>(pure) / all, static_cast<double>(together) / all};
}

TEST_CASE("gaps hold questions of one matter, and most of its questions") {
  const Asked asked = Ask(2'000);
  const Quality quality = Measure(FindGaps(testing::QuestionsOf(asked.texts), kNovember), asked);
  MESSAGE("purity " << quality.purity << ", completeness " << quality.completeness);
  CHECK(quality.purity >= 0.97);
  CHECK(quality.completeness >= 0.85);
}

// Ever new words, so that there are as many wordings as questions.
std::string WithOwnWords(std::string text, std::mt19937& random) {
  for (int i = 0; i < 3; ++i) {
    text += " ";
    for (int letter = 0; letter < 3; ++letter) text += "bdgklmnprst"[random() % 11];
    text += "aeiou"[random() % 5];
  }
  return text;
}

// Seconds of the processor that it takes to group so many.
double SecondsFor(std::size_t count) {
  Asked asked = Ask(count);
  std::mt19937 random(3);
  for (std::string& text : asked.texts) text = WithOwnWords(std::move(text), random);
  const auto questions = testing::QuestionsOf(asked.texts);
  const std::clock_t begin = std::clock();
  const auto gaps = FindGaps(questions, kNovember);
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  MESSAGE(gaps.size() << " gaps of " << count << " in " << seconds << " s of the processor");
  return seconds;
}

TEST_CASE("four times as many questions take far less than sixteen times as long") {
  CHECK(SecondsFor(20'000) < 12 * SecondsFor(5'000));  // each with each would be sixteen times
}

}  // namespace
}  // namespace pomocnik::bot::deflection
