#include "bot/commands/candidate.h"

#include <filesystem>
#include <future>
#include <set>
#include <utility>

#include "bot/answerer.h"
#include "bot/commands/data_folder.h"
#include "bot/commands/standing_clock.h"
#include "bot/eval/scores.h"
#include "index/fts/article_digests.h"
#include "index/fts/catalog.h"
#include "index/fts/service.h"
#include "kb/import/file_finder.h"
#include "kb/import/staging.h"

namespace pomocnik::bot::commands {
namespace {

using publishing::Candidate;
using publishing::Phase;

constexpr std::size_t kMaxQuestionsBytes = 16 * 1024 * 1024;
constexpr std::string_view kQuestionsFile = "questions.tsv";
constexpr std::size_t kToldErrors = 5;

std::string NewestPublished(const std::string& data) {
  const auto versions = index::ListVersions(IndexFolder(data));
  return versions.empty() ? std::string() : versions.front();
}

Result<std::vector<eval::SetQuestion>> ReadQuestions(const std::string& kb) {
  const std::string path = kb + "/" + std::string(kQuestionsFile);
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return std::vector<eval::SetQuestion>();
  ASSIGN_OR_RETURN(const std::string table, kb::ReadFile(path, kMaxQuestionsBytes));
  ASSIGN_OR_RETURN(auto set, eval::ParseQuestionSet({.questions = table}));
  return std::move(set.questions);
}

// What is wrong is told by the names that an author knows.
void NameFilesFrom(const std::string& kb, kb::Diagnostics& diagnostics) {
  for (kb::Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.file.starts_with(kb + "/")) diagnostic.file.erase(0, kb.size() + 1);
  }
}

Error BrokenDataFiles(const kb::Diagnostics& diagnostics) {
  std::string message = "nothing was made: mend the lexicon, policy or phrases";
  std::size_t told = 0;
  for (const kb::Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity != kb::Severity::kError || ++told > kToldErrors) continue;
    message += "\n" + kb::FormatDiagnostic(diagnostic);
  }
  return Error::InvalidArgument(std::move(message));
}

// The version in service and what it answers.
struct Before {
  std::shared_ptr<const Knowledge> served;
  eval::Outcomes outcomes;
};

// One preparing: its steps share what they work with.
class Preparing {
 public:
  Preparing(const CandidateSource& source, const PrepareOptions& options, const Clock& clock)
      : source_(source), options_(options), clock_(clock), standing_clock_(clock.Now()) {}

  Result<PreparedCandidate> Run(const ServedVersion& served) && {
    PreparedCandidate prepared;
    prepared.newest = NewestPublished(source_.data);
    Candidate& candidate = prepared.candidate;
    RemoveCandidate(source_.data);
    index::RemoveOldVersions(IndexFolder(source_.data));
    ASSIGN_OR_RETURN(const auto questions, ReadQuestions(source_.kb));
    auto asking = std::async(std::launch::async, [&]() -> Result<Before> {
      Before before{served(), {}};
      if (before.served == nullptr) return before;
      ASSIGN_OR_RETURN(before.outcomes, Ask(questions, *before.served, [](std::size_t) {}));
      return before;
    });
    ASSIGN_OR_RETURN(const BuiltVersion built, Build(candidate));
    ASSIGN_OR_RETURN(const Before before, asking.get());
    if (before.served != nullptr) candidate.against = before.served->searcher->version();
    RETURN_IF_ERROR(CompareArticles(candidate));
    RETURN_IF_ERROR(CompareQuestions(questions, before.outcomes, *built.knowledge, candidate));
    return prepared;
  }

 private:
  // Reading and writing take about as long.
  Result<BuiltVersion> Build(Candidate& candidate) {
    kb::ReadOptions read;
    read.kb_folder = source_.kb;
    read.article_folders = source_.article_folders;
    read.sources = kb::FindSources(kb::SourcesFolder(source_.data));
    read.stop = options_.stop;
    read.on_progress = [this](std::size_t done, std::size_t total) {
      options_.on_progress(Phase::kBuilding, {done, 2 * total});
    };
    ASSIGN_OR_RETURN(CheckedKb checked, ReadAndCheck(read));
    candidate.diagnostics = checked.diagnostics;
    NameFilesFrom(source_.kb, candidate.diagnostics);
    if (checked.data_file_errors > 0) return BrokenDataFiles(candidate.diagnostics);
    index::BuildOptions build;
    build.folder = CandidateFolder(source_.data);
    build.stop = options_.stop;
    build.on_progress = [this](std::size_t done, std::size_t total) {
      options_.on_progress(Phase::kBuilding, {total + done, 2 * total});
    };
    ASSIGN_OR_RETURN(BuiltVersion built, BuildVersion(checked, source_.add_model, build, clock_));
    candidate.version = built.summary.version;
    candidate.articles = built.summary.articles;
    kb::Diagnostics copies = built.summary.copies;
    NameFilesFrom(source_.kb, copies);
    for (kb::Diagnostic& copy : copies) candidate.diagnostics.push_back(std::move(copy));
    return built;
  }

  Status CompareArticles(Candidate& candidate) {
    ASSIGN_OR_RETURN(const auto after,
                     index::ReadArticleDigests(CandidateFolder(source_.data), candidate.version));
    std::vector<index::ArticleDigest> before;
    if (!candidate.against.empty()) {
      ASSIGN_OR_RETURN(before,
                       index::ReadArticleDigests(IndexFolder(source_.data), candidate.against));
    }
    candidate.changes = publishing::CompareArticles(before, after);
    for (const auto& article : before) titles_[article.id] = article.title;
    for (const auto& article : after) titles_[article.id] = article.title;
    for (const auto& article : after) present_.insert(article.id);
    return {};
  }

  Status CompareQuestions(const std::vector<eval::SetQuestion>& questions,
                          const eval::Outcomes& before, const Knowledge& knowledge,
                          Candidate& candidate) {
    candidate.questions = questions.size();
    WarnOfMissing(questions, candidate.diagnostics);
    const auto tell = [&](std::size_t asked) {
      options_.on_progress(Phase::kChecking, {asked, questions.size()});
    };
    ASSIGN_OR_RETURN(const auto after, Ask(questions, knowledge, tell));
    candidate.differences = publishing::CompareQuestions(questions, before, after, titles_);
    return {};
  }

  void WarnOfMissing(const std::vector<eval::SetQuestion>& questions,
                     kb::Diagnostics& diagnostics) const {
    for (const eval::SetQuestion& question : questions) {
      if (question.article.empty() || present_.contains(question.article)) continue;
      diagnostics.push_back(
          {kb::Severity::kWarning, std::string(kQuestionsFile), 0,
           question.id + " expects the article '" + question.article + "', which does not exist"});
    }
  }

  // `asked` is called after each question, with how many that were.
  Result<eval::Outcomes> Ask(const std::vector<eval::SetQuestion>& questions,
                             const Knowledge& knowledge,
                             const std::function<void(std::size_t)>& asked) const {
    const Answerer answerer(standing_clock_);
    eval::Outcomes outcomes;
    for (const eval::SetQuestion& asking : questions) {
      if (options_.stop.stop_requested()) return Error::Unavailable("the checking was stopped");
      Question question;
      question.text = asking.text;
      question.channel = "cli";
      ASSIGN_OR_RETURN(const Answer answer, answerer.Reply(question, knowledge));
      outcomes.emplace(asking.id, eval::OutcomeOf(answer));
      asked(outcomes.size());
    }
    return outcomes;
  }

  const CandidateSource& source_;
  const PrepareOptions& options_;
  const Clock& clock_;
  const StandingClock standing_clock_;          // so that both versions are asked at one time
  publishing::Titles titles_;                   // of both versions
  std::set<std::string, std::less<>> present_;  // ids in the candidate
};

}  // namespace

Result<LockFile> LockPublishing(const std::string& data) {
  auto lock = LockFile::Acquire(PublishLockFile(data));
  if (lock || lock.error().code != ErrorCode::kConflict) return lock;
  return Error::Conflict(
      "another version is being prepared or published right now; try again when that is done");
}

Result<PreparedCandidate> PrepareCandidate(const CandidateSource& source,
                                           const ServedVersion& served,
                                           const PrepareOptions& options, const Clock& clock) {
  auto prepared = Preparing(source, options, clock).Run(served);
  if (!prepared) RemoveCandidate(source.data);
  return prepared;
}

Status PublishCandidate(const std::string& data, const PreparedCandidate& prepared) {
  const std::string newest = NewestPublished(data);
  if (newest != prepared.newest) {
    return Error::Conflict("another version was put into service meanwhile; prepare again");
  }
  const std::string& version = prepared.candidate.version;
  if (version <= newest) {
    return Error::Conflict("version " + version + " is not newer than " + newest +
                           ": was the clock set back? Prepare again");
  }
  RETURN_IF_ERROR(index::CheckVersion(CandidateFolder(data), version));
  RETURN_IF_ERROR(index::MoveVersion(CandidateFolder(data), IndexFolder(data), version));
  RemoveCandidate(data);
  return {};
}

void RemoveCandidate(const std::string& data) {
  std::error_code ignored;  // what stays is removed with the next one
  std::filesystem::remove_all(CandidateFolder(data), ignored);
}

}  // namespace pomocnik::bot::commands
