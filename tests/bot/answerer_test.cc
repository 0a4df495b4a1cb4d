#include "bot/answerer.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "tests/support/data_files.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_searcher.h"

namespace pomocnik::bot {
namespace {

constexpr char kAsked[] = "Kako storniram temeljnico?";

kb::Article ArticleOf(std::string id, kb::Kind kind) {
  kb::Article article;
  article.id = std::move(id);
  article.title = "Storno temeljnice";
  article.module = "Dvostavno knjigovodstvo";
  article.kind = kind;
  article.updated = ParseDate("2024-03-05");
  article.url = "https://help.example.si/storno";
  article.blocks = {{kb::Paragraph{{{"Kliknemo Storno.", kb::Span::Style::kPlain, ""}}}}};
  return article;
}

// A knowledge base with the tree's words and rules in which one question finds one article.
struct Scene {
  std::shared_ptr<testing::FakeSearcher> searcher = std::make_shared<testing::FakeSearcher>();
  testing::FakeClock clock;

  Scene() { searcher->data_files = testing::ReadDataFiles(); }

  void Find(const kb::Article& article, double confidence) {
    searcher->Add(article);
    index::SearchResult found;
    found.hits = {searcher->HitOn(article.id)};
    found.terms = {{"temeljnico", "temeljnic", true, ""}};
    found.confidence = confidence;
    found.features.lead = 1;
    searcher->results[kAsked] = found;
  }

  Answer Ask(std::string text, std::string lang = "sl",
             index::Reading reading = index::Reading::kCorrected) const {
    auto knowledge = Knowledge::Open(searcher);
    REQUIRE(knowledge);
    auto answer =
        Answerer(clock).Reply({std::move(text), std::move(lang), {}, "test", reading}, **knowledge);
    REQUIRE(answer);
    return *std::move(answer);
  }
};

std::string TextOf(const Reply& reply) {
  std::string text;
  for (const auto& block : reply.blocks) text += kb::PlainText(block) + "\n";
  return text;
}

bool Says(const Reply& reply, std::string_view words) {
  return TextOf(reply).find(words) != std::string::npos;
}

TEST_CASE("a check of the data files tells what the search cannot use") {
  auto files = testing::ReadDataFiles();
  CHECK(CheckDataFiles(files).empty());
  for (kb::DataFile& file : files) {
    if (file.name == "policy/confidence.yaml") file.text = "intercept: 0\nweights: {good: 1}\n";
  }
  const auto diagnostics = CheckDataFiles(files);
  REQUIRE_FALSE(diagnostics.empty());
  CHECK(kb::FormatDiagnostic(diagnostics[0]) ==
        "policy/confidence.yaml:2: error: unknown feature good");
}

TEST_CASE("a sure hit is quoted and cited") {
  Scene scene;
  scene.Find(ArticleOf("storno", kb::Kind::kTip), 0.95);
  Answer answer = scene.Ask(kAsked);
  CHECK(answer.reply.decision == Decision::kAnswer);
  CHECK(answer.reply.blocks == scene.searcher->articles.at("storno").blocks);
  REQUIRE(answer.reply.citations.size() == 1);
  CHECK(answer.reply.citations[0].article.id == "storno");
  CHECK_FALSE(answer.reply.handoff.draft);
  CHECK(answer.candidates.size() == 1);
}

TEST_CASE("an unsure hit is offered to choose, not cited") {
  Scene scene;
  scene.Find(ArticleOf("storno", kb::Kind::kTip), 0);
  auto knowledge = Knowledge::Open(scene.searcher);
  REQUIRE(knowledge);
  scene.searcher->results[kAsked].confidence =
      ((*knowledge)->thresholds.choices + (*knowledge)->thresholds.answer) / 2;
  Answer answer = scene.Ask(kAsked);
  CHECK(answer.reply.decision == Decision::kChoices);
  REQUIRE(answer.reply.choices.size() == 1);
  CHECK(answer.reply.citations.empty());
}

TEST_CASE("abstaining says so in one sentence, without references, with a draft") {
  Scene scene;
  scene.Find(ArticleOf("storno", kb::Kind::kTip), 0.01);
  Answer answer = scene.Ask(kAsked);
  CHECK(answer.reply.decision == Decision::kAbstain);
  CHECK(kb::PlainText(answer.reply.blocks.at(0)).find("nisem našel") != std::string::npos);
  CHECK(answer.reply.citations.empty());
  CHECK(answer.reply.choices.empty());
  REQUIRE(answer.reply.handoff.draft);
  CHECK(answer.reply.handoff.draft->text.find(kAsked) != std::string::npos);
  REQUIRE(answer.reply.verdict);
  CHECK(answer.reply.verdict->verdict == Verdict::kFree);
  CHECK(answer.candidates.size() == 1);
}

TEST_CASE("whether the portal takes a draft from its address is said by the policy") {
  Scene scene;
  CHECK(scene.Ask(kAsked).reply.handoff.prefill == Handoff::Prefill::kNo);
  for (kb::DataFile& file : scene.searcher->data_files) {
    if (file.name == "policy/policy.yaml") file.text += "portal_prefill: yes\n";
  }
  CHECK(scene.Ask(kAsked).reply.handoff.prefill == Handoff::Prefill::kFragment);
}

TEST_CASE("a message without words asks for a question") {
  Scene scene;
  CHECK(Says(scene.Ask("😀").reply, "Napišite, prosim"));
}

TEST_CASE("the portal is in every reply") {
  Scene scene;
  scene.Find(ArticleOf("storno", kb::Kind::kTip), 0.95);
  for (const char* text : {kAsked, "živjo", "kdaj delate", "kje je moj zahtevek", "???",
                           "povežite me s svetovalcem", "povej šalo"}) {
    Answer answer = scene.Ask(text);
    CHECK(answer.reply.handoff.portal_url.starts_with("https://"));
    CHECK(answer.reply.handoff.label == "Oddaj zahtevek");
  }
}

TEST_CASE("a stub is answered with its link only") {
  Scene scene;
  auto stub = ArticleOf("stub", kb::Kind::kStub);
  stub.blocks.push_back({kb::Link{"https://example.si/a.pdf", "Navodila"}});
  scene.Find(stub, 0.95);
  Answer answer = scene.Ask(kAsked);
  REQUIRE(answer.reply.blocks.size() == 2);
  CHECK(answer.reply.blocks[1] == stub.blocks[1]);

  stub.blocks.pop_back();
  scene.Find(stub, 0.95);
  answer = scene.Ask(kAsked);
  CHECK(answer.reply.blocks[1] == kb::Block{kb::Link{stub.url, stub.title}});
}

TEST_CASE("an expired article says until when it was valid, from the day after") {
  Scene scene;
  auto article = ArticleOf("staro", kb::Kind::kTip);
  article.valid_to = ParseDate("2026-11-23");
  scene.Find(article, 0.95);
  CHECK_FALSE(Says(scene.Ask(kAsked).reply, "veljal do"));
  scene.clock.Set(*ParseRfc3339("2026-11-23T23:30:00Z"));  // half past midnight in Ljubljana
  CHECK(Says(scene.Ask(kAsked).reply, "veljal do 23. 11. 2026"));
}

TEST_CASE("an article on regulations is given with its date and without an opinion") {
  Scene scene;
  auto article = ArticleOf("predpis", kb::Kind::kLegislation);
  scene.Find(article, 0.95);
  CHECK(Says(scene.Ask(kAsked).reply, "stanje na dan 5. 3. 2024"));
  article.updated.reset();
  scene.Find(article, 0.95);
  CHECK(Says(scene.Ask(kAsked).reply, "nima datuma"));
}

TEST_CASE("policy is cited only when the knowledge base has its article") {
  Scene scene;
  CHECK(scene.Ask("kdaj delate").reply.citations.empty());
  scene.searcher->Add(ArticleOf("pom-urnik", kb::Kind::kPolicy));
  Answer answer = scene.Ask("kdaj delate");
  CHECK(answer.reply.decision == Decision::kPolicy);
  CHECK(Says(answer.reply, "od ponedeljka do petka"));
  REQUIRE(answer.reply.citations.size() == 1);
  CHECK(answer.reply.citations[0].article.id == "pom-urnik");
}

TEST_CASE("a question of law is paid consulting, whatever the search found") {
  Scene scene;
  Answer answer = scene.Ask("Ali smem odpovedati pogodbo delavki med porodniško?");
  CHECK(answer.reply.decision == Decision::kPolicy);
  REQUIRE(answer.reply.verdict);
  CHECK(answer.reply.verdict->verdict == Verdict::kPaid);
  CHECK(answer.reply.verdict->rules == std::vector<std::string>{"P5"});
}

TEST_CASE("a corrected spelling is told, unless redaction takes the word away") {
  Scene scene;
  scene.Find(ArticleOf("storno", kb::Kind::kTip), 0.95);
  index::SearchResult found = scene.searcher->results[kAsked];
  found.terms = {{"temelnico", "temeljnic", true, "temeljnico"},
                 {"kuza123", "kuza123", false, "kuzo"}};
  const std::string question = "storno temelnico, geslo je kuza123";
  scene.searcher->results[question] = found;
  const auto understood = scene.Ask(question).reply.understood;
  REQUIRE(understood);
  CHECK(understood->text == "Razumel sem: temelnico → temeljnico.");
  REQUIRE(understood->words.size() == 1);
  CHECK(understood->words[0].typed == "temelnico");
  CHECK(understood->words[0].read_as == "temeljnico");
  CHECK(understood->offer == "Išči točno to, kar je zapisano");
  CHECK(scene.Ask(question, "en").reply.understood->text ==
        "Understood as: temelnico → temeljnico.");
  CHECK(scene.Ask(question, "hr").reply.understood->offer == "Traži točno ono što je upisano");
  CHECK_FALSE(scene.Ask(question, "sl", index::Reading::kLiteral).reply.understood);
}

TEST_CASE(
    "what was understood is told with an empty answer too, but not where nothing was searched "
    "for") {
  Scene scene;
  index::SearchResult found;
  found.terms = {{"temelnico", "temeljnic", true, "temeljnico"}};
  scene.searcher->results["hvala temelnico"] = found;
  scene.searcher->results["pobarvaj temelnico"] = found;
  CHECK(scene.Ask("pobarvaj temelnico").reply.understood);
  CHECK(scene.Ask("hvala").reply.decision == Decision::kSmalltalk);
  CHECK_FALSE(scene.Ask("hvala").reply.understood);
}

TEST_CASE("the language is the one asked for, otherwise that of the text") {
  Scene scene;
  CHECK(scene.Ask("hello", "").reply.lang == "en");
  CHECK(scene.Ask("hello", "hr").reply.lang == "hr");
  CHECK(scene.Ask("hello", "de").reply.lang == "en");
  CHECK(Says(scene.Ask("What are your support hours?", "").reply, "Monday to Friday"));
}

TEST_CASE("a searcher that fails is the answerer's error") {
  Scene scene;
  auto knowledge = Knowledge::Open(scene.searcher);
  REQUIRE(knowledge);
  scene.searcher->failure = Error::Unavailable("too slow");
  auto answer = Answerer(scene.clock).Reply({"račun", "sl", {}, "test"}, **knowledge);
  REQUIRE_FALSE(answer);
  CHECK(answer.error().code == ErrorCode::kUnavailable);
}

TEST_CASE("knowledge without a data file, or with a broken one, does not open") {
  Scene scene;
  auto& files = scene.searcher->data_files;
  auto policy = std::find_if(files.begin(), files.end(),
                             [](const auto& file) { return file.name == "policy/policy.yaml"; });
  REQUIRE(policy != files.end());
  std::string whole = policy->text;

  policy->text = whole + "  - {id: extra, say: [nonsense]}\n";
  auto broken = Knowledge::Open(scene.searcher);
  REQUIRE_FALSE(broken);
  CHECK(broken.error().message.find("policy/policy.yaml:") != std::string::npos);

  files.erase(policy);
  auto missing = Knowledge::Open(scene.searcher);
  REQUIRE_FALSE(missing);
  CHECK(missing.error().message.find("policy/policy.yaml: error: the file is missing") !=
        std::string::npos);
}

TEST_CASE("an intent that has nothing to say does not open") {
  Scene scene;
  for (auto& file : scene.searcher->data_files) {
    if (file.name == "phrases/intents.yaml") {
      file.text += "\n  - {id: mute, act: policy, say: no_such_topic, any: [[[abrakadabra]]]}\n";
    }
  }
  auto knowledge = Knowledge::Open(scene.searcher);
  REQUIRE_FALSE(knowledge);
  CHECK(knowledge.error().message.find("no policy topic no_such_topic") != std::string::npos);
}

}  // namespace
}  // namespace pomocnik::bot
