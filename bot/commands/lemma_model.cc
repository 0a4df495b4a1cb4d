#include "bot/commands/lemma_model.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <string_view>
#include <utility>
#include <vector>

#include "base/new_file.h"
#include "bot/commands/data_folder.h"
#include "bot/commands/progress.h"
#include "index/fts/manifest.h"
#include "index/morphology/english.h"
#include "index/morphology/irregular.h"
#include "index/morphology/pairs.h"
#include "index/morphology/slovene.h"
#include "index/morphology/training.h"
#include "index/morphology/word_list.h"
#include "kb/import/file_finder.h"
#include "kb/lexicon/lexicon.h"

namespace pomocnik::bot::commands {
namespace {

constexpr std::string_view kSlovene = "sl_SI";
constexpr std::string_view kCroatian = "hr_HR";
constexpr std::string_view kEnglish = "en_US";

// Against a Slovene reading, which weighs 0.05 to 5: where both languages know a form, Slovene decides.
constexpr double kOtherLanguageWeight = 0.01;

constexpr std::size_t kMaxListBytes = 512 * 1024 * 1024;
constexpr std::size_t kMaxModelBytes = 64 * 1024 * 1024;

constexpr std::string_view kFromLists = "word lists";

std::string ListPath(const std::string& folder, std::string_view language) {
  return folder + "/" + std::string(language);
}

bool HasList(const std::string& folder, std::string_view language) {
  return std::filesystem::exists(ListPath(folder, language) + ".dic");
}

Result<std::string> Digest(const std::string& path) {
  constexpr std::size_t kDigits = 16;
  ASSIGN_OR_RETURN(const index::FileDigest digest, index::DigestFile(path));
  return digest.sha256.substr(0, kDigits);
}

// What a model learnt from these lists by this program comes from.
Result<std::string> SourceOfLists(const std::string& folder) {
  std::string source =
      std::string(kFromLists) + ", derivation " + std::to_string(index::kDerivationVersion);
  for (const std::string_view language : {kSlovene, kCroatian, kEnglish}) {
    if (!HasList(folder, language)) continue;
    const std::string path = ListPath(folder, language);
    ASSIGN_OR_RETURN(const std::string affixes, Digest(path + ".aff"));
    ASSIGN_OR_RETURN(const std::string words, Digest(path + ".dic"));
    source.append(", ").append(language).append(" ").append(affixes).append(" ").append(words);
  }
  return source;
}

// The model's bytes; empty when there is none.
Result<std::string> ReadModel(const std::string& data) {
  const std::string path = LemmaModelFile(data);
  if (!std::filesystem::exists(path)) return std::string();
  ASSIGN_OR_RETURN(std::string bytes, kb::ReadFile(path, kMaxModelBytes));
  if (auto parsed = index::Lemmatizer::Parse(bytes); !parsed) {
    return Error::InvalidArgument(
        path + ": " + parsed.error().message +
        "; delete the file, or make it anew with: pomocnik lexicon build --data " + data);
  }
  return bytes;
}

Result<index::WordList> ReadWordList(const std::string& folder, std::string_view language) {
  const std::string path = ListPath(folder, language);
  ASSIGN_OR_RETURN(const std::string affixes, kb::ReadFile(path + ".aff", kMaxListBytes));
  ASSIGN_OR_RETURN(const std::string words, kb::ReadFile(path + ".dic", kMaxListBytes));
  auto list = index::ExpandWordList(affixes, words);
  if (!list) return Error::InvalidArgument(path + ": " + list.error().message);
  return list;
}

// The entries of the Croatian list are dictionary forms.
std::vector<index::FormLemma> PairsWithEntries(const index::WordList& list) {
  std::vector<index::FormLemma> pairs;
  pairs.reserve(list.forms.size());
  for (const index::ListedForm& form : list.forms) {
    pairs.push_back({form.form, list.entries[form.entry], kOtherLanguageWeight});
  }
  return pairs;
}

Result<std::vector<index::FormLemma>> DerivePairs(const std::string& folder) {
  ASSIGN_OR_RETURN(const index::WordList slovene, ReadWordList(folder, kSlovene));
  ProgressBar bar("Learning word forms");
  auto pairs = index::DeriveSlovenePairs(
      slovene, [&](std::size_t done, std::size_t total) { bar.Show(done, total); });
  const auto irregular = index::IrregularPairs();
  pairs.insert(pairs.end(), irregular.begin(), irregular.end());
  for (const std::string_view language : {kCroatian, kEnglish}) {
    if (!HasList(folder, language)) {
      std::cerr << "warning: no word list " << language << " in " << folder << "; left out\n";
      continue;
    }
    ASSIGN_OR_RETURN(const index::WordList list, ReadWordList(folder, language));
    const auto others = language == kEnglish ? index::EnglishPairs(list, kOtherLanguageWeight)
                                             : PairsWithEntries(list);
    pairs.insert(pairs.end(), others.begin(), others.end());
  }
  return pairs;
}

Result<LearnedModel> Learn(const std::string& data, const std::vector<index::FormLemma>& pairs,
                           std::string_view source) {
  const std::string bytes = index::FormatLemmaTrie(index::TrainLemmaTrie(pairs), source);
  std::error_code failure;
  std::filesystem::create_directories(data, failure);
  if (failure) return Error::Unavailable("cannot make " + data + ": " + failure.message());
  ASSIGN_OR_RETURN(NewFile file, NewFile::Create(LemmaModelFile(data)));
  RETURN_IF_ERROR(file.Write(bytes));
  RETURN_IF_ERROR(file.Publish(Existing::kReplace));
  return LearnedModel{pairs.size(), bytes.size()};
}

}  // namespace

void AddWordListsOption(CLI::App& command, std::string& folder) {
  folder = "/usr/share/hunspell";
  command
      .add_option("--word-lists", folder,
                  "Folder with sl_SI, hr_HR and en_US as .aff and .dic, to learn word forms from")
      ->envname("POMOCNIK_WORD_LISTS")
      ->capture_default_str();
}

Result<LearnedModel> LearnFromWordLists(const std::string& data, const std::string& word_lists) {
  if (!HasList(word_lists, kSlovene)) {
    return Error::NotFound("no word list sl_SI in " + word_lists +
                           "; install the Debian packages hunspell-sl hunspell-hr hunspell-en-us");
  }
  ASSIGN_OR_RETURN(const std::string source, SourceOfLists(word_lists));
  const auto known = ReadModel(data);
  if (known && index::SourceOfLemmaTrie(*known) == source) return LearnedModel{0, known->size()};
  ASSIGN_OR_RETURN(const auto pairs, DerivePairs(word_lists));
  return Learn(data, pairs, source);
}

Result<LearnedModel> LearnFromPairs(const std::string& data, const std::string& pairs_file) {
  ASSIGN_OR_RETURN(const std::string text, kb::ReadFile(pairs_file, kMaxListBytes));
  const auto pairs = index::ParsePairs(text);
  if (!pairs) return Error::InvalidArgument(pairs_file + ": " + pairs.error().message);
  ASSIGN_OR_RETURN(const std::string digest, Digest(pairs_file));
  return Learn(data, *pairs, "pairs " + digest);
}

Status AddLemmaModel(const std::string& data, const std::string& word_lists, kb::Library& library) {
  ASSIGN_OR_RETURN(std::string model, ReadModel(data));
  const bool own = !model.empty() && !index::SourceOfLemmaTrie(model).starts_with(kFromLists);
  if (!own && HasList(word_lists, kSlovene)) {
    ASSIGN_OR_RETURN(const LearnedModel learned, LearnFromWordLists(data, word_lists));
    if (learned.pairs > 0) {
      std::cerr << "Learnt word forms from the lists in " << word_lists << ": " << learned.pairs
                << " pairs\n";
    }
    ASSIGN_OR_RETURN(model, ReadModel(data));
  }
  if (model.empty()) {
    std::cerr << "warning: no word list sl_SI in " << word_lists
              << "; the search will cut endings by rules, which know fewer word forms. Install the "
                 "Debian "
                 "packages hunspell-sl hunspell-hr hunspell-en-us and index again\n";
    return {};
  }
  library.data_files.push_back({std::string(kb::kLemmaModelFile), std::move(model)});
  return {};
}

Status AddLemmaModelAtHand(const std::string& data, kb::Library& library) {
  ASSIGN_OR_RETURN(std::string model, ReadModel(data));
  if (!model.empty()) {
    library.data_files.push_back({std::string(kb::kLemmaModelFile), std::move(model)});
  }
  return {};
}

}  // namespace pomocnik::bot::commands
