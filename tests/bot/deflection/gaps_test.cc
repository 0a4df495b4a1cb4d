#include "bot/deflection/gaps.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "tests/bot/deflection/gap_questions.h"

namespace pomocnik::bot::deflection {
namespace {

using testing::kNovember;
using testing::QuestionsOf;
using Texts = std::vector<std::string>;

std::vector<Gap> GapsOf(const Texts& texts) { return FindGaps(QuestionsOf(texts), kNovember); }

TEST_CASE("questions on one matter are one gap, however they are inflected and typed") {
  const Texts rows[] = {
      {"Kako storniram avansni račun?", "storno avansnega racuna", "stornirati avansne račune",
       "KAKO STORNIRAM AVANSNI RAČUN"},
      {"Kje nastavim dnevnice za tujino?", "nastavitev dnevnic za tujino",
       "kje nastavim dnevnico za tujino"},
      {"tiskanje etiket za police", "Kako natisnem etikete za polico?",
       "natisniti etiketo za police"},
      {"povezava s spletno trgovino WooCommerce", "Kako povežem spletno trgovino woocommerce",
       "ali se da povezati spletne trgovine WooCommerce"},
      {"uvoz voznega parka iz GPS sledilnika", "Kako uvozim vozni park iz gps sledilnika?"},
  };
  for (const Texts& texts : rows) {
    CAPTURE(texts.front());
    CHECK(GapsOf(texts).size() == 1);
  }
}

TEST_CASE("questions on different matters are different gaps, even with a word in common") {
  const Texts rows[] = {
      {"Kako storniram avansni račun?", "Kako pošljem račun v dveh jezikih?"},
      {"prenos letnega dopusta v novo leto", "prenos saldov kupcev v novo leto"},
      {"tiskanje etiket za police", "tiskanje plačilnih list"},
      {"rok za oddajo intrastata", "rok za oddajo obračuna DDV"},
      {"uvoz tečajne liste", "uvoz cenika dobavitelja"},
      {"Kako dodam novega uporabnika?", "Kako dodam nov konto?"},
  };
  for (const Texts& texts : rows) {
    CAPTURE(texts.front());
    CHECK(GapsOf(texts).size() == 2);
  }
}

TEST_CASE("a gap tells how large it is, how it is asked, and what came nearest") {
  auto questions = QuestionsOf({"kako tiskam etikete za police", "Kako tiskam etikete za police?",
                                "Kako tiskam etikete za police?", "tiskanje etiket za polico",
                                "spletna trgovina woocommerce"});
  questions[0].day = *ParseDate("2026-11-08");  // Sunday
  questions[1].conversation = questions[2].conversation = "same";
  questions[2].episode = 2;
  questions[3].requests = 1;
  questions[1].drafts = 1;
  for (const std::size_t i : {0U, 1U, 3U}) questions[i].module = "Skladišče";
  questions[2].module = "Blagajna";
  for (const std::size_t i : {0U, 1U}) questions[i].candidate = "msp-inventura";
  questions[3].candidate = "fak-rabati";
  const auto gaps = FindGaps(questions, kNovember);
  REQUIRE(gaps.size() == 2);
  const Gap& gap = gaps[0];
  CHECK(gap.questions == std::vector<std::size_t>{3, 2, 1, 0});
  CHECK(gap.conversations == 3);
  CHECK(gap.episodes == 4);
  CHECK(gap.requests == 1);
  CHECK(gap.drafts == 1);
  CHECK(gap.module == "Skladišče");
  CHECK(gap.nearest == "msp-inventura");
  CHECK(TitleOf(gap, questions) == "Kako tiskam etikete za police?");
  CHECK(gap.terms.front() == "etikete");
  CHECK(gap.trend == std::vector<WeekCount>{{*ParseDate("2026-11-02"), 1},
                                            {*ParseDate("2026-11-09"), 0},
                                            {*ParseDate("2026-11-16"), 0},
                                            {*ParseDate("2026-11-23"), 3}});
}

TEST_CASE("the order of the questions does not matter, and words alone decide on the id") {
  Texts texts = {"Kako tiskam etikete za police?",
                 "tiskanje etiket za polico",
                 "spletna trgovina woocommerce",
                 "povezava s spletno trgovino woocommerce",
                 "vozni park gps",
                 "etikete"};
  const auto ids = [](const Texts& asked) {
    std::vector<std::string> found;
    for (const Gap& gap : GapsOf(asked)) {
      found.push_back(gap.id + " " + std::to_string(gap.questions.size()));
    }
    return found;
  };
  const auto first = ids(texts);
  std::sort(texts.begin(), texts.end());
  do {
    CHECK(ids(texts) == first);
  } while (std::next_permutation(texts.begin(), texts.end()));
}

TEST_CASE("two gaps never have the same id, and what has no words is in none") {
  const auto gaps = GapsOf({"kaj pa to", "?!", "", "etikete", "etikete za police",
                            "police za etikete in kode", "etikete etikete"});
  std::set<std::string> ids;
  for (const Gap& gap : gaps) ids.insert(gap.id);
  CHECK(ids.size() == gaps.size());
  CHECK_FALSE(ids.contains(""));
  CHECK(GapsOf({}).empty());
}

TEST_CASE("a decision stays with a gap while its questions come and go") {
  const auto gap = [](std::string id) {
    Gap made;
    made.id = std::move(id);
    return made;
  };
  const std::vector<GapDecision> decisions = {{"etiket.polic.tisk", GapState::kOutOfScope},
                                              {"trgovin.woocommerce", GapState::kOutOfScope},
                                              {"splet.trgovin.woocommerce", GapState::kOpen}};
  struct Row {
    const char* id;
    GapState state;
  };
  for (const Row& row :
       {Row{"etiket.polic.tisk", GapState::kOutOfScope}, Row{"etiket.tisk", GapState::kOutOfScope},
        Row{"etiket.kod.polic.tisk", GapState::kOutOfScope}, Row{"etiket", GapState::kOpen},
        Row{"avans.tisk", GapState::kOpen}, Row{"trgovin.woocommerce", GapState::kOutOfScope},
        Row{"splet.trgovin.woocommerce", GapState::kOpen}, Row{"", GapState::kOpen}}) {
    CAPTURE(row.id);
    CHECK(DecidedState(gap(row.id), decisions) == row.state);
  }
}

TEST_CASE("a gap is closed when most of what is typically asked is answered now") {
  const auto questions =
      QuestionsOf({"Kako tiskam etikete za police?", "Kako tiskam etikete za police?",
                   "Kako tiskam etikete za police?", "tiskanje etiket za polico"});
  const auto gaps = FindGaps(questions, kNovember);
  REQUIRE(gaps.size() == 1);
  const auto answers = [&](const std::set<std::string>& answered) {
    return IsAnsweredNow(gaps[0], questions, [&](const GapQuestion& question) {
      return answered.contains(question.text)
                 ? std::optional(AnswerNow{"msp-etikete", std::nullopt, "v2"})
                 : std::nullopt;
    });
  };
  CHECK(answers({}) == Answered::kNo);
  CHECK(answers({"tiskanje etiket za polico"}) == Answered::kNo);
  CHECK(answers({"Kako tiskam etikete za police?"}) == Answered::kYes);
}

TEST_CASE("an article that was of no use closes a gap only once it was changed and published") {
  auto questions =
      QuestionsOf({"Kako tiskam etikete za police?", "Kako tiskam etikete za police?"});
  questions[1].voted_down = "msp-etikete";
  questions[1].index_version = "v1";
  const auto gaps = FindGaps(questions, kNovember);
  struct Row {
    AnswerNow now;
    Answered answered;
  };
  const Row rows[] = {
      {{"msp-etikete", std::nullopt, "v2"}, Answered::kNo},
      {{"msp-etikete", ParseDate("2026-11-22"), "v2"}, Answered::kNo},
      {{"msp-etikete", ParseDate("2026-11-23"), "v1"}, Answered::kNo},
      {{"msp-etikete", ParseDate("2026-11-23"), "v2"}, Answered::kYes},
      {{"msp-police", std::nullopt, "v1"}, Answered::kYes},
  };
  for (const Row& row : rows) {
    CAPTURE(row.now.article);
    CAPTURE(row.now.index_version);
    CHECK(IsAnsweredNow(gaps[0], questions, [&](const GapQuestion&) {
            return std::optional(row.now);
          }) == row.answered);
  }
}

}  // namespace
}  // namespace pomocnik::bot::deflection
