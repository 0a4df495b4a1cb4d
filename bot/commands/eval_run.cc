#include "bot/commands/eval_run.h"

#include <stdlib.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <utility>
#include <vector>

#include "bot/answerer.h"
#include "bot/commands/batch.h"
#include "bot/commands/data_folder.h"
#include "bot/commands/kb_check.h"
#include "bot/commands/lemma_model.h"
#include "bot/commands/progress.h"
#include "bot/commands/standing_clock.h"
#include "index/fts/builder.h"
#include "kb/import/file_finder.h"

namespace pomocnik::bot::commands {
namespace {

constexpr std::size_t kMaxTableBytes = 64 * 1024 * 1024;

Result<std::string> ReadTable(const std::string& folder, const char* name) {
  const std::string path = folder + "/" + name;
  if (!std::filesystem::exists(path)) return std::string();
  return kb::ReadFile(path, kMaxTableBytes);
}

Result<eval::QuestionSet> ReadSet(const std::string& folder) {
  ASSIGN_OR_RETURN(const std::string questions, ReadTable(folder, "questions.tsv"));
  ASSIGN_OR_RETURN(const std::string outside, ReadTable(folder, "outside.tsv"));
  ASSIGN_OR_RETURN(const std::string policy, ReadTable(folder, "policy.tsv"));
  auto set = eval::ParseQuestionSet({questions, outside, policy});
  if (!set) return Error::InvalidArgument(folder + ": " + set.error().message);
  if (eval::AllOf(*set).empty()) {
    return Error::NotFound("no questions in " + folder + ": it needs a questions.tsv");
  }
  return set;
}

Result<kb::Library> ReadLibrary(const EvalSource& source, const std::string& set_folder) {
  std::vector<std::string> articles;
  if (std::filesystem::exists(set_folder + "/articles")) articles = {set_folder + "/articles"};
  ASSIGN_OR_RETURN(CheckedKb checked, ReadAndCheck(source.kb, articles, ""));
  std::erase_if(checked.diagnostics, [](const kb::Diagnostic& diagnostic) {
    return diagnostic.severity != kb::Severity::kError;
  });
  PrintDiagnostics(checked.diagnostics);
  if (checked.data_file_errors > 0) {
    return Error::InvalidArgument("mend the lexicon, policy or phrases named above");
  }
  RETURN_IF_ERROR(AddLemmaModel(source.data, source.word_lists, checked.library));
  return std::move(checked.library);
}

// An article that is expected but not there would count as never found.
Status CheckExpected(const eval::QuestionSet& set, const index::Searcher& searcher) {
  for (const auto& question : set.questions) {
    if (question.article.empty()) continue;
    ASSIGN_OR_RETURN(const auto article, searcher.FindArticle(question.article));
    if (article) continue;
    return Error::InvalidArgument(question.id + " expects the article " + question.article +
                                  ", which is not there");
  }
  return {};
}

Status AskAll(EvalRun& run) {
  const StandingClock clock(run.now);
  const Answerer answerer(clock);
  const auto all = eval::AllOf(run.set);
  ProgressBar bar("Asking");
  for (std::size_t i = 0; i < all.size(); ++i) {
    Question question;
    question.text = all[i].text;
    question.channel = "cli";
    const auto begin = std::chrono::steady_clock::now();
    ASSIGN_OR_RETURN(const Answer answer, answerer.Reply(question, *run.knowledge));
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - begin);
    const std::string id(all[i].id);
    run.lines += FormatBatchLine(id, answer, took) + "\n";
    eval::Outcome& outcome = run.outcomes[id];
    outcome = eval::OutcomeOf(answer);
    outcome.micros = took.count();
    bar.Show(i + 1, all.size());
  }
  return {};
}

}  // namespace

Result<std::unique_ptr<ScratchFolder>> ScratchFolder::Make() {
  std::error_code failure;
  std::string path = std::filesystem::temp_directory_path(failure).string() + "/pomocnik-XXXXXX";
  if (failure || mkdtemp(path.data()) == nullptr) {
    return Error::Unavailable("cannot make " + path + ": " + std::strerror(errno));
  }
  return std::unique_ptr<ScratchFolder>(new ScratchFolder(std::move(path)));
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

Result<EvalRun> AskSet(const EvalSource& source, const std::string& set_folder) {
  EvalRun run;
  ASSIGN_OR_RETURN(run.set, ReadSet(set_folder));
  ASSIGN_OR_RETURN(const kb::Library library, ReadLibrary(source, set_folder));
  ASSIGN_OR_RETURN(run.folder, ScratchFolder::Make());
  run.now = SystemClock().Now();
  {
    ProgressBar bar("Indexing");
    index::BuildOptions options;
    options.folder = IndexFolder(run.folder->path());
    options.on_progress = [&](std::size_t done, std::size_t total) { bar.Show(done, total); };
    ASSIGN_OR_RETURN(const auto summary, index::BuildIndex(library, options, SystemClock()));
    ASSIGN_OR_RETURN(run.knowledge, OpenKnowledge(run.folder->path(), summary.version));
  }
  RETURN_IF_ERROR(CheckExpected(run.set, *run.knowledge->searcher));
  RETURN_IF_ERROR(AskAll(run));
  return run;
}

}  // namespace pomocnik::bot::commands
