#include <unistd.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <utility>

#include "bot/commands/candidate.h"
#include "bot/commands/commands.h"
#include "bot/commands/data_folder.h"
#include "bot/commands/lemma_model.h"
#include "bot/commands/progress.h"
#include "bot/commands/publish_report.h"
#include "bot/commands/stand_back.h"
#include "index/fts/catalog.h"

namespace pomocnik::bot::commands {
namespace {

constexpr std::size_t kArticlesTold = 20;

struct PublishOptions {
  std::string kb;
  std::vector<std::string> articles;
  std::string data;
  std::string word_lists;
  std::size_t allow_lost = 0;
  bool is_dry_run = false;
  bool is_agreed = false;  // --yes
  bool lists = false;
  bool rolls_back = false;
  std::string version;  // of --rollback; empty: the one before
};

enum class Outcome { kDone, kNotDone };

// What `serve` would serve; null, told with a warning where versions were passed over, when there is none.
std::shared_ptr<const Knowledge> OpenServed(const std::string& data) {
  for (const std::string& version : index::ListVersions(IndexFolder(data))) {
    auto knowledge = OpenKnowledge(data, version);
    if (knowledge) return *std::move(knowledge);
    std::cerr << "warning: version " << version
              << " cannot be served: " << knowledge.error().message << '\n';
  }
  return nullptr;
}

// The bar of the phase that is under way.
class PhaseBars {
 public:
  void Show(publishing::Phase phase, publishing::Progress progress) {
    if (!bar_ || phase != phase_) {
      const bool checks = phase == publishing::Phase::kChecking;
      bar_.reset();
      bar_ = std::make_unique<ProgressBar>(checks ? "Checking" : "Building");
      phase_ = phase;
    }
    bar_->Show(progress.done, progress.total);
  }

 private:
  publishing::Phase phase_ = publishing::Phase::kIdle;
  std::unique_ptr<ProgressBar> bar_;
};

Result<PreparedCandidate> Prepare(const PublishOptions& options) {
  CandidateSource source;
  source.kb = options.kb;
  source.article_folders = options.articles;
  source.data = options.data;
  source.add_model = [&options](kb::Library& library) {
    return AddLemmaModel(options.data, options.word_lists, library);
  };
  PhaseBars bars;
  PrepareOptions prepare;
  prepare.on_progress = [&](publishing::Phase phase, publishing::Progress progress) {
    bars.Show(phase, progress);
  };
  const auto served = [&options] { return OpenServed(options.data); };
  return PrepareCandidate(source, served, prepare, SystemClock());
}

enum class Consent { kNo, kYes };

// Asks at a terminal; elsewhere what has lost more than it may is not published.
Consent AskConsent(const PublishOptions& options, std::size_t lost) {
  if (options.is_agreed) return Consent::kYes;
  const bool fine = lost <= options.allow_lost;
  if (isatty(STDIN_FILENO) != 1) return fine ? Consent::kYes : Consent::kNo;
  std::cout << (fine ? "Publish it? [y/N] " : "Questions are lost. Publish it all the same? [y/N] ")
            << std::flush;
  std::string answer;
  std::getline(std::cin, answer);
  return answer == "y" || answer == "Y" || answer == "yes" ? Consent::kYes : Consent::kNo;
}

Result<Outcome> Publish(const PublishOptions& options) {
  std::error_code failure;
  std::filesystem::create_directories(options.data, failure);
  if (failure) {
    return Error::Unavailable("cannot make " + options.data + ": " + failure.message());
  }
  ASSIGN_OR_RETURN(const LockFile lock, LockPublishing(options.data));
  ASSIGN_OR_RETURN(const PreparedCandidate prepared, Prepare(options));
  const publishing::Candidate& candidate = prepared.candidate;
  PrintDiagnostics(candidate.diagnostics);
  std::cout << FormatCandidate(candidate, kArticlesTold);
  const std::size_t lost = candidate.differences.lost.size();
  if (options.is_dry_run) {
    RemoveCandidate(options.data);
    std::cout << "Nothing was published.\n";
    return lost <= options.allow_lost || options.is_agreed ? Outcome::kDone : Outcome::kNotDone;
  }
  if (AskConsent(options, lost) == Consent::kNo) {
    RemoveCandidate(options.data);
    std::cout << "Not published; what is served stays. --yes publishes all the same.\n";
    return Outcome::kNotDone;
  }
  RETURN_IF_ERROR(PublishCandidate(options.data, prepared));
  index::RemoveOldVersions(IndexFolder(options.data));
  std::cout << "Published " << candidate.version
            << "; a running `pomocnik serve` takes it up within a second.\n";
  return Outcome::kDone;
}

// The newest version that is in place and sound.
Result<std::string> FindServed(const std::string& data) {
  const std::string folder = IndexFolder(data);
  for (const std::string& version : index::ListVersions(folder)) {
    if (index::CheckVersion(folder, version)) return version;
  }
  return Error::NotFound("no version in " + folder);
}

Result<Outcome> RollBack(const PublishOptions& options) {
  const std::string folder = IndexFolder(options.data);
  ASSIGN_OR_RETURN(const LockFile lock, LockPublishing(options.data));
  ASSIGN_OR_RETURN(const std::string served, FindServed(options.data));
  std::string version = options.version;
  if (version.empty()) {
    for (const std::string& older : index::ListVersions(folder)) {
      if (older < served && version.empty()) version = older;
    }
    if (version.empty()) return Error::NotFound("no version is older than " + served);
  }
  RETURN_IF_ERROR(index::PutIntoService(folder, version));
  std::cout << "In service is " << version << "; " << served
            << " stays and comes back with: pomocnik publish --data " << options.data
            << " --rollback " << served << '\n';
  return Outcome::kDone;
}

Result<Outcome> List(const PublishOptions& options) {
  ASSIGN_OR_RETURN(const std::string served, FindServed(options.data));
  std::cout << FormatVersions(index::ListKeptVersions(IndexFolder(options.data)), served);
  return Outcome::kDone;
}

int Run(const PublishOptions& options) {
  StandBack();
  Result<Outcome> outcome = options.lists        ? List(options)
                            : options.rolls_back ? RollBack(options)
                                                 : Publish(options);
  if (outcome) return *outcome == Outcome::kDone ? 0 : 1;
  std::cerr << "pomocnik publish: " << outcome.error().message << '\n';
  return 1;
}

constexpr char kPublishHelp[] =
    "The new version is built aside and asked the questions of KB/questions.tsv, each of which "
    "names the\n"
    "article that must come first; then it takes the place of the one in service. Exit code: 0; 1 "
    "if it\n"
    "failed, or if questions are lost and nobody agreed. Examples:\n"
    "  pomocnik publish --kb kb --data data                look, be asked, publish\n"
    "  pomocnik publish --kb kb --data data --dry-run      look only\n"
    "  pomocnik publish --kb kb --data data --allow-lost 2 from a script\n"
    "  pomocnik publish --data data --list                 versions that can be put into service\n"
    "  pomocnik publish --data data --rollback             back to the one before\n"
    "  pomocnik publish --data data --rollback VERSION     to any of the list, forward too";

}  // namespace

void AddPublish(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<PublishOptions>();
  CLI::App* command = program.add_subcommand(
      "publish",
      "Make a new index version, tell what it changes, and put it into service; or roll back");
  auto* kb = command
                 ->add_option("--kb", options->kb,
                              "Folder with articles, lexicon, phrases, policy and questions.tsv")
                 ->envname("POMOCNIK_KB");
  command->add_option("--data", options->data, "Data folder; made when it does not exist")
      ->envname("POMOCNIK_DATA")
      ->required();
  command->add_option("--articles", options->articles,
                      "Folder of articles instead of those in --kb; may be repeated");
  AddWordListsOption(*command, options->word_lists);
  auto* dry_run = command->add_flag("--dry-run", options->is_dry_run, "Tell, and publish nothing");
  command->add_flag("--yes", options->is_agreed, "Publish whatever is lost, and ask nothing");
  command
      ->add_option("--allow-lost", options->allow_lost, "Questions that may be lost without asking")
      ->capture_default_str();
  auto* list =
      command->add_flag("--list", options->lists, "Tell which versions can be put into service")
          ->excludes(dry_run);
  auto* rollback =
      command
          ->add_option("--rollback", options->version,
                       "Put this version into service, or without a name the one before; newer "
                       "ones stay for later")
          ->expected(0, 1)
          ->excludes(dry_run)
          ->excludes(list);
  command->footer(kPublishHelp);
  command->callback([options, kb, rollback, &exit_code] {
    options->rolls_back = rollback->count() > 0;
    if (!options->lists && !options->rolls_back && kb->count() == 0 && options->kb.empty()) {
      throw CLI::RequiredError("--kb");
    }
    exit_code = Run(*options);
  });
}

}  // namespace pomocnik::bot::commands
