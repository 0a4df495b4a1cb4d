// How often the right article comes first, on questions written from a list of needs (needs.tsv) without sight of
// the articles' texts. Figures are floors: a change that lowers one must say why.
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
  bool answerable() const { return article != "-"; }
};

// The questions of a set; empty when the file is not there.
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
    questions.push_back(question);
  }
  return questions;
}

struct Score {
  int first = 0;
  int all = 0;  // answerable questions
  // Confidence in the first hit: where it is the right one, and where no article answers the question.
  std::vector<double> right, absent;

  double share() const { return all == 0 ? 0 : 1.0 * first / all; }

  // The probability that a right first hit is trusted more than that of a question which nothing answers.
  double Discrimination() const {
    double won = 0;
    for (double known : right) {
      for (double unknown : absent) won += known > unknown ? 1 : known == unknown ? 0.5 : 0;
    }
    return won / (static_cast<double>(right.size()) * static_cast<double>(absent.size()));
  }
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
    if (!question.answerable()) {
      score.absent.push_back(result->confidence);
      continue;
    }
    ++score.all;
    if (!result->hits.empty() && result->hits[0].article.id == question.article) {
      ++score.first;
      score.right.push_back(result->confidence);
    } else {
      MESSAGE(question.id << " missed: " << question.text);
    }
  }
  return score;
}

TEST_CASE(
    "the right article of the knowledge base comes first, and what has none is trusted less") {
  auto questions = ReadQuestions(kSource + "/tests/relevance/questions.tsv");
  Score score = Ask({}, questions);
  REQUIRE(score.all >= 220);
  REQUIRE(score.absent.size() >= 25);
  MESSAGE(score.first << " of " << score.all << ", discrimination " << score.Discrimination());
  CHECK(score.share() >= 0.79);
  CHECK(score.Discrimination() >= 0.86);
}

TEST_CASE("the evaluation set's right article comes first for 0.92 of the Slovene questions") {
  auto questions = ReadQuestions(kSource + "/../shared/eval/questions.tsv");
  if (questions.empty()) {
    MESSAGE("skipped: no ../shared/eval");
    return;
  }
  std::erase_if(questions, [](const Question& question) {
    return question.lang != "sl" || !question.answerable();
  });
  Score score = Ask({kSource + "/../shared/eval/articles"}, questions);
  MESSAGE(score.first << " of " << score.all);
  CHECK(score.share() >= 0.92);
}

}  // namespace
}  // namespace pomocnik
