#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "bot/answerer.h"
#include "bot/dialogue/decision.h"
#include "index/fts/builder.h"
#include "index/fts/catalog.h"
#include "kb/import/directory_reader.h"
#include "tests/conversations/transcript.h"
#include "tests/support/fake_clock.h"
#include "tests/support/lemma_model.h"
#include "tests/support/temp_folder.h"

namespace pomocnik::testing {
namespace {

namespace fs = std::filesystem;

// The tree's knowledge base, indexed for these tests.
std::shared_ptr<const bot::Knowledge> IndexOfTheTree(const TempFolder& folder, const Clock& clock) {
  kb::ReadOptions read;
  read.kb_folder = POMOCNIK_SOURCE_DIR "/kb";
  auto report = kb::ReadKnowledgeBase(read);
  REQUIRE(report);
  report->library.data_files.push_back(LearntLemmaModel());
  index::BuildOptions build;
  build.folder = folder.path().string();
  auto summary = index::BuildIndex(report->library, build, clock);
  REQUIRE(summary);
  auto searcher = index::OpenVersion(build.folder, summary->version);
  REQUIRE(searcher);
  auto knowledge = bot::Knowledge::Open(*searcher);
  if (!knowledge) FAIL(knowledge.error().message);
  return *knowledge;
}

std::vector<fs::path> Transcripts() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(POMOCNIK_SOURCE_DIR "/tests/conversations")) {
    bool transcript =
        entry.path().extension() == ".txt" && entry.path().filename() != "CMakeLists.txt";
    if (transcript) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

// What holds of every reply: there is a way out, nothing is cited where nothing was found, and a draft has its
// reference and says what the request would cost.
void CheckAlways(const bot::Reply& reply, const bot::Knowledge& knowledge) {
  CHECK(reply.handoff.portal_url == knowledge.policy.portal_url);
  CHECK(!reply.handoff.label.empty());
  CHECK((!reply.blocks.empty() || reply.verdict));
  CHECK(reply.choices.size() <= bot::kMaxChoices);
  const bool cites_nothing =
      reply.decision == bot::Decision::kAbstain || reply.decision == bot::Decision::kSmalltalk;
  if (cites_nothing) CHECK(reply.citations.empty());
  if (!reply.handoff.draft) return;
  CHECK(reply.verdict);
  CHECK(reply.handoff.draft->text.find(reply.handoff.draft->reference) != std::string::npos);
}

// The visitor presses the button with this article's title.
void Press(const std::vector<bot::Choice>& offered, bot::Question& question) {
  auto choice = std::find_if(offered.begin(), offered.end(), [&](const bot::Choice& each) {
    return each.article.id == question.choice;
  });
  REQUIRE_MESSAGE(choice != offered.end(), question.choice << " is not offered");
  question.text = choice->article.title;
}

// Plays dialogues, each exchange after what was said before it.
class Player {
 public:
  Player(FakeClock& clock, const bot::Knowledge& knowledge)
      : clock_(clock), answerer_(clock), knowledge_(knowledge) {}

  void Play(const std::string& name, const Exchange& exchange) {
    INFO(name << ":" << exchange.line);
    if (exchange.conversation == Exchange::Conversation::kNew) last_ = {};
    bot::Question question = exchange.question;
    if (!question.choice.empty()) Press(last_.reply.choices, question);
    clock_.Set(exchange.now);
    const auto reference = [](int episode) { return "P-TEST0" + std::to_string(episode); };
    auto answer = answerer_.Reply({question, last_.conversation, reference}, knowledge_);
    REQUIRE(answer);
    last_ = *std::move(answer);
    CheckAlways(last_.reply, knowledge_);
    for (const auto& expectation : exchange.expectations) {
      const std::string mismatch = Mismatch(expectation, last_);
      CHECK_MESSAGE(mismatch.empty(), name << ":" << expectation.line << ": " << expectation.what
                                           << ": " << expectation.value << " – " << mismatch);
    }
  }

 private:
  FakeClock& clock_;
  bot::Answerer answerer_;
  const bot::Knowledge& knowledge_;
  bot::Answer last_;
};

TEST_CASE("every dialogue goes as it is written") {
  FakeClock clock;
  const Instant now = clock.Now();
  TempFolder folder;
  auto knowledge = IndexOfTheTree(folder, clock);
  Player player(clock, *knowledge);
  auto paths = Transcripts();
  CHECK(paths.size() >= 60);
  for (const auto& path : paths) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    std::vector<std::string> errors;
    auto exchanges = ParseTranscript(text.str(), now, errors);
    std::string name = path.filename().string();
    for (const auto& error : errors) FAIL_CHECK(name << ":" << error);
    CHECK_MESSAGE(!exchanges.empty(), name);
    for (const auto& exchange : exchanges) player.Play(name, exchange);
  }
}

}  // namespace
}  // namespace pomocnik::testing
