#include "index/morphology/frequent_words.h"

#include <algorithm>

namespace pomocnik::index {
namespace {

constexpr std::string_view kWords =
    "leto slovenija evropa Cas dan delo mesto drZava ura stran naCin primer otrok svet vpraSanje "
    "podjetje "
    "pot Zivljenje skupina pravica zakon odstotek program roka vrsta voda konec oblika problem moC "
    "beseda "
    "oko hiSa rok stanje cena postopek raCun sistem teden mesec banka denar cilj naloga vloga meja "
    "center "
    "ime knjiga trg sporoCilo poroCilo vozilo pooblastilo plaCa plaCilo delavec podatek zahteva "
    "obraCun "
    "dopust list vnos izpis prejemek stopnja glava noga telo srce Zena moZ mati oCe sin hCi brat "
    "sestra "
    "prijatelj druZina Sola uCitelj zdravnik bolnik zdravilo bolezen vlada predsednik minister "
    "vojna mir "
    "vojska policija sodiSCe sodnik stranka volitve politika gospodarstvo trgovina delnica druZba "
    "lastnik "
    "kupec prodaja nakup znesek davek prispevek dolg posojilo kredit obrest deleZ toCka vrednost "
    "Stevilo "
    "koliCina mera merilo obmoCje prostor soba vrata okno miza stol zemlja morje gora reka gozd "
    "drevo "
    "cvet trava Zival pes maCka ptica riba hrana kruh meso mleko vino pivo kava sadje jabolko "
    "zelenjava "
    "sonce luna zvezda nebo zrak veter deZ sneg led ogenj luC barva zvok glas pesem glasba igra "
    "film "
    "slika Casopis novica Clanek Crka Stevilka stavek jezik pomen misel ideja obCutek "
    "ljubezen "
    "sreCa strah jeza volja Zelja upanje resnica laZ greh bog cerkev vera duSa duh smrt rojstvo "
    "otroStvo "
    "mladost starost stanovanje avto vlak letalo ladja cesta ulica most poSta telefon raCunalnik "
    "naprava "
    "stroj orodje material les kamen Zelezo zlato srebro steklo papir blago oblaCilo obleka Cevelj "
    "torba "
    "denarnica sredstvo sila energija razlog vzrok posledica uCinek rezultat uspeh napaka teZava "
    "reSitev "
    "odgovor predlog naCrt projekt dejavnost storitev izdelek dogodek prireditev tekma zmaga poraz "
    "igralec moStvo klub Clan organizacija druStvo zveza odbor obCina regija vas kraj dom kmet "
    "direktor "
    "vodja sodelavec uporabnik naroCilo dobava pogodba dogovor sporazum pogoj pravilo doloCilo "
    "doloCba "
    "Clen odlok uredba navodilo priporoCilo opozorilo potrdilo dokazilo dovoljenje soglasje izjava "
    "zapisnik seznam tabela obrazec dokument datoteka mapa geslo gumb stolpec vrstica polje "
    "zavihek nov "
    "velik star dober mali prvi drugi zadnji razliCen cel visok mlad bel Crn Ziv majhen slab nizek "
    "kratek "
    "Sirok ozek teZek lahek moCan Sibek hiter poCasen lep grd topel hladen vroC mrzel suh moker "
    "Cist "
    "umazan poln prazen odprt zaprt pravi prav pomemben potreben moZen mogoC znan jasen posamezen "
    "skupen "
    "javen zaseben drZaven evropski slovenski svetoven mednaroden domaC tuj sam isti podoben enak "
    "poseben "
    "posreden neposreden rdeC moder zelen rumen siv rjav sveti mrtev bolan zdrav bogat reven "
    "sreCen "
    "Zalosten prost zaposlen dodaten glaven osnoven konCen zaCeten celoten popoln delen letni "
    "meseCen "
    "dneven tedenski imeti morati moCi reCi priti iti dobiti vedeti videti zaCeti povedati postati "
    "praviti ostati delati Zeleti dati misliti narediti najti pomeniti potekati govoriti Ziveti "
    "leZati "
    "sedeti teCi nesti peljati voditi vzeti prinesti prenesti poslati pisati brati gledati sliSati "
    "posluSati Cutiti poznati razumeti uCiti nauCiti pokazati odpreti zapreti nadaljevati "
    "uporabiti "
    "uporabljati pripraviti popraviti postaviti predstaviti pojaviti zgoditi odloCiti doloCiti "
    "dovoliti "
    "omogoCiti zahtevati potrebovati prositi vpraSati odgovoriti pomagati skrbeti ukvarjati "
    "sodelovati "
    "veljati obstajati trajati drZati igrati plaCati kupiti prodati dodati izdati oddati sprejeti "
    "prejeti "
    "vnesti izbrati vpisati shraniti izbrisati spremeniti urediti preveriti poiskati ustvariti "
    "vkljuCiti "
    "izkljuCiti umreti roditi pustiti padati pasti rasti dvigniti leteti hoditi potovati vrniti "
    "oditi "
    "dvigati trditi upati verjeti bati ljubiti klicati poklicati imenovati Steti meriti";

}  // namespace

std::unordered_set<std::string_view> FrequentWords() {
  std::unordered_set<std::string_view> words;
  for (std::string_view rest = kWords; !rest.empty();) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    words.insert(word);
  }
  return words;
}

}  // namespace pomocnik::index
