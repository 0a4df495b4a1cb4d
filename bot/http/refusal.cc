#include "bot/http/refusal.h"

#include <array>
#include <nlohmann/json.hpp>

#include "bot/http/json_text.h"

namespace pomocnik::bot::http {
namespace {

struct Entry {
  Problem problem;
  int status;
  std::string_view code;
  std::array<std::string_view, 3> text;  // by Language; "{}" stands for the field
};

// In the order of Problem.
constexpr Entry kEntries[] = {
    {Problem::kMalformedRequest,
     400,
     "invalid_argument",
     {"Zahteva ni veljavna.", "The request is malformed.", "Zahtjev nije ispravan."}},
    {Problem::kMalformedJson,
     400,
     "invalid_argument",
     {"Telo zahteve ni veljaven objekt JSON.", "The body is not a valid JSON object.",
      "Tijelo zahtjeva nije ispravan objekt JSON."}},
    {Problem::kMissingField,
     400,
     "invalid_argument",
     {"Manjka polje »{}«.", "The field \"{}\" is missing.", "Nedostaje polje »{}«."}},
    {Problem::kWrongField,
     400,
     "invalid_argument",
     {"Polje »{}« nima prave vrednosti.", "The field \"{}\" has a wrong value.",
      "Polje »{}« nema ispravnu vrijednost."}},
    {Problem::kLongField,
     400,
     "invalid_argument",
     {"Polje »{}« je predolgo.", "The field \"{}\" is too long.", "Polje »{}« je predugo."}},
    {Problem::kEmptyMessage,
     400,
     "invalid_argument",
     {"Sporočilo je prazno. Napišite, kaj vas zanima.",
      "The message is empty. Write what you would like to know.",
      "Poruka je prazna. Napišite što vas zanima."}},
    {Problem::kLongMessage,
     400,
     "invalid_argument",
     {"Sporočilo je predolgo. Skrajšajte ga na največ 2000 znakov.",
      "The message is too long. Shorten it to at most 2000 characters.",
      "Poruka je preduga. Skratite je na najviše 2000 znakova."}},
    {Problem::kNotSignedIn,
     401,
     "not_signed_in",
     {"Niste prijavljeni ali je prijava potekla. Prijavite se.",
      "You are not signed in, or your session has ended. Please sign in.",
      "Niste prijavljeni ili je prijava istekla. Prijavite se."}},
    {Problem::kWrongSignIn,
     401,
     "wrong_sign_in",
     {"Ime, geslo ali koda se ne ujemajo. Preverite jih in poskusite znova.",
      "The name, password or code is not right. Check them and try again.",
      "Ime, lozinka ili kod nisu ispravni. Provjerite ih i pokušajte ponovno."}},
    {Problem::kCodeRequired,
     401,
     "code_required",
     {"Vpišite še šestmestno kodo iz aplikacije na telefonu.",
      "Also enter the six-digit code from the app on your phone.",
      "Upišite i šesteroznamenkasti kod iz aplikacije na telefonu."}},
    {Problem::kForeignPage,
     403,
     "forbidden",
     {"Zahteva ni prišla s strani za zaposlene. Osvežite stran in poskusite znova.",
      "The request did not come from the staff page. Reload the page and try again.",
      "Zahtjev nije došao sa stranice za zaposlenike. Osvježite stranicu i pokušajte ponovno."}},
    {Problem::kRoleTooLow,
     403,
     "forbidden",
     {"Za to nimate pravice. Obrnite se na skrbnika.", "You may not do this. Ask an administrator.",
      "Za to nemate ovlasti. Obratite se administratoru."}},
    {Problem::kNotFound,
     404,
     "not_found",
     {"Na tem naslovu ni ničesar.", "There is nothing at this address.",
      "Na ovoj adresi nema ničega."}},
    {Problem::kNoSuchArticle,
     404,
     "not_found",
     {"Tega članka ni ali ne velja več.", "There is no such article, or it is no longer valid.",
      "Tog članka nema ili više ne vrijedi."}},
    {Problem::kNoSuchConversation,
     404,
     "not_found",
     {"Tega pogovora ni več. Začnite novega.",
      "This conversation no longer exists. Please start a new one.",
      "Tog razgovora više nema. Započnite novi."}},
    {Problem::kNoSuchTurn,
     404,
     "not_found",
     {"Tega odgovora ni mogoče oceniti.", "This reply cannot be rated.",
      "Taj odgovor nije moguće ocijeniti."}},
    {Problem::kNoSuchSession,
     404,
     "not_found",
     {"Te prijave ni več.", "This session no longer exists.", "Te prijave više nema."}},
    {Problem::kNoSuchVersion,
     404,
     "not_found",
     {"Te različice ni več ali je poškodovana.", "This version no longer exists, or is damaged.",
      "Te verzije više nema ili je oštećena."}},
    {Problem::kMethodNotAllowed,
     405,
     "method_not_allowed",
     {"Ta način zahteve tu ni dovoljen.", "This method is not allowed here.",
      "Ta metoda zahtjeva ovdje nije dopuštena."}},
    {Problem::kKeyReused,
     409,
     "conflict",
     {"Isti ključ je bil že uporabljen za drugo sporočilo.",
      "The same key was already used for another message.",
      "Isti ključ već je upotrijebljen za drugu poruku."}},
    {Problem::kEditingOff,
     409,
     "editing_off",
     {"Urejanje je izklopljeno. Skrbnik ga vklopi tako, da v nastavitve strežnika vpiše mapo z "
      "vsebino (kb: MAPA) in ga znova zažene.",
      "Editing is off. The operator turns it on by naming the content folder in the server's "
      "configuration (kb: DIR) and restarting it.",
      "Uređivanje je isključeno. Administrator ga uključuje tako da u postavke poslužitelja upiše "
      "mapu sa sadržajem (kb: MAPA) i ponovno ga pokrene."}},
    {Problem::kEditedMeanwhile,
     409,
     "conflict",
     {"Nekdo je to medtem spremenil. Odprite znova in ponovite spremembo.",
      "Somebody has changed this meanwhile. Open it again and repeat your change.",
      "Netko je to u međuvremenu promijenio. Otvorite ponovno i ponovite promjenu."}},
    {Problem::kBrokenFile,
     409,
     "conflict",
     {"Datoteka ima napako, zato je tu ni mogoče spremeniti. Popravite jo v mapi z vsebino.",
      "The file has an error, so it cannot be changed here. Mend it in the content folder.",
      "Datoteka ima pogrešku pa je ovdje nije moguće promijeniti. Ispravite je u mapi sa "
      "sadržajem."}},
    {Problem::kPublishBusy,
     409,
     "conflict",
     {"Nova različica se že pripravlja. Počakajte, da se priprava konča.",
      "A new version is being prepared already. Wait until that is done.",
      "Nova se verzija već priprema. Pričekajte da priprema završi."}},
    {Problem::kCandidateGone,
     409,
     "conflict",
     {"Pripravljena različica ne velja več. Pripravite jo znova.",
      "The prepared version no longer stands. Prepare it again.",
      "Pripremljena verzija više ne vrijedi. Pripremite je ponovno."}},
    {Problem::kLengthRequired,
     411,
     "length_required",
     {"Zahteva mora povedati dolžino telesa.", "The request must state the length of its body.",
      "Zahtjev mora navesti duljinu tijela."}},
    {Problem::kBodyTooLarge,
     413,
     "too_large",
     {"Zahteva je prevelika.", "The request is too large.", "Zahtjev je prevelik."}},
    {Problem::kTargetTooLong,
     414,
     "too_large",
     {"Naslov je predolg.", "The address is too long.", "Adresa je preduga."}},
    {Problem::kEncodedBody,
     415,
     "unsupported_media_type",
     {"Telo zahteve ne sme biti stisnjeno.", "The body must not be compressed.",
      "Tijelo zahtjeva ne smije biti sažeto."}},
    {Problem::kNotJsonType,
     415,
     "unsupported_media_type",
     {"Telo zahteve mora biti vrste application/json.",
      "The body must be of type application/json.",
      "Tijelo zahtjeva mora biti vrste application/json."}},
    {Problem::kTooManyRequests,
     429,
     "rate_limited",
     {"Preveč zahtev naenkrat. Počakajte nekaj trenutkov in poskusite znova.",
      "Too many requests at once. Wait a few moments and try again.",
      "Previše zahtjeva odjednom. Pričekajte nekoliko trenutaka i pokušajte ponovno."}},
    {Problem::kTooManyMessages,
     429,
     "rate_limited",
     {"Iz vašega omrežja je danes prišlo preveč vprašanj. Poskusite čez nekaj minut.",
      "Too many questions came from your network today. Try again in a few minutes.",
      "Iz vaše je mreže danas stiglo previše pitanja. Pokušajte za nekoliko minuta."}},
    {Problem::kTooManySignIns,
     429,
     "rate_limited",
     {"Preveč neuspelih poskusov prijave. Počakajte četrt ure in poskusite znova.",
      "Too many failed attempts to sign in. Wait a quarter of an hour and try again.",
      "Previše neuspjelih pokušaja prijave. Pričekajte četvrt sata i pokušajte ponovno."}},
    {Problem::kConversationTooFast,
     429,
     "rate_limited",
     {"Vprašanja si sledijo prehitro. Počakajte nekaj trenutkov in poskusite znova.",
      "The questions come too fast. Wait a few moments and try again.",
      "Pitanja dolaze prebrzo. Pričekajte nekoliko trenutaka i pokušajte ponovno."}},
    {Problem::kConversationFull,
     429,
     "conversation_full",
     {"Pogovor je dosegel največjo dolžino. Začnite novega.",
      "This conversation has reached its greatest length. Please start a new one.",
      "Razgovor je dosegao najveću duljinu. Započnite novi."}},
    {Problem::kHeadersTooLarge,
     431,
     "too_large",
     {"Glave zahteve so prevelike.", "The headers are too large.",
      "Zaglavlja zahtjeva su prevelika."}},
    {Problem::kInternal,
     500,
     "internal",
     {"Nekaj je šlo narobe. Poskusite znova ali oddajte zahtevek.",
      "Something went wrong. Try again or file a request.",
      "Nešto je pošlo po zlu. Pokušajte ponovno ili pošaljite zahtjev."}},
    {Problem::kBusy,
     503,
     "unavailable",
     {"Pomočnik je trenutno preobremenjen. Poskusite čez trenutek.",
      "The assistant is busy. Try again in a moment.",
      "Pomoćnik je trenutačno preopterećen. Pokušajte za trenutak."}},
    {Problem::kSignInBusy,
     503,
     "unavailable",
     {"Prijavlja se preveč ljudi hkrati. Poskusite čez trenutek.",
      "Too many people are signing in at once. Try again in a moment.",
      "Previše se ljudi prijavljuje istodobno. Pokušajte za trenutak."}},
    {Problem::kStaffUnavailable,
     503,
     "unavailable",
     {"Strani za zaposlene trenutno ne delujejo. Poskusite čez trenutek.",
      "The staff pages are not working at the moment. Try again in a moment.",
      "Stranice za zaposlenike trenutačno ne rade. Pokušajte za trenutak."}},
    {Problem::kNoIndex,
     503,
     "unavailable",
     {"Pomočnik se še pripravlja. Poskusite čez trenutek.",
      "The assistant is not ready yet. Try again in a moment.",
      "Pomoćnik se još priprema. Pokušajte za trenutak."}},
    {Problem::kDraining,
     503,
     "draining",
     {"Pomočnik se ustavlja. Poskusite čez trenutek.",
      "The assistant is stopping. Try again in a moment.",
      "Pomoćnik se zaustavlja. Pokušajte za trenutak."}},
    {Problem::kNotSaved,
     503,
     "unavailable",
     {"Ocene trenutno ni mogoče shraniti. Poskusite čez trenutek.",
      "The rating cannot be saved now. Try again in a moment.",
      "Ocjenu trenutačno nije moguće spremiti. Pokušajte za trenutak."}},
};

constexpr bool InOrder() {
  std::size_t i = 0;
  for (const Entry& entry : kEntries) {
    if (static_cast<std::size_t>(entry.problem) != i++) return false;
  }
  return i == static_cast<std::size_t>(Problem::kNotSaved) + 1;
}
static_assert(InOrder(), "one entry for each Problem, in its order");

const Entry& EntryOf(Problem problem) { return kEntries[static_cast<std::size_t>(problem)]; }

}  // namespace

int RefusalStatus(Problem problem) { return EntryOf(problem).status; }

std::string RefusalText(const Refusal& refusal, Language language) {
  std::string text(EntryOf(refusal.problem).text[static_cast<std::size_t>(language)]);
  const std::size_t place = text.find("{}");
  if (place != std::string::npos) text.replace(place, 2, refusal.field);
  return text;
}

Response Refuse(const Refusal& refusal, Language language) {
  const Entry& entry = EntryOf(refusal.problem);
  OrderedJson error = {{"code", entry.code}, {"message", RefusalText(refusal, language)}};
  if (!refusal.field.empty()) error["field"] = refusal.field;

  Response response;
  response.status = entry.status;
  response.content_type = "application/json";
  response.body = Dump({{"error", std::move(error)}});
  const auto wait = std::chrono::ceil<std::chrono::seconds>(refusal.retry_after);
  if (wait.count() > 0) {
    response.headers.push_back({"Retry-After", std::to_string(wait.count())});
  } else if (entry.status == 503) {
    response.headers.push_back({"Retry-After", "2"});
  }
  return response;
}

Problem ProblemOf(ErrorCode code) {
  switch (code) {
    case ErrorCode::kInvalidArgument:
      return Problem::kMalformedRequest;
    case ErrorCode::kNotFound:
      return Problem::kNotFound;
    case ErrorCode::kConflict:
      return Problem::kKeyReused;
    case ErrorCode::kExhausted:
      return Problem::kConversationTooFast;
    case ErrorCode::kFull:
      return Problem::kConversationFull;
    case ErrorCode::kUnavailable:
      return Problem::kBusy;
    case ErrorCode::kInternal:
      return Problem::kInternal;
  }
  return Problem::kInternal;
}

}  // namespace pomocnik::bot::http
