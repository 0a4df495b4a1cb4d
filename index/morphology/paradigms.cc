#include "index/morphology/paradigms.h"

namespace pomocnik::index {
namespace {

// Priors and endings after a grammar of Slovene; proper names of places and people have a singular only.
constexpr Paradigm kParadigms[] = {
    {"korak", PartOfSpeech::kNoun, 1, "", StemEnd::kHard, StemChange::kNone,
     "- a u om i ov e ih oma"
     " ?ova ?ovo ?ovega ?ovemu ?ovem ?ovim ?ovimi"},
    {"kljuC", PartOfSpeech::kNoun, 1, "", StemEnd::kSoft, StemChange::kNone,
     "- a u em i ev e ih ema"
     " ?eva ?evo ?evega ?evemu ?evem ?evim ?evimi"},
    {"juZec", PartOfSpeech::kNoun, 0.8, "", StemEnd::kSoft, StemChange::kNone,
     "- a u om i ov e ih oma"
     " ?ova ?ovo ?ovega ?ovemu ?ovem ?ovim ?ovimi"},
    {"denar", PartOfSpeech::kNoun, 0.9, "", StemEnd::kR, StemChange::kNone,
     "- ja ju jem ji jev je jih jema"
     " ?jeva ?jevo ?jevega ?jevemu ?jevem ?jevim ?jevimi"},
    {"taksi", PartOfSpeech::kNoun, 0.7, "", StemEnd::kVowel, StemChange::kNone,
     "- ja ju jem ji jev je jih jema"
     " ?jeva ?jevo ?jevega ?jevemu ?jevem ?jevim ?jevimi"},
    {"davek", PartOfSpeech::kNoun, 1, "", StemEnd::kConsonant, StemChange::kDropE,
     "- /a /u /om /i /ov /e /ih /oma"
     " ?/ova ?/ovo ?/ovega ?/ovemu ?/ovem ?/ovim ?/ovimi"},
    {"obrazec", PartOfSpeech::kNoun, 1, "ec", StemEnd::kConsonant, StemChange::kNone,
     "ec ca cu cem ci cev ce cih cema ?Ceva ?Cevo ?Cevega ?Cevemu ?Cevem ?Cevim ?Cevimi"},
    {"ogenj", PartOfSpeech::kNoun, 1, "", StemEnd::kJ, StemChange::kDropE,
     "- /a /u /em /i /ev /e /ih /ema ?/eva ?/evo ?/evega ?/evemu ?/evem ?/evim ?/evimi"},
    {"grad", PartOfSpeech::kNoun, 0.9, "", StemEnd::kConsonant, StemChange::kNone,
     "- a u om ovi ov ove ovih ovom ovoma"},
    {"kraj", PartOfSpeech::kNoun, 0.7, "", StemEnd::kSoft, StemChange::kNone,
     "- a u em evi ev eve evih evom evoma"},
    {"konto", PartOfSpeech::kNoun, 0.8, "o", StemEnd::kConsonant, StemChange::kNone,
     "o a u om i ov e ih oma"
     " ?ova ?ovo ?ovega ?ovemu ?ovem ?ovim ?ovimi"},
    {"video", PartOfSpeech::kNoun, 0.6, "o", StemEnd::kVowel, StemChange::kNone,
     "o a u om i ov e ih oma"},
    {"radio", PartOfSpeech::kNoun, 0.5, "o", StemEnd::kVowel, StemChange::kNone,
     "o a u em i ev e ih ema"},
    {"sosed", PartOfSpeech::kNoun, 0.7, "", StemEnd::kHard, StemChange::kNone,
     "- a u om ?je i ov e ih oma"},
    {"nagelj", PartOfSpeech::kNoun, 0.5, "", StemEnd::kConsonant, StemChange::kNone,
     "- na nu nom ni nov ne nih noma"},
    {"oCe", PartOfSpeech::kNoun, 0.5, "", StemEnd::kVowel, StemChange::kNone,
     "- ta tu tom ti tov te tih toma"},
    {"knjiga", PartOfSpeech::kNoun, 1, "a", StemEnd::kConsonant, StemChange::kNone,
     "a e i o - ama ah am ami"},
    {"kamea", PartOfSpeech::kNoun, 0.9, "a", StemEnd::kVowel, StemChange::kNone,
     "a e i o ?- ?j ama ah am ami"},
    {"stopnja", PartOfSpeech::kNoun, 0.95, "a", StemEnd::kConsonant, StemChange::kInsertE,
     "a e i o /- ama ah am ami"},
    {"ladja", PartOfSpeech::kNoun, 0.8, "a", StemEnd::kConsonant, StemChange::kInsertI,
     "a e i o /- ama ah am ami"},
    {"storitev", PartOfSpeech::kNoun, 1, "ev", StemEnd::kConsonant, StemChange::kNone,
     "ev ve vi vijo vama vah vam vami"},
    {"stvar", PartOfSpeech::kNoun, 1, "", StemEnd::kConsonant, StemChange::kNone,
     "- i jo ?ma ?ima ih im mi"},
    {"sol", PartOfSpeech::kNoun, 0.6, "", StemEnd::kConsonant, StemChange::kNone,
     "- i jo ?e i ih im mi ?em"},
    {"reC", PartOfSpeech::kNoun, 0.8, "", StemEnd::kConsonant, StemChange::kNone,
     "- i jo eh em mi ?ema ?ma ?e"},
    {"pesem", PartOfSpeech::kNoun, 0.9, "", StemEnd::kConsonant, StemChange::kDropE,
     "- /i /ijo /ih /im /imi /ima"},
    {"misel", PartOfSpeech::kNoun, 0.9, "", StemEnd::kConsonant, StemChange::kDropE,
     "- /i ?jo /ih /im /imi /ima"},
    {"mesto", PartOfSpeech::kNoun, 1, "o", StemEnd::kConsonant, StemChange::kNone,
     "o a u om i oma ih -"},
    {"pismo", PartOfSpeech::kNoun, 0.95, "o", StemEnd::kConsonant, StemChange::kInsertE,
     "o a u om i oma ih /-"},
    {"polje", PartOfSpeech::kNoun, 1, "e", StemEnd::kSoft, StemChange::kNone,
     "e a u em i ema ih -"},
    {"morje", PartOfSpeech::kNoun, 1, "e", StemEnd::kJ, StemChange::kNone, "e a u em i ema ih ?ij"},
    {"podjetje", PartOfSpeech::kNoun, 1, "je", StemEnd::kConsonant, StemChange::kNone,
     "je ja ju jem ji jema jih ?ij ?- ?ej"},
    {"ime", PartOfSpeech::kNoun, 0.95, "e", StemEnd::kConsonant, StemChange::kNone,
     "e ena enu enom eni en enoma enih"},
    {"dekle", PartOfSpeech::kNoun, 0.9, "e", StemEnd::kConsonant, StemChange::kNone,
     "e eta etu etom eti et etoma etih"},
    {"telo", PartOfSpeech::kNoun, 1, "o", StemEnd::kConsonant, StemChange::kNone,
     "o esa esu esom esi es esoma esih"},
    {"vrata", PartOfSpeech::kNoun, 0.5, "a", StemEnd::kConsonant, StemChange::kNone, "a - om ih i"},
    {"Skarje", PartOfSpeech::kNoun, 0.5, "e", StemEnd::kConsonant, StemChange::kNone,
     "e - ah am ami"},
    {"moZgani", PartOfSpeech::kNoun, 0.4, "i", StemEnd::kConsonant, StemChange::kNone,
     "i ov om ih e"},
    {"nov", PartOfSpeech::kAdjective, 1, "", StemEnd::kConsonant, StemChange::kNone,
     "- a o e i ega emu em im ih imi ima ^ejSi ^ejSa ^ejSe ^ejSega ^ejSih ^ejSo ^ejSim ^ejSem "
     "^ejSemu ^ejSimi"},
    {"davCen", PartOfSpeech::kAdjective, 1, "", StemEnd::kConsonant, StemChange::kDropE,
     "- /a /o /e /i /ega /emu /em /im /ih /imi /ima ^/ejSi ^/ejSa ^/ejSe ^/ejSega ^/ejSih ^/ejSo "
     "^/ejSim ^/ejSem ^/ejSemu ^/ejSimi"},
    {"slovenski", PartOfSpeech::kAdjective, 0.9, "i", StemEnd::kConsonant, StemChange::kNone,
     "i a o e ega emu em im ih imi ima"},
    {"rdeC", PartOfSpeech::kAdjective, 0.8, "", StemEnd::kSoft, StemChange::kNone,
     "- a e ?o i ega emu em im ih imi ima"},
    {"delati", PartOfSpeech::kVerb, 1, "ati", StemEnd::kAny, StemChange::kNone,
     "ati at al ala alo ali ale am aS a ava ata amo ate ajo ?aj ?ajte ?ajmo ?ajva ?ajta"
     " ?alega ?alemu ?alem ?alih ?alim ?alimi"},
    {"kupovati", PartOfSpeech::kVerb, 1, "ovati", StemEnd::kAny, StemChange::kNone,
     "ovati ovat oval ovala ovalo ovali ovale ujem ujeS uje ujeva ujeta ujemo ujete ujejo ?uj "
     "?ujte ?ujmo"
     " ?ovalega ?ovalemu ?ovalem ?ovalih ?ovalim ?ovalimi"},
    {"plaCevati", PartOfSpeech::kVerb, 1, "evati", StemEnd::kAny, StemChange::kNone,
     "evati evat eval evala evalo evali evale ujem ujeS uje ujeva ujeta ujemo ujete ujejo ?uj "
     "?ujte ?ujmo"
     " ?evalega ?evalemu ?evalem ?evalih ?evalim ?evalimi"},
    {"knjiZiti", PartOfSpeech::kVerb, 1, "iti", StemEnd::kConsonant, StemChange::kNone,
     "iti it il ila ilo ili ile im iS i iva ita imo ite ijo"
     " ?ilega ?ilemu ?ilem ?ilih ?ilim ?ilimi"},
    {"videti", PartOfSpeech::kVerb, 0.9, "eti", StemEnd::kConsonant, StemChange::kNone,
     "eti et el ela elo eli ele im iS i iva ita imo ite ijo"
     " ?elega ?elemu ?elem ?elih ?elim ?elimi"},
    {"umeti", PartOfSpeech::kVerb, 0.8, "eti", StemEnd::kConsonant, StemChange::kNone,
     "eti et el ela elo eli ele em eS e eva eta emo ete ejo ?ej ?ejte"
     " ?elega ?elemu ?elem ?elih ?elim ?elimi"},
    {"drZati", PartOfSpeech::kVerb, 0.8, "ati", StemEnd::kSoft, StemChange::kNone,
     "ati at al ala alo ali ale im iS i iva ita imo ite ijo"
     " ?alega ?alemu ?alem ?alih ?alim ?alimi"},
    {"vezati", PartOfSpeech::kVerb, 0.9, "ati", StemEnd::kConsonant, StemChange::kNone,
     "ati at al ala alo ali ale em eS e eva eta emo ete ejo ?i ?ite ?imo"
     " ?alega ?alemu ?alem ?alih ?alim ?alimi"},
    {"pisati", PartOfSpeech::kVerb, 0.9, "ati", StemEnd::kConsonant, StemChange::kPalatalise,
     "ati at al ala alo ali ale /em /eS /e /eva /eta /emo /ete /ejo ?/i ?/ite ?/imo"
     " ?alega ?alemu ?alem ?alih ?alim ?alimi"},
    {"dvigniti", PartOfSpeech::kVerb, 0.9, "niti", StemEnd::kAny, StemChange::kNone,
     "niti nit nil nila nilo nili nile nem neS ne neva neta nemo nete nejo ?ni ?nite ?nimo"
     " ?nilega ?nilemu ?nilem ?nilih ?nilim ?nilimi"},
    {"krasti", PartOfSpeech::kVerb, 0.7, "sti", StemEnd::kAny, StemChange::kNone,
     "sti st del dla dlo dli dle dem deS de deva deta demo dete dejo ?di ?dite"
     " ?dlega ?dlemu ?dlem ?dlih ?dlim ?dlimi"},
    {"plesti", PartOfSpeech::kVerb, 0.7, "sti", StemEnd::kAny, StemChange::kNone,
     "sti st tel tla tlo tli tle tem teS te teva teta temo tete tejo ?ti ?tite"
     " ?tlega ?tlemu ?tlem ?tlih ?tlim ?tlimi"},
    {"nesti", PartOfSpeech::kVerb, 0.7, "ti", StemEnd::kS, StemChange::kNone,
     "ti t el la lo li le em eS e eva eta emo ete ejo ?i ?ite"
     " ?lega ?lemu ?lem ?lih ?lim ?limi"},
    {"lezti", PartOfSpeech::kVerb, 0.7, "ti", StemEnd::kZ, StemChange::kNone,
     "ti t el la lo li le em eS e eva eta emo ete ejo ?i ?ite"
     " ?lega ?lemu ?lem ?lih ?lim ?limi"},
    {"reCi", PartOfSpeech::kVerb, 0.7, "Ci", StemEnd::kAny, StemChange::kNone,
     "Ci C kel kla klo kli kle Cem CeS Ce Ceva Ceta Cemo Cete Cejo ?ci ?cite"
     " ?klega ?klemu ?klem ?klih ?klim ?klimi"},
    {"striCi", PartOfSpeech::kVerb, 0.7, "Ci", StemEnd::kAny, StemChange::kNone,
     "Ci C gel gla glo gli gle Zem ZeS Ze Zeva Zeta Zemo Zete Zejo ?zi ?zite ?Zi"
     " ?glega ?glemu ?glem ?glih ?glim ?glimi"},
    {"piti", PartOfSpeech::kVerb, 0.7, "ti", StemEnd::kVowel, StemChange::kNone,
     "ti t l la lo li le jem jeS je jeva jeta jemo jete jejo ?j ?jte"
     " ?lega ?lemu ?lem ?lih ?lim ?limi"},
    {"objeti", PartOfSpeech::kVerb, 0.6, "eti", StemEnd::kAny, StemChange::kNone,
     "eti et el ela elo eli ele amem ameS ame amemo amete amejo ?ami ?amite"
     " ?elega ?elemu ?elem ?elih ?elim ?elimi"},
    {"zaCeti", PartOfSpeech::kVerb, 0.6, "eti", StemEnd::kConsonant, StemChange::kNone,
     "eti et el ela elo eli ele nem neS ne nemo nete nejo ?ni ?nite"
     " ?elega ?elemu ?elem ?elih ?elim ?elimi"},
    {"sneti", PartOfSpeech::kVerb, 0.6, "eti", StemEnd::kAny, StemChange::kNone,
     "eti et el ela elo eli ele mem meS me memo mete mejo ?mi ?mite"
     " ?elega ?elemu ?elem ?elih ?elim ?elimi"},
    {"zbrati", PartOfSpeech::kVerb, 0.6, "rati", StemEnd::kConsonant, StemChange::kNone,
     "rati rat ral rala ralo rali rale erem ereS ere eremo erete erejo ?eri ?erite"
     " ?ralega ?ralemu ?ralem ?ralih ?ralim ?ralimi"},
    {"zapreti", PartOfSpeech::kVerb, 0.6, "reti", StemEnd::kConsonant, StemChange::kNone,
     "reti ret rl rla rlo rli rle rem reS re remo rete rejo ?ri ?rite"
     " ?rlega ?rlemu ?rlem ?rlih ?rlim ?rlimi"},
    {"iziti", PartOfSpeech::kVerb, 0.6, "iti", StemEnd::kConsonant, StemChange::kNone,
     "iti it Sel Sla Slo Sli Sle idem ideS ide idemo idete idejo ?idi ?idite"
     " ?Slega ?Slemu ?Slem ?Slih ?Slim ?Slimi"},
    {"najti", PartOfSpeech::kVerb, 0.6, "jti", StemEnd::kVowel, StemChange::kNone,
     "jti jt Sel Sla Slo Sli Sle jdem jdeS jde jdemo jdete jdejo ?jdi ?jdite ?jdimo"
     " ?Slega ?Slemu ?Slem ?Slih ?Slim ?Slimi"},
    {"sejati", PartOfSpeech::kVerb, 0.6, "jati", StemEnd::kVowel, StemChange::kNone,
     "jati jat jal jala jalo jali jale jem jeS je jemo jete jejo ?j ?jte"
     " ?jalega ?jalemu ?jalem ?jalih ?jalim ?jalimi"},
    {"dodati", PartOfSpeech::kVerb, 0.6, "dati", StemEnd::kAny, StemChange::kNone,
     "dati dat dal dala dalo dali dale dam daS da dava dasta daste damo dajo ?daj ?dajte"
     " ?dalega ?dalemu ?dalem ?dalih ?dalim ?dalimi"},
    {"ostati", PartOfSpeech::kVerb, 0.6, "ti", StemEnd::kA, StemChange::kNone,
     "ti t l la lo li le nem neS ne nemo nete nejo ?ni ?nite"
     " ?lega ?lemu ?lem ?lih ?lim ?limi"},
    {"dajati", PartOfSpeech::kVerb, 0.6, "ati", StemEnd::kJ, StemChange::kNone,
     "ati at al ala alo ali ale am aS a amo ate ajo"
     " ?alega ?alemu ?alem ?alih ?alim ?alimi"},
    {"rasti", PartOfSpeech::kVerb, 0.4, "ti", StemEnd::kConsonant, StemChange::kNone,
     "ti t el la lo li le em eS e emo ete ejo"
     " ?lega ?lemu ?lem ?lih ?lim ?limi"},
    {"povedati", PartOfSpeech::kVerb, 0.9, "edati", StemEnd::kAny, StemChange::kNone,
     "edati edat edal edala edalo edali edale em eS e emo este ?edo ?ejo ?ej ?ejte ?eva ?esta"
     " ?edalega ?edalemu ?edalem ?edalih ?edalim ?edalimi"},
    {"izvedeti", PartOfSpeech::kVerb, 0.9, "edeti", StemEnd::kAny, StemChange::kNone,
     "edeti edet edel edela edelo edeli edele em eS e emo este ?edo ?ejo ?edi ?edite ?eva ?esta"
     " ?edelega ?edelemu ?edelem ?edelih ?edelim ?edelimi"},
    {"pojesti", PartOfSpeech::kVerb, 0.7, "esti", StemEnd::kAny, StemChange::kNone,
     "esti est edel edla edlo edli edle em eS e emo este ?edo ?ejo ?ej ?ejte"
     " ?edlega ?edlemu ?edlem ?edlih ?edlim ?edlimi"},
    {"pregnati", PartOfSpeech::kVerb, 0.7, "gnati", StemEnd::kAny, StemChange::kNone,
     "gnati gnat gnal gnala gnalo gnali gnale Zenem ZeneS Zene Zenemo Zenete Zenejo ?Zeni ?Zenite"
     " ?gnalega ?gnalemu ?gnalem ?gnalih ?gnalim ?gnalimi"},
    {"pozvati", PartOfSpeech::kVerb, 0.7, "zvati", StemEnd::kAny, StemChange::kNone,
     "zvati zvat zval zvala zvalo zvali zvale zovem zoveS zove zovemo zovete zovejo ?zovi ?zovite"
     " ?zvalega ?zvalemu ?zvalem ?zvalih ?zvalim ?zvalimi"},
    {"zapeti", PartOfSpeech::kVerb, 0.5, "eti", StemEnd::kConsonant, StemChange::kNone,
     "eti et el ela elo eli ele ojem ojeS oje ojemo ojete ojejo ?oj ?ojte"
     " ?elega ?elemu ?elem ?elih ?elim ?elimi"},
    {"zaspati", PartOfSpeech::kVerb, 0.7, "pati", StemEnd::kAny, StemChange::kNone,
     "pati pat pal pala palo pali pale pim piS pi pimo pite pijo"
     " ?palega ?palemu ?palem ?palih ?palim ?palimi"},
    {"obstati", PartOfSpeech::kVerb, 0.6, "ati", StemEnd::kAny, StemChange::kNone,
     "ati at al ala alo ali ale ojim ojiS oji ojimo ojite ojijo ?oj ?ojte"
     " ?alega ?alemu ?alem ?alih ?alim ?alimi"},
    // Words that have a singular only: names, and what cannot be counted.
    {"oskrba", PartOfSpeech::kNoun, 0.5, "a", StemEnd::kConsonant, StemChange::kNone, "a e i o"},
    {"Maribor", PartOfSpeech::kNoun, 0.5, "", StemEnd::kHard, StemChange::kNone,
     "- a u om ?ova ?ovo ?ovega ?ovemu ?ovem ?ovim ?ovimi"},
    {"BoleC", PartOfSpeech::kNoun, 0.5, "", StemEnd::kSoft, StemChange::kNone,
     "- a u em ?eva ?evo ?evega ?evemu ?evem ?evim ?evimi"},
    {"Koper", PartOfSpeech::kNoun, 0.5, "", StemEnd::kR, StemChange::kNone,
     "- ja ju jem ?jeva ?jevo ?jevega ?jevemu ?jevem ?jevim ?jevimi"},
    {"turizem", PartOfSpeech::kNoun, 0.6, "", StemEnd::kConsonant, StemChange::kDropE,
     "- /a /u /om"},
    {"gorivo", PartOfSpeech::kNoun, 0.5, "o", StemEnd::kConsonant, StemChange::kNone, "o a u om"},
    {"zdravje", PartOfSpeech::kNoun, 0.6, "e", StemEnd::kJ, StemChange::kNone, "e a u em"},
};

bool IsVowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool IsSoft(char c) { return c == 'c' || c == 'C' || c == 'S' || c == 'Z' || c == 'j'; }

// Where the last consonant begins; nj and lj are one.
std::size_t LastConsonant(std::string_view stem) {
  const std::size_t size = stem.size();
  const bool pair =
      size >= 4 && stem[size - 1] == 'j' && (stem[size - 2] == 'n' || stem[size - 2] == 'l');
  return size - (pair ? 2 : 1);
}

std::optional<std::string> Palatalised(std::string_view stem) {
  struct Seam {
    std::string_view from;
    std::string_view to;
  };
  constexpr Seam kSeams[] = {{"sl", "Slj"}, {"sk", "SC"}, {"st", "SC"}, {"s", "S"},  {"z", "Z"},
                             {"k", "C"},    {"c", "C"},   {"t", "C"},   {"g", "Z"},  {"h", "S"},
                             {"p", "plj"},  {"b", "blj"}, {"m", "mlj"}, {"r", "rj"}, {"l", "lj"}};
  for (const Seam& seam : kSeams) {
    if (!stem.ends_with(seam.from)) continue;
    return std::string(stem.substr(0, stem.size() - seam.from.size())) + std::string(seam.to);
  }
  return std::nullopt;
}

}  // namespace

std::span<const Paradigm> SloveneParadigms() { return kParadigms; }

bool FitsStem(StemEnd end, std::string_view stem) {
  const char last = stem.back();
  switch (end) {
    case StemEnd::kAny:
      return true;
    case StemEnd::kVowel:
      return IsVowel(last);
    case StemEnd::kConsonant:
      return !IsVowel(last);
    case StemEnd::kHard:
      return !IsVowel(last) && !IsSoft(last);
    case StemEnd::kSoft:
      return IsSoft(last);
    case StemEnd::kJ:
      return last == 'j';
    case StemEnd::kR:
      return last == 'r';
    case StemEnd::kS:
      return last == 's';
    case StemEnd::kZ:
      return last == 'z';
    case StemEnd::kA:
      return last == 'a';
  }
  return false;
}

std::optional<std::string> ChangedStem(StemChange change, std::string_view stem) {
  const std::size_t last = LastConsonant(stem);
  switch (change) {
    case StemChange::kNone:
      return std::string(stem);
    case StemChange::kDropE:
      if (last < 2 || stem[last - 1] != 'e' || IsVowel(stem[last - 2])) return std::nullopt;
      return std::string(stem.substr(0, last - 1)) + std::string(stem.substr(last));
    case StemChange::kInsertE:
    case StemChange::kInsertI:
      if (last < 1 || IsVowel(stem[last - 1])) return std::nullopt;
      return std::string(stem.substr(0, last)) + (change == StemChange::kInsertE ? "e" : "i") +
             std::string(stem.substr(last));
    case StemChange::kPalatalise:
      return Palatalised(stem);
  }
  return std::nullopt;
}

}  // namespace pomocnik::index
