#include <CLI/CLI.hpp>
#include <chrono>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "base/new_file.h"
#include "bot/commands/commands.h"
#include "bot/commands/data_folder.h"
#include "bot/commands/progress.h"
#include "index/morphology/pairs.h"
#include "index/morphology/slovene.h"
#include "index/morphology/training.h"
#include "index/morphology/word_list.h"
#include "kb/import/file_finder.h"

namespace pomocnik::bot::commands {
namespace {

struct LexiconOptions {
  std::string data;
  std::string pairs;
  std::string word_lists = "/usr/share/hunspell";
};

// Against a Slovene reading, which weighs 0.1 to 3: where both languages know a form, Slovene decides.
constexpr double kOtherLanguageWeight = 0.1;

constexpr std::size_t kMaxListBytes = 512 * 1024 * 1024;

Result<index::WordList> ReadWordList(const std::string& folder, const std::string& language) {
  const std::string path = folder + "/" + language;
  ASSIGN_OR_RETURN(const std::string affixes, kb::ReadFile(path + ".aff", kMaxListBytes));
  ASSIGN_OR_RETURN(const std::string words, kb::ReadFile(path + ".dic", kMaxListBytes));
  auto list = index::ExpandWordList(affixes, words);
  if (!list) return Error::InvalidArgument(path + ": " + list.error().message);
  return list;
}

// The entries of these lists are dictionary forms.
Status AddOtherLanguage(const std::string& folder, const std::string& language,
                        std::vector<index::FormLemma>& pairs) {
  if (!std::filesystem::exists(folder + "/" + language + ".dic")) {
    std::cerr << "warning: no word list " << language << " in " << folder << "; left out\n";
    return {};
  }
  ASSIGN_OR_RETURN(const index::WordList list, ReadWordList(folder, language));
  for (const index::ListedForm& form : list.forms) {
    pairs.push_back({form.form, list.entries[form.entry], kOtherLanguageWeight});
  }
  return {};
}

Result<std::vector<index::FormLemma>> DerivePairs(const std::string& folder) {
  auto slovene = ReadWordList(folder, "sl_SI");
  if (!slovene) {
    return Error::NotFound(slovene.error().message +
                           "; install the Debian package hunspell-sl, or give --pairs FILE");
  }
  ProgressBar bar("Deriving dictionary forms");
  auto pairs = index::DeriveSlovenePairs(
      *slovene, [&](std::size_t done, std::size_t total) { bar.Show(done, total); });
  RETURN_IF_ERROR(AddOtherLanguage(folder, "hr_HR", pairs));
  RETURN_IF_ERROR(AddOtherLanguage(folder, "en_US", pairs));
  return pairs;
}

Result<std::vector<index::FormLemma>> ReadPairs(const std::string& path) {
  ASSIGN_OR_RETURN(const std::string text, kb::ReadFile(path, kMaxListBytes));
  auto pairs = index::ParsePairs(text);
  if (!pairs) return Error::InvalidArgument(path + ": " + pairs.error().message);
  return pairs;
}

Status WriteModel(const std::string& data, const std::string& bytes) {
  std::error_code failure;
  std::filesystem::create_directories(data, failure);
  if (failure) return Error::Unavailable("cannot make " + data + ": " + failure.message());
  ASSIGN_OR_RETURN(NewFile file, NewFile::Create(LemmaModelFile(data)));
  RETURN_IF_ERROR(file.Write(bytes));
  std::filesystem::remove(LemmaModelFile(data), failure);
  return file.Publish();
}

Status Build(const LexiconOptions& options) {
  const auto begin = std::chrono::steady_clock::now();
  ASSIGN_OR_RETURN(const auto pairs, options.pairs.empty() ? DerivePairs(options.word_lists)
                                                           : ReadPairs(options.pairs));
  const index::LemmaTrie trie = index::TrainLemmaTrie(pairs);
  const std::string bytes = index::FormatLemmaTrie(trie);
  RETURN_IF_ERROR(WriteModel(options.data, bytes));
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  std::cout << "Lemma model: " << pairs.size() << " pairs, " << trie.nodes.size() << " nodes, "
            << trie.homographs.size() << " homographs, " << bytes.size() / 1024 << " KiB, "
            << std::fixed << std::setprecision(1) << seconds.count()
            << " s. It counts from the next `pomocnik index` on.\n";
  return {};
}

int Run(const LexiconOptions& options) {
  const Status built = Build(options);
  if (built) return 0;
  std::cerr << "pomocnik lexicon build: " << built.error().message << '\n';
  return 1;
}

}  // namespace

void AddLexicon(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<LexiconOptions>();
  CLI::App* lexicon = program.add_subcommand("lexicon", "What the search knows about words");
  lexicon->require_subcommand(1);
  CLI::App* command =
      lexicon->add_subcommand("build", "Learn which forms belong to which dictionary form");
  command->add_option("--data", options->data, "Data folder that gets the model")
      ->envname("POMOCNIK_DATA")
      ->required();
  command->add_option("--pairs", options->pairs,
                      "File of lines `form<TAB>lemma[<TAB>weight]`, instead of the word lists");
  command
      ->add_option("--word-lists", options->word_lists,
                   "Folder with sl_SI, hr_HR and en_US as .aff and .dic")
      ->capture_default_str();
  command->footer(
      "Without a model the search uses hand-written rules for endings, which know fewer forms.\n"
      "Examples:\n"
      "  pomocnik lexicon build --data data\n"
      "  pomocnik lexicon build --data data --pairs sloleks.tsv\n"
      "  pomocnik index --kb kb --data data");
  command->callback([options, &exit_code] { exit_code = Run(*options); });
}

}  // namespace pomocnik::bot::commands
