#include "index/rank/suggester.h"

#include <doctest/doctest.h>

#include <string>

namespace pomocnik::index {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

constexpr Date kToday{year{2026}, month{11}, day{25}};

SuggestibleArticle ArticleOf(std::string title, std::string module,
                             std::vector<std::string> questions = {},
                             kb::Kind kind = kb::Kind::kTip) {
  return {.title = std::move(title),
          .questions = std::move(questions),
          .module = std::move(module),
          .kind = kind,
          .valid_from = std::nullopt,
          .valid_to = std::nullopt};
}

SuggesterInput SmallInput() {
  SuggesterInput input;
  const std::string sales = "Fakturiranje";
  const std::string ledger = "Dvostavno knjigovodstvo";
  input.articles = {
      ArticleOf("Dobropis kupcu za račun", sales, {"Kako prekličem izdani račun?"}),
      ArticleOf("Storno temeljnice", ledger),
      ArticleOf("Knjiženje plačil", ledger),
      ArticleOf("Prejem e-računa", "ePoštar"),
      ArticleOf("Obrazec REK-1", "Obračun plač"),
      ArticleOf("Spremembe pri računih", sales, {}, kb::Kind::kRelease),
      ArticleOf("Odprte postavke", ledger),
      ArticleOf("Gumb Knjiži", sales),
      ArticleOf("Gumb Knjiži", ledger),
      ArticleOf("Gumb Knjiži", ledger),
  };
  input.abbreviations[ledger] = {"DK"};
  input.known_words = {"dobropisom", "temeljnicah", "psa"};
  return input;
}

struct Desk {
  kb::Lexicon lexicon;
  Analyzer analyzer;
  Suggester suggester;

  explicit Desk(SuggesterInput input = SmallInput())
      : lexicon(LexiconOf()), analyzer(lexicon), suggester(analyzer, std::move(input)) {}

  static kb::Lexicon LexiconOf() {
    kb::Lexicon lexicon;
    lexicon.stop_words = {"kako", "za", "pri"};
    return lexicon;
  }

  // The texts by group: "first, second | of another module".
  std::string Show(const std::string& typed, const std::string& module = "",
                   std::size_t limit = 8) const {
    std::string shown;
    for (const auto& group : suggester.Suggest({typed, module, limit, kToday})) {
      if (!shown.empty()) shown += " | ";
      const char* separator = "";
      for (const auto& [article, text] : group) {
        shown += separator;
        shown += text;
        separator = ", ";
      }
    }
    return shown;
  }
};

TEST_CASE("titles and questions are suggested for what is typed") {
  const std::pair<std::string, std::string> rows[] = {
      // beginnings, with and without diacritics
      {"te", "Storno temeljnice"},
      {"dobr", "Dobropis kupcu za račun"},
      {"ODPRTE POSTAVKE", "Odprte postavke"},
      {"plači", "Knjiženje plačil | Obrazec REK-1"},
      {"t", ""},
      {"", ""},
      {"helikopter", ""},
      // other forms, whole or begun
      {"dobropisov", "Dobropis kupcu za račun"},
      {"temeljnico", "Storno temeljnice"},
      {"temeljnica", "Storno temeljnice"},
      {"dobropiso", "Dobropis kupcu za račun"},
      // words of one root
      {"knjižiti plač", "Knjiženje plačil"},
      {"knjižba ", "Knjiženje plačil, Gumb Knjiži | Gumb Knjiži"},
      // all words, in any order
      {"temeljnice storno", "Storno temeljnice"},
      {"storno računa", ""},
      {"gumb g", ""},
      // common questions in the place of their article's title
      {"kako prekl", "Kako prekličem izdani račun?"},
      {"izdanih računov", "Kako prekličem izdani račun?"},
      // stop words alone are looked for, beside others only preferred
      {"kako", "Kako prekličem izdani račun?"},
      {"dobropis pri kupcu", "Dobropis kupcu za račun"},
      {"dobropis za", "Dobropis kupcu za račun"},
      // finished words may be cut short
      {"odp po", "Odprte postavke"},
      // joined words and codes
      {"eracun", "Prejem e-računa"},
      {"e-rač", "Prejem e-računa"},
      {"rek1", "Obrazec REK-1"},
      {"rek-1", "Obrazec REK-1"},
      // one typing error in a word of five letters or more
      {"temelnice", "Storno temeljnice"},
      {"temejlni", "Storno temeljnice"},
      {"dobtopi", "Dobropis kupcu za račun"},
      {"dobroppis kupcu", "Dobropis kupcu za račun"},
      {"tembljnoce", ""},
      {"sonto", ""},
      {"rewk", ""},
      {"xprte", ""},
  };
  const Desk desk;
  for (const auto& row : rows) {
    CAPTURE(row.first);
    CHECK(desk.Show(row.first) == row.second);
  }
}

TEST_CASE("suggestions are grouped by module, best first") {
  const std::pair<std::string, std::string> rows[] = {
      // the whole word before its other forms, release notes last
      {"račun", "Dobropis kupcu za račun, Spremembe pri računih | Prejem e-računa"},
      // one name in two modules, and twice in one of them
      {"gumb", "Gumb Knjiži | Gumb Knjiži"},
      // at the start before behind it
      {"knji", "Knjiženje plačil, Gumb Knjiži, Storno temeljnice, Odprte postavke | Gumb Knjiži"},
      // a module's name or abbreviation narrows
      {"dk gumb", "Gumb Knjiži"},
      {"fakturiranje gumb", "Gumb Knjiži"},
      {"ePoštar", "Prejem e-računa"},
  };
  const Desk desk;
  for (const auto& row : rows) {
    CAPTURE(row.first);
    CHECK(desk.Show(row.first) == row.second);
  }
}

TEST_CASE("the module asked from comes first and hides nothing") {
  const Desk desk;
  CHECK(desk.Show("knjiž", "dvostavno KNJIGOVODSTVO").starts_with("Knjiženje plačil, "));
  CHECK(desk.Show("račun", "ePoštar") ==
        "Prejem e-računa | Dobropis kupcu za račun, Spremembe pri računih");
  CHECK(desk.Show("račun", "Ni ga") == desk.Show("račun"));
}

TEST_CASE("no more are suggested than asked for, and nothing for a long text") {
  const Desk desk;
  CHECK(desk.Show("račun", "", 1) == "Dobropis kupcu za račun");
  CHECK(desk.Show("račun", "ePoštar", 1) == "Prejem e-računa");
  std::string typed;
  for (int i = 0; i < 17; ++i) typed += "storno ";
  CHECK(desk.Show(typed) == "");
}

TEST_CASE("articles not yet valid are left out, expired ones come last") {
  SuggesterInput input;
  input.articles = {ArticleOf("Regres", "Plače"), ArticleOf("Regres po starem", "Plače"),
                    ArticleOf("Nov regres za letni dopust", "Plače")};
  input.articles[0].valid_to = Date{year{2026}, month{11}, day{24}};
  input.articles[1].valid_to = kToday;
  input.articles[2].valid_from = Date{year{2026}, month{11}, day{26}};
  CHECK(Desk(input).Show("regres") == "Regres po starem, Regres");
  input.articles[2].valid_from = kToday;
  CHECK(Desk(input).Show("regres") == "Regres po starem, Nov regres za letni dopust, Regres");
}

}  // namespace
}  // namespace pomocnik::index
