// How often the right article comes first, on questions written from lists of needs. Figures are floors: a
// change that lowers one must say why.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "index/fts/builder.h"
#include "index/fts/catalog.h"
#include "kb/import/directory_reader.h"
#include "tests/support/fake_clock.h"
#include "tests/support/lemma_model.h"
#include "tests/support/temp_folder.h"

namespace pomocnik {
namespace {

const std::string kSource = POMOCNIK_SOURCE_DIR;

struct Question {
  std::string id, article, style, lang, text;
};

// The answerable questions of a set; empty when the file is not there.
std::vector<Question> ReadQuestions(const std::string& path) {
  std::vector<Question> questions;
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);  // names of the columns
  while (std::getline(file, line)) {
    std::istringstream row(line);
    Question question;
    std::getline(row, question.id, '\t');
    std::getline(row, question.article, '\t');
    std::getline(row, question.style, '\t');
    std::getline(row, question.lang, '\t');
    std::getline(row, question.text, '\t');
    if (question.article != "-") questions.push_back(question);
  }
  return questions;
}

struct Score {
  int first = 0;
  int all = 0;
  double share() const { return all == 0 ? 0 : 1.0 * first / all; }
};

// Asks every question of an index of these article folders (none: the project's own articles).
Score Ask(const std::vector<std::string>& article_folders, const std::vector<Question>& questions) {
  kb::ReadOptions read;
  read.kb_folder = kSource + "/kb";
  read.article_folders = article_folders;
  auto report = kb::ReadKnowledgeBase(read);
  REQUIRE_MESSAGE(report, (report ? "" : report.error().message));
  report->library.data_files.push_back(testing::LearntLemmaModel());

  testing::TempFolder folder;
  testing::FakeClock clock;
  index::BuildOptions build;
  build.folder = folder.File("index");
  REQUIRE(index::BuildIndex(report->library, build, clock));
  std::vector<index::Refusal> refusals;
  auto searcher = index::OpenNewest(build.folder, refusals);
  REQUIRE(searcher);

  Score score;
  for (const auto& question : questions) {
    auto result = (*searcher)->Search({question.text, {}, 3, clock.Now()});
    REQUIRE(result);
    ++score.all;
    if (!result->hits.empty() && result->hits[0].article.id == question.article) {
      ++score.first;
    } else {
      MESSAGE(question.id << " missed: " << question.text);
    }
  }
  return score;
}

TEST_CASE("the right article of the knowledge base comes first for 54 of 60 needs") {
  auto questions = ReadQuestions(kSource + "/tests/relevance/questions.tsv");
  REQUIRE(questions.size() == 60);
  Score score = Ask({}, questions);
  MESSAGE(score.first << " of " << score.all);
  CHECK(score.first >= 54);
}

TEST_CASE("the evaluation set's right article comes first for 0.92 of the Slovene questions") {
  auto questions = ReadQuestions(kSource + "/../shared/eval/questions.tsv");
  if (questions.empty()) {
    MESSAGE("skipped: no ../shared/eval");
    return;
  }
  std::erase_if(questions, [](const Question& question) { return question.lang != "sl"; });
  Score score = Ask({kSource + "/../shared/eval/articles"}, questions);
  MESSAGE(score.first << " of " << score.all);
  CHECK(score.share() >= 0.92);
}

}  // namespace
}  // namespace pomocnik
