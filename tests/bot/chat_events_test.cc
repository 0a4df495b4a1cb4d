// What a chat tells the statistics.
#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "tests/bot/chat_bench.h"
#include "tests/support/fake_turn_store.h"

namespace pomocnik::bot {
namespace {

using testing::ChatBench;
using testing::FakeTurnStore;
using testing::FirstTurn;
using testing::NextTurn;
using testing::Part;

// A bench that knows two matters, and nothing of dragons.
struct Scene {
  FakeTurnStore store;
  ChatBench bench{store};
  std::string first{};
  int asked = 0;

  Scene() {
    kb::Article journal;
    journal.id = "storno-temeljnice";
    journal.title = "Storno temeljnice";
    journal.module = "Knjigovodstvo";
    journal.blocks = {{kb::PlainParagraph("Izberi Storno.")}};
    bench.searcher->Add(std::move(journal));
    Teach("Kako storniram račun?", "storno-racuna", {"stornir", "racun"});
    Teach("Račun še enkrat, storniram?", "storno-racuna", {"stornir", "racun"});
    Teach("Kako knjižim amortizacijo?", "storno-temeljnice", {"knjiz", "amortizac"});
    Teach("Kje je zmaj?", "", {"zmaj"});
    Teach("???", "", {});
  }

  void Teach(const std::string& text, const std::string& article, std::vector<std::string> terms) {
    index::SearchResult found;
    if (!article.empty()) found.hits = {bench.searcher->HitOn(article)};
    found.confidence = article.empty() ? 0 : 0.95;
    found.features.lead = 1;
    for (std::string& term : terms) {
      found.terms.push_back(
          {.word = text.substr(0, 1), .lemma = term, .known = true, .read_as = ""});
      found.terms.back().idf = 2;
    }
    bench.searcher->results[text] = found;
  }

  std::string Ask(const std::string& text, const std::string& choice = "") {
    ChatTurn turn = FirstTurn("key-0000" + std::to_string(++asked));
    if (!first.empty()) turn = NextTurn(first, "key-0000" + std::to_string(asked));
    turn.question.text = text;
    turn.question.choice = choice;
    turn.question.context.module = "Fakturiranje";
    turn.source = "source";
    const std::string body = bench.Take(turn);
    if (first.empty()) first = body;
    return body;
  }

  // "kind episode detail article; …" of what was told.
  std::string Told() const {
    std::string text;
    for (const deflection::Event& event : store.events()) {
      text += std::string(KindName(event.kind)) + " " + std::to_string(event.episode) + " " +
              event.detail + " " + event.article + "; ";
    }
    return text;
  }
};

TEST_CASE("an answer is told with its article, and where and by whom it was asked for") {
  Scene scene;
  const std::string body = scene.Ask("Kako storniram račun?");
  CHECK(scene.Told() == "question 1 answer storno-racuna; ");
  const deflection::Event event = scene.store.events().at(0);
  CHECK(event.at == scene.bench.clock.Now());
  CHECK(event.conversation_id == Part(body, "conversation"));
  CHECK(event.turn_id == Part(body, "turn"));
  CHECK(event.channel == "web");
  CHECK(event.lang == "sl");
  CHECK(event.module == "Fakturiranje");
  CHECK(event.index_version == scene.bench.searcher->version());
  CHECK(event.source == "source");
  CHECK(event.counted == deflection::Counted::kYes);
}

TEST_CASE(
    "a miss comes with a draft, a greeting is small talk, and what cannot be read is told as "
    "such") {
  Scene missed;
  missed.Ask("Kje je zmaj?");
  CHECK(missed.Told() == "question 1 abstain ; draft 1 abstain ; ");
  Scene greeting;
  greeting.Ask("dober dan");
  CHECK(greeting.Told() == "question 1 smalltalk ; ");
  Scene unreadable;
  unreadable.Ask("???");
  CHECK(unreadable.Told() == "question 1 unreadable ; ");
}

TEST_CASE("a picked article is a choice") {
  Scene scene;
  scene.Ask("Storno temeljnice", "storno-temeljnice");
  CHECK(scene.Told() == "choice 1 answer storno-temeljnice; ");
}

TEST_CASE("coming back to an earlier matter is told of that episode, once") {
  Scene scene;
  scene.Ask("Kako storniram račun?");
  scene.Ask("Kako knjižim amortizacijo?");
  scene.bench.clock.Tick(std::chrono::hours(48));
  scene.Ask("Račun še enkrat, storniram?");
  CHECK(scene.Told() ==
        "question 1 answer storno-racuna; question 2 answer storno-temeljnice; "
        "question 3 answer storno-racuna; return 1  storno-racuna; ");
  const deflection::Event back = scene.store.events().back();
  CHECK(back.at == scene.bench.clock.Now());
  scene.Ask("Kako storniram račun?");
  CHECK(scene.Told().find("return", scene.Told().find("return") + 1) == std::string::npos);
}

TEST_CASE(
    "of a share of episodes the answer is held: it comes with a draft, and says in which arm it "
    "is") {
  FakeTurnStore store;
  ChatBench bench(store, 0.5);
  std::map<deflection::Arm, int> arms;
  for (int i = 0; i < 60; ++i) {
    const std::string body = bench.Take(FirstTurn("key-000" + std::to_string(i)));
    const auto events = store.events();
    const deflection::Arm arm = events.back().arm;
    ++arms[arm];
    const bool held = arm == deflection::Arm::kHeld;
    CHECK(Part(body, "decision") == "answer");
    const std::string texts = body.substr(body.find('\n'));  // random ids stand before them
    CHECK((texts.find("P-") != std::string::npos) == held);
    CHECK((events.back().kind == deflection::EventKind::kDraft) == held);
    if (held) CHECK(events.back().detail == "held");
    store.Clear();
  }
  CHECK(arms[deflection::Arm::kHeld] > 10);
  CHECK(arms[deflection::Arm::kShown] > 10);
  CHECK(arms[deflection::Arm::kNone] == 0);
}

TEST_CASE("a turn that is repeated is told once") {
  FakeTurnStore store;
  ChatBench bench(store);
  bench.Take(FirstTurn());
  bench.Take(FirstTurn());
  CHECK(store.events().size() == 1);
}

}  // namespace
}  // namespace pomocnik::bot
