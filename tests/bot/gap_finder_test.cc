#include "bot/gap_finder.h"

#include <doctest/doctest.h>

#include "tests/bot/store/desk_scene.h"
#include "tests/support/data_files.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_searcher.h"

namespace pomocnik::bot {
namespace {

using deflection::GapState;

constexpr const char* kQuestion = "etikete za police";

struct Scene {
  testing::DeskScene desk;
  testing::FakeClock clock;
  std::shared_ptr<testing::FakeSearcher> searcher = std::make_shared<testing::FakeSearcher>();
  Answerer answerer{clock};
  GapFinder finder{desk.store->desk(), answerer};

  Scene() {
    searcher->data_files = testing::ReadDataFiles();
    desk.Say({"c1", "t1", "2026-11-20T08:00:00Z", kQuestion, "abstain"});
    desk.Say({"c2", "t2", "2026-11-21T08:00:00Z", "police etikete za", "abstain"});
    desk.Say({"c3", "t3", "2026-11-21T09:00:00Z", "spletna trgovina", "abstain"});
  }

  // From now on the question is answered with an article.
  void Answer() {
    kb::Article article;
    article.id = "msp-etikete";
    article.title = "Etikete za police";
    article.blocks = {kb::PlainParagraph("Etikete natisnete z gumbom Etikete.")};
    searcher = std::make_shared<testing::FakeSearcher>(*searcher);
    searcher->published = "20261124T100000Z-0123456789ab";
    searcher->Add(article);
    index::SearchResult found;
    found.hits = {searcher->HitOn("msp-etikete", 10)};
    found.terms = {{.word = "etikete", .lemma = "etiket", .known = true, .read_as = ""}};
    found.features = {
        .known_share = 1, .lead = 1, .margin = 1, .title_asked = 1, .together = 1, .terms = 1};
    found.confidence = 0.95;
    searcher->results[kQuestion] = found;
    searcher->results["police etikete za"] = found;
  }

  // "state id count; …"
  std::string Find() {
    const auto knowledge = Knowledge::Open(searcher);
    REQUIRE_MESSAGE(knowledge, (knowledge ? "" : knowledge.error().message));
    const auto list =
        finder.Find({*ParseDate("2026-11-01"), *ParseDate("2026-11-30")},
                    {*ParseRfc3339("2026-10-31T23:00:00Z"), *ParseRfc3339("2026-11-30T23:00:00Z")},
                    **knowledge);
    REQUIRE_MESSAGE(list, (list ? "" : list.error().message));
    std::string text;
    for (const ListedGap& listed : list->gaps) {
      text += (text.empty() ? "" : "; ") + std::string(deflection::GapStateName(listed.state)) +
              " " + listed.gap.id + " " + std::to_string(listed.gap.questions.size());
    }
    return text;
  }
};

TEST_CASE("gaps are found in the state, and one that is answered by now says so") {
  Scene scene;
  CHECK(scene.Find() == "open etikete.police.za 2; open spletna.trgovina 1");
  scene.Answer();
  CHECK(scene.Find() == "answered etikete.police.za 2; open spletna.trgovina 1");
}

TEST_CASE("a gap that is no matter of ours keeps that state") {
  Scene scene;
  const Instant noon = *ParseRfc3339("2026-11-23T12:00:00Z");
  REQUIRE(scene.desk.store->desk().MarkGap({"etikete.police.za", "out_of_scope", noon, "ana"}));
  CHECK(scene.Find() == "out_of_scope etikete.police.za 2; open spletna.trgovina 1");
  REQUIRE(scene.desk.store->desk().MarkGap({"etikete.police.za", "open", noon, "ana"}));
  CHECK(scene.Find() == "open etikete.police.za 2; open spletna.trgovina 1");
}

}  // namespace
}  // namespace pomocnik::bot
