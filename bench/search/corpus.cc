#include "bench/search/corpus.h"

#include <fstream>
#include <sstream>
#include <utility>

#include "kb/import/directory_reader.h"
#include "kb/import/file_finder.h"
#include "kb/lexicon/lexicon.h"

namespace pomocnik::bench {
namespace {

constexpr std::size_t kMaxModelBytes = 64 * 1024 * 1024;

Result<std::vector<Question>> ReadQuestions(const std::string& path) {
  std::ifstream file(path);
  if (!file) return Error::NotFound("cannot read " + path);
  std::vector<Question> questions;
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
    questions.push_back(std::move(question));
  }
  return questions;
}

}  // namespace

Result<Corpus> ReadCorpus(const SetFiles& files) {
  kb::ReadOptions options;
  options.kb_folder = files.kb;
  options.article_folders = files.articles;
  ASSIGN_OR_RETURN(kb::ReadReport report, kb::ReadKnowledgeBase(options));
  Corpus corpus;
  corpus.library = std::move(report.library);
  if (!files.model.empty()) {
    ASSIGN_OR_RETURN(std::string bytes, kb::ReadFile(files.model, kMaxModelBytes));
    corpus.library.data_files.push_back({std::string(kb::kLemmaModelFile), std::move(bytes)});
  }
  ASSIGN_OR_RETURN(corpus.questions, ReadQuestions(files.questions));
  return corpus;
}

}  // namespace pomocnik::bench
