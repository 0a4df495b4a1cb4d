// The longest ending of a word that is in the table is cut (or replaced), then what is left is
// brought to one shape: verb themes and participles lose their last syllable, -j and -ij of soft
// stems go, and the fleeting vowel of "davek", "znesek", "storitev" is dropped in every form, so
// that it does not matter which form was written. The rules work on folded text, where
// palatalisation (nositi, nošen) is invisible.
#include "index/text/suffix_rules.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "index/text/folding.h"

namespace pomocnik::index {
namespace {

struct Ending {
  std::string_view ending;
  std::string_view replacement;
  std::size_t min_stem;  // letters that must remain before the ending
};

// Sorted by ending, for binary search.
constexpr Ending kEndings[] = {
    {"a", "", 2},         {"ah", "", 3},        {"ajmo", "", 3},     {"ajo", "", 3},
    {"ajte", "", 3},      {"al", "", 3},        {"ala", "", 3},      {"ale", "", 3},
    {"ali", "", 3},       {"alo", "", 3},       {"am", "", 3},       {"ama", "", 3},
    {"ami", "", 3},       {"amo", "", 3},       {"at", "", 3},       {"ate", "", 3},
    {"atev", "atv", 2},   {"ati", "", 3},       {"atvah", "atv", 2}, {"atvam", "atv", 2},
    {"atvama", "atv", 2}, {"atvami", "atv", 2}, {"atve", "atv", 2},  {"atvi", "atv", 2},
    {"atvijo", "atv", 2}, {"cev", "c", 3},      {"e", "", 2},        {"ega", "", 3},
    {"eh", "", 3},        {"ejo", "", 3},       {"ejsa", "", 3},     {"ejse", "", 3},
    {"ejsega", "", 3},    {"ejsem", "", 3},     {"ejsemu", "", 3},   {"ejsi", "", 3},
    {"ejsih", "", 3},     {"ejsim", "", 3},     {"ejsimi", "", 3},   {"ejso", "", 3},
    {"em", "", 3},        {"ema", "", 3},       {"emo", "", 3},      {"emu", "", 3},
    {"ete", "", 3},       {"eti", "", 3},       {"eval", "", 3},     {"evala", "", 3},
    {"evale", "", 3},     {"evali", "", 3},     {"evalo", "", 3},    {"evat", "", 3},
    {"evati", "", 3},     {"i", "", 2},         {"ih", "", 3},       {"ijo", "", 3},
    {"il", "", 3},        {"ila", "", 3},       {"ile", "", 3},      {"ili", "", 3},
    {"ilo", "", 3},       {"im", "", 3},        {"ima", "", 3},      {"imi", "", 3},
    {"imo", "", 3},       {"it", "", 3},        {"ite", "", 3},      {"itev", "itv", 2},
    {"iti", "", 3},       {"itvah", "itv", 2},  {"itvam", "itv", 2}, {"itvama", "itv", 2},
    {"itvami", "itv", 2}, {"itve", "itv", 2},   {"itvi", "itv", 2},  {"itvijo", "itv", 2},
    {"itvo", "itv", 2},   {"jev", "j", 3},      {"ne", "n", 3},      {"nejo", "n", 3},
    {"nem", "n", 3},      {"nemo", "n", 3},     {"nete", "n", 3},    {"nil", "n", 3},
    {"nila", "n", 3},     {"nile", "n", 3},     {"nili", "n", 3},    {"nilo", "n", 3},
    {"nit", "n", 3},      {"nite", "n", 3},     {"niti", "n", 3},    {"o", "", 2},
    {"om", "", 3},        {"oma", "", 3},       {"ost", "ost", 2},   {"osti", "ost", 2},
    {"ostih", "ost", 2},  {"ostim", "ost", 2},  {"ostjo", "ost", 2}, {"ostma", "ost", 2},
    {"ostmi", "ost", 2},  {"ov", "", 3},        {"ova", "", 3},      {"ovah", "", 3},
    {"oval", "", 3},      {"ovala", "", 3},     {"ovale", "", 3},    {"ovali", "", 3},
    {"ovalo", "", 3},     {"ovam", "", 3},      {"ovami", "", 3},    {"ovat", "", 3},
    {"ovati", "", 3},     {"ove", "", 3},       {"ovega", "", 3},    {"ovem", "", 3},
    {"ovemu", "", 3},     {"ovi", "", 3},       {"ovih", "", 3},     {"ovim", "", 3},
    {"ovimi", "", 3},     {"ovo", "", 3},       {"ovom", "", 3},     {"ovoma", "", 3},
    {"sev", "s", 3},      {"u", "", 2},         {"uj", "", 3},       {"uje", "", 3},
    {"ujejo", "", 3},     {"ujem", "", 3},      {"ujemo", "", 3},    {"ujes", "", 3},
    {"ujete", "", 3},     {"ujmo", "", 3},      {"ujoc", "", 3},     {"ujte", "", 3},
    {"zev", "z", 3},
};
constexpr std::size_t kLongestEnding = 6;

// Second syllables that a stem loses: of verbs (plac-al, zahtev-at), of nouns in -al, -et, -em …,
// whose other forms have lost it to the table already.
constexpr std::array<std::string_view, 11> kThemes = {"al", "il", "at", "it", "et", "am",
                                                      "em", "om", "im", "aj", "ov"};

// Word-forming suffixes, longest first.
constexpr std::string_view kDerivations[] = {
    "ovaln", "iteln", "itelj", "nistv", "nisk", "ovsk", "iran", "telj", "ovan", "itv", "atv", "stv",
    "isk",   "nik",   "ost",   "ir",    "an",   "en",   "av",   "ov",   "in",   "sk",  "n",   "b",
};
constexpr std::size_t kMinRoot = 4;

bool EndsWith(std::string_view word, std::string_view ending) {
  return word.size() >= ending.size() && word.substr(word.size() - ending.size()) == ending;
}

const Ending* FindEnding(std::string_view ending) {
  const auto* found = std::lower_bound(
      std::begin(kEndings), std::end(kEndings), ending,
      [](const Ending& entry, std::string_view wanted) { return entry.ending < wanted; });
  return found != std::end(kEndings) && found->ending == ending ? found : nullptr;
}

void CutEnding(std::string& word) {
  for (std::size_t length = std::min(kLongestEnding, word.size() - 1); length > 0; --length) {
    const Ending* rule = FindEnding(std::string_view(word).substr(word.size() - length));
    if (rule == nullptr || word.size() - length < rule->min_stem) continue;
    word.resize(word.size() - length);
    word += rule->replacement;
    return;
  }
}

// Drops the e of "davek", "obrazec", "davcen", "storitev": before a last consonant that it may
// stand in front of, after another consonant.
void DropFleetingVowel(std::string& stem) {
  std::size_t size = stem.size();
  constexpr std::string_view kAfter = "ckrlnmv";
  if (size < 4 || stem[size - 2] != 'e' || IsVowel(stem[size - 3])) return;
  if (kAfter.find(stem[size - 1]) != std::string_view::npos) stem.erase(size - 2, 1);
}

void Normalize(std::string& stem) {
  if (stem.size() >= 5 && std::any_of(kThemes.begin(), kThemes.end(),
                                      [&](auto theme) { return EndsWith(stem, theme); })) {
    stem.resize(stem.size() - 2);
  }
  if (stem.size() >= 4 && stem.back() == 'j' && !IsVowel(stem[stem.size() - 2])) stem.pop_back();
  if (stem.size() >= 5 && EndsWith(stem, "ij")) stem.resize(stem.size() - 2);
  DropFleetingVowel(stem);
  if (stem.size() > 3 && IsVowel(stem.back())) stem.pop_back();
}

}  // namespace

std::string InflectionClass(std::string_view folded) {
  std::string word(folded);
  if (word.size() < 3 || !IsPlainWord(word)) return word;
  if (word.size() == 3) {
    if (IsVowel(word.back())) word.pop_back();
    return word;
  }
  CutEnding(word);
  Normalize(word);
  return word;
}

std::string DerivationClass(std::string_view inflection_class) {
  std::string root(inflection_class);
  if (!IsPlainWord(root)) return root;
  for (bool cut = true; cut;) {
    cut = false;
    for (auto suffix : kDerivations) {
      if (!EndsWith(root, suffix) || root.size() - suffix.size() < kMinRoot) continue;
      // Behind a vowel, a single consonant belongs to the stem: racun, odbitek.
      if (suffix.size() == 1 && IsVowel(root[root.size() - 2])) continue;
      root.resize(root.size() - suffix.size());
      // The noun of an adjective is a word of its own, which has lost its last syllable elsewhere: akontacij-ski,
      // naročil-ni.
      if (suffix == "sk" || (suffix == "n" && EndsWith(root, "il"))) {
        std::string noun = root;
        Normalize(noun);
        if (noun.size() >= kMinRoot) root = std::move(noun);
      }
      cut = true;
      break;
    }
  }
  // k, g, h alternate with c, z, s (č, ž, š) at the seam: davek, davčni; knjiga, knjižiti.
  if (root.size() >= 3) {
    constexpr std::string_view kHard = "kgh";
    constexpr std::string_view kSoft = "czs";
    auto hard = kHard.find(root.back());
    if (hard != std::string_view::npos) root.back() = kSoft[hard];
  }
  return root;
}

}  // namespace pomocnik::index
