// Asking the questions of a set as `pomocnik ask --batch` does, of an index made for it.
#pragma once

#include <memory>
#include <string>

#include "base/clock.h"
#include "base/result.h"
#include "bot/eval/scores.h"
#include "bot/knowledge.h"

namespace pomocnik::bot::commands {

struct EvalSource {
  std::string kb;
  std::string data;        // its lemma model is used, and learnt when there is none
  std::string word_lists;  // that it is learnt from
};

// A folder that is removed with all that is in it.
class ScratchFolder {
 public:
  // In the system's folder for such. kUnavailable: it cannot be made there.
  static Result<std::unique_ptr<ScratchFolder>> Make();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  const std::string& path() const { return path_; }

 private:
  explicit ScratchFolder(std::string path) : path_(std::move(path)) {}
  const std::string path_;
};

struct EvalRun {
  eval::QuestionSet set;
  std::unique_ptr<ScratchFolder> folder;  // holds the index
  std::shared_ptr<const Knowledge> knowledge;
  Instant now;  // when all was asked
  eval::Outcomes outcomes;
  std::string lines;  // the replies as `pomocnik ask --batch` writes them
};

// The set is a folder with questions.tsv, outside.tsv and policy.tsv (bot/eval/question_set.h), each of which
// may be missing, and articles/, which take the place of the knowledge base's own. Shows progress; errors in
// articles are told on stderr.
Result<EvalRun> AskSet(const EvalSource& source, const std::string& set_folder);

}  // namespace pomocnik::bot::commands
