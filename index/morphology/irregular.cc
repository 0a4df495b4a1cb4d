#include "index/morphology/irregular.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace pomocnik::index {
namespace {

constexpr double kWeight = 1000;

struct Word {
  std::string_view lemma;
  std::string_view forms;  // separated by spaces; the lemma is one of them
};

// After a grammar of Slovene. A form that is as usual of another word stands in neither row.
constexpr Word kIrregularWords[] = {
    // Verbs, with their negated forms
    {"biti",
     "biti bit sem si je sva sta smo ste so nisem nisi ni nisva nista nismo niste niso bom boš bo "
     "bova bosta bomo "
     "boste bodo bodem bodi bodite bodimo bi bil bila bilo bili bile"},
    {"imeti",
     "imeti imam imaš ima imava imata imamo imate imajo imej imejmo imejte imel imela imelo imeli "
     "imele nimam nimaš "
     "nima nimava nimata nimamo nimate nimajo"},
    {"hoteti",
     "hoteti hočem hočeš hoče hočeva hočeta hočemo hočete hočejo hotela hotelo hotele nočem nočeš "
     "noče nočeva nočeta "
     "nočemo nočete nočejo"},
    {"moči",
     "moči morem moreš more moreva moreta moremo morete morejo mogel mogla moglo mogli mogle"},
    {"iti",
     "iti grem greš gre greva gresta gremo greste gredo grejo šel šla šlo šli šle pojdi pojdite "
     "pojdimo pojdem pojde "
     "pojdejo"},
    {"priti",
     "priti pridem prideš pride prideva prideta pridemo pridete pridejo pridi pridite prišel "
     "prišla prišlo prišli "
     "prišle"},
    {"vedeti",
     "vedeti vem ve veva vesta vemo veste vedo vejo vedel vedela vedelo vedeli vedele vedi "
     "vedite"},
    {"jesti", "jesti jem ješ jemo jeste jedo jejo jedel jedla jedlo jedli jedle jej jejte"},
    {"dati", "dati dam daš damo daste dasta dajo dal dalo dali dale daj dajte dajmo"},
    {"deti", "deti denem deneš dene denemo denejo"},
    {"reči",
     "reči rečem rečeš reče rečeva rečeta rečemo rečete rečejo rekel rekla reklo rekli rekle "
     "recimo reci recite"},
    {"smeti", "smeti smem smeš sme smemo smejo smel smela smelo smeli smele"},
    {"iskati",
     "iskati iščem iščeš išče iščeva iščeta iščemo iščete iščejo išči iščite iščimo iskal iskala "
     "iskalo iskali iskale"},
    {"poslati",
     "poslati pošljem pošlješ pošlje pošljeva pošljeta pošljemo pošljete pošljejo pošlji pošljite "
     "pošljimo poslal "
     "poslala poslalo poslali poslale"},
    {"brati",
     "brati berem bereš bere beremo berete berejo beri berite bral brala bralo brali brale"},
    {"prati",
     "prati perem pereš pere peremo perete perejo peri perite pral prala pralo prali prale"},
    {"gnati", "gnati ženem ženeš žene ženemo ženete gnal gnala gnalo gnali gnale"},
    {"zvati", "zvati zovem zoveš zove zovejo zval zvala zvalo zvali zvale"},
    {"klati", "klati koljem kolješ kolje koljejo klal klala klali"},
    {"bati", "bati bojim bojiš boji bojimo bojite bojijo bal bala balo bali bale"},
    {"stati",
     "stati stojim stojiš stoji stojimo stojite stojijo stal stala stalo stali stale stane "
     "stanejo"},
    {"spati", "spati spim spiš spi spimo spite spijo spal spala spalo spali spale"},
    {"peti", "peti pojem poješ poje pojemo pojete pojejo pel pela pelo peli pele"},
    {"gledati",
     "gledati gledam gledaš gleda gledamo gledate gledajo glej glejte glejmo gledal gledala "
     "gledalo gledali gledale"},
    {"pogledati",
     "pogledati poglej poglejte poglejmo pogledam pogledaš pogleda pogledamo pogledate pogledajo "
     "pogledal pogledala pogledalo pogledali pogledale"},
    {"teči", "teči tečem tečeš teče tečemo tečete tečejo tekel tekla teklo tekli tekle"},
    {"peči", "pečem pečeš peče pečemo pečete pečejo pekel pekla peklo pekli pekle"},
    {"leči", "leči ležem lezite legel legla leglo legli legle"},
    {"umreti", "umreti umrem umreš umre umrejo umrl umrla umrlo umrli umrle"},
    // Nouns
    {"človek", "človek človeka človeku človekom ljudje ljudi ljudem ljudeh ljudmi"},
    {"otrok", "otrok otroka otroku otrokom otroci otroke otrocih otrokoma"},
    {"dan", "dan dne dneva dnevu dnem dnevom dni dnevi dneve dnevov dneh dnevih dnevoma"},
    {"poldan", "poldan poldne poldneva poldnevu poldnevom"},
    {"leto", "leto leta letu letom leti let letih letoma"},
    {"oko", "oko očesa očesu očesom oči očmi očeh očem"},
    {"uho", "uho ušesa ušesu ušesom ušes ušesih ušesi"},
    {"mati", "mati matere materi mater materjo materam materah materami"},
    {"hči", "hči hčere hčeri hčer hčerjo hčeram hčerah hčerami"},
    {"gospa", "gospa gospe gospo gospej gospem gospeh gospemi"},
    {"tla", "tla tal tlom tleh tlemi tli"},
    {"kri", "kri krvi krvjo krvmi"},
    {"cerkev", "cerkev cerkve cerkvi cerkvijo cerkva cerkvah cerkvam cerkvami"},
    {"pes", "pes psa psu psom psi psov pse psih psoma"},
    {"teden", "teden tedna tednu tednom tedni tednov tedne tednih tednoma"},
    {"gospod", "gospod gospoda gospodu gospodom gospodje gospodov gospode gospodih"},
    {"brat", "brat brata bratu bratom bratje bratov brate bratih"},
    {"mož", "mož moža možu možem možje mož može možeh možmi"},
    {"oče", "oče očeta očetu očetom očetje očetov očete očetih"},
    {"kolo", "kolo kolesa kolesu kolesom kolesi koles kolesih kolesoma"},
    {"drevo", "drevo drevesa drevesu drevesom drevesi dreves drevesih drevesoma"},
    {"telo", "telo telesa telesu telesom telesi teles telesih telesoma"},
    {"meni", "meni menija meniju menijem meniji menije menijev menijih"},
    {"dekle", "dekle dekleta dekletu dekletom dekleti deklet dekletih dekletoma"},
    // Adjectives whose comparison has another stem: below. Here what is no comparative.
    {"velik",
     "velik velika veliko velike veliki velikega velikemu velikem velikim velikih velikimi"},
    {"majhen",
     "majhen majhna majhno majhne majhni majhnega majhnemu majhnem majhnim majhnih majhnimi"},
    {"dober", "dober dobra dobro dobre dobri dobrega dobremu dobrem dobrim dobrih dobrimi"},
    {"poceni", "poceni"},
    {"sam", "sam sama samo same sami samega samemu samem samim samih samimi"},
    {"ves", "ves vsa vse vso vsega vsemu vsem vsej vsi vseh vsemi"},
    {"vsak", "vsak vsaka vsako vsake vsaki vsakega vsakemu vsakem vsakim vsakih vsakimi"},
    // Pronouns
    {"jaz", "jaz mene me mano menoj midva mi nam nami naju nama"},
    {"ti", "tebe tebi te teboj tabo vidva vam vami vaju vama"},
    {"on",
     "on ona ono oni one njega njemu njem njim ga mu nje njej njo njih jih jim njimi njiju jima"},
    {"se", "se sebe sebi seboj sabo"},
    {"ta", "ta to tega temu tem teh temi tej"},
    {"tisti", "tisti tista tisto tiste tistega tistemu tistem tistim tistih tistimi"},
    {"kdo", "kdo koga komu kom"},
    {"kaj", "kaj česa čemu čem čim"},
    {"kateri", "kateri katera katero katere katerega kateremu katerem katerim katerih katerimi"},
    {"kakšen",
     "kakšen kakšna kakšno kakšne kakšni kakšnega kakšnemu kakšnem kakšnim kakšnih kakšnimi"},
    {"nekateri", "nekateri nekatera nekatero nekatere nekaterega nekaterim nekaterih nekaterimi"},
    {"nekdo", "nekdo nekoga nekomu"},
    {"nihče", "nihče nikogar nikomur nikomer"},
    {"nič", "nič ničesar ničemur ničemer"},
    {"moj", "moj moja moje mojo mojega mojemu mojem mojim mojih mojimi moji"},
    {"tvoj", "tvoj tvoja tvoje tvojo tvojega tvojemu tvojem tvojim tvojih tvojimi tvoji"},
    {"svoj", "svoj svoja svoje svojo svojega svojemu svojem svojim svojih svojimi svoji"},
    {"naš", "naš naša naše našo našega našemu našem našim naših našimi naši"},
    {"vaš", "vaš vaša vaše vašo vašega vašemu vašem vašim vaših vašimi vaši"},
    {"njen", "njen njena njeno njene njenega njenemu njenem njenim njenih njenimi njeni"},
    {"njegov",
     "njegov njegova njegovo njegove njegovega njegovemu njegovem njegovim njegovih njegovimi "
     "njegovi"},
    {"njihov",
     "njihov njihova njihovo njihove njihovega njihovemu njihovem njihovim njihovih njihovimi "
     "njihovi"},
    // Numerals
    {"en", "en ena eno ene enega enemu enem enim enih enimi"},
    {"dva", "dva dve dveh dvema"},
    {"trije", "trije tri treh trem tremi"},
    {"štirje", "štirje štiri štirih štirim štirimi"},
    {"pet", "pet petih petim petimi"},
    {"šest", "šest šestih šestim šestimi"},
    {"sedem", "sedem sedmih sedmim sedmimi"},
    {"osem", "osem osmih osmim osmimi"},
    {"devet", "devet devetih devetim devetimi"},
    {"deset", "deset desetih desetim desetimi"},
    {"oba", "oba obe obeh obema"},
};

struct Comparison {
  std::string_view lemma;
  std::string_view stem;  // of the comparative
};

constexpr Comparison kComparisons[] = {
    {"velik", "večj"},      {"majhen", "manjš"},  {"dober", "boljš"},   {"slab", "slabš"},
    {"dolg", "daljš"},      {"kratek", "krajš"},  {"visok", "višj"},    {"nizek", "nižj"},
    {"težek", "težj"},      {"lahek", "lažj"},    {"drag", "dražj"},    {"poceni", "cenejš"},
    {"širok", "širš"},      {"ozek", "ožj"},      {"globok", "globlj"}, {"mlad", "mlajš"},
    {"lep", "lepš"},        {"hud", "hujš"},      {"tih", "tiš"},       {"sladek", "slajš"},
    {"gladek", "glajš"},    {"bližnji", "bližj"}, {"blizek", "bliž"},   {"tanek", "tanjš"},
    {"redek", "redkejš"},   {"gost", "gostejš"},  {"trd", "trš"},       {"grd", "grš"},
    {"krepek", "krepkejš"},
};

constexpr std::array<std::string_view, 11> kAdjectiveEndings = {
    "i", "a", "e", "o", "ega", "emu", "em", "im", "ih", "imi", "ima"};

}  // namespace

std::vector<FormLemma> IrregularPairs() {
  std::vector<FormLemma> pairs;
  for (const Word& word : kIrregularWords) {
    std::string_view rest = word.forms;
    while (!rest.empty()) {
      const std::string_view form = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(rest.size(), form.size() + 1));
      pairs.push_back({std::string(form), std::string(word.lemma), kWeight});
    }
  }
  for (const Comparison& comparison : kComparisons) {
    for (const std::string_view ending : kAdjectiveEndings) {
      const std::string form = std::string(comparison.stem).append(ending);
      pairs.push_back({form, std::string(comparison.lemma), kWeight});
      pairs.push_back({"naj" + form, std::string(comparison.lemma), kWeight});
    }
  }
  return pairs;
}

}  // namespace pomocnik::index
