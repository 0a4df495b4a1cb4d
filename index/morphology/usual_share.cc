#include "index/morphology/usual_share.h"

#include <algorithm>
#include <span>

namespace pomocnik::index {
namespace {

struct Share {
  std::string_view endings;  // as they end, longest first, separated by spaces; "-" is none
  double share = 0;
};

// Looked through from the top: the first row that has an ending of the form's counts.
constexpr Share kMasculine[] = {
    {"ova ovo ovega ovemu ovem ovim ovimi eva evo evega evemu evem evim evimi", 0.02},
    {"oma ema", 0.005},
    {"ih", 0.04},
    {"om em", 0.08},
    {"ov ev", 0.08},
    {"je", 0.03},
    {"a", 0.24},
    {"u", 0.1},
    {"i", 0.08},
    {"e", 0.06},
    {"-", 0.3},
};
constexpr Share kFeminineInA[] = {
    {"ama", 0.003}, {"ami", 0.02}, {"ah", 0.04}, {"am", 0.01}, {"a", 0.27},
    {"e", 0.3},     {"i", 0.12},   {"o", 0.16},  {"-", 0.08},
};
constexpr Share kFeminineInConsonant[] = {
    {"ima ma vama", 0.003}, {"mi", 0.02}, {"ih ah eh", 0.05}, {"im am em", 0.01},
    {"jo", 0.08},           {"i", 0.42},  {"e", 0.1},         {"-", 0.3},
};
constexpr Share kNeuter[] = {
    {"oma ema", 0.005}, {"ih", 0.05}, {"om em", 0.07}, {"a", 0.34},
    {"u", 0.1},         {"i", 0.05},  {"o e", 0.34},   {"-", 0.06},
};
constexpr Share kAdjective[] = {
    {"Sega Semu Sih Simi Sim Sem", 0.01},
    {"Si Sa Se So", 0.02},
    {"ega", 0.07},
    {"emu", 0.02},
    {"imi", 0.025},
    {"ima", 0.003},
    {"ih", 0.08},
    {"im em", 0.05},
    {"a", 0.13},
    {"o", 0.14},
    {"e", 0.18},
    {"i", 0.17},
    {"-", 0.08},
};
constexpr Share kVerb[] = {
    {"ti Ci", 0.12},  {"mo", 0.05},       {"te", 0.02},    {"jo do", 0.1},
    {"va ta", 0.003}, {"la lo li", 0.08}, {"le", 0.03},    {"l", 0.12},
    {"S", 0.01},      {"m", 0.04},        {"a e i", 0.22}, {"-", 0.005},
};
constexpr double kImperative = 0.01;
constexpr double kParticiple = 0.01;  // declined as an adjective: zapadlega
constexpr double kSupine = 0.005;

bool HasEnding(std::string_view endings, std::string_view form_ending) {
  while (!endings.empty()) {
    const std::string_view ending = endings.substr(0, endings.find(' '));
    endings.remove_prefix(std::min(endings.size(), ending.size() + 1));
    if (ending == "-" || form_ending.ends_with(ending)) return true;
  }
  return false;
}

std::span<const Share> SharesOf(const Paradigm& paradigm) {
  switch (paradigm.part) {
    case PartOfSpeech::kAdjective:
      return kAdjective;
    case PartOfSpeech::kVerb:
      return kVerb;
    case PartOfSpeech::kNoun:
      break;
  }
  if (paradigm.ending == "a") return kFeminineInA;
  if (paradigm.forms.find("jo ") != std::string_view::npos) return kFeminineInConsonant;
  return paradigm.ending.ends_with('o') || paradigm.ending.ends_with('e')
             ? std::span<const Share>(kNeuter)
             : kMasculine;
}

}  // namespace

double UsualShare(const Paradigm& paradigm, std::string_view form_ending, Optional optional) {
  if (paradigm.part == PartOfSpeech::kVerb) {
    const bool third_plural = form_ending.ends_with("jo") || form_ending.ends_with("do");
    const bool participle = form_ending.find("le") != std::string_view::npos ||
                            form_ending.find("li") != std::string_view::npos;
    if (optional == Optional::kYes && participle) return kParticiple;
    if (optional == Optional::kYes && !third_plural) return kImperative;
    if (form_ending.ends_with('t') || form_ending == "C") return kSupine;
  }
  for (const Share& row : SharesOf(paradigm)) {
    if (HasEnding(row.endings, form_ending)) return row.share;
  }
  return 0;
}

}  // namespace pomocnik::index
