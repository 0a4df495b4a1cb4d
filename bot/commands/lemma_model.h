// The data folder's lemma model: learnt from word lists once, or from pairs of the operator's own.
#pragma once

#include <cstddef>
#include <string>

#include "base/result.h"
#include "kb/library.h"

namespace CLI {  // NOLINT(readability-identifier-naming): the library chose it
class App;
}

namespace pomocnik::bot::commands {

// Adds --word-lists (POMOCNIK_WORD_LISTS): the folder with sl_SI, hr_HR and en_US as .aff and .dic.
void AddWordListsOption(CLI::App& command, std::string& folder);

struct LearnedModel {
  std::size_t pairs = 0;  // 0: the model at hand was learnt from the same source, and stays
  std::size_t bytes = 0;
};

// Learns the model from the word lists and writes it into the data folder, which is made when it does not exist.
// Takes some seconds and 700 MB; shows a progress bar. kNotFound: there is no Slovene list in the folder.
Result<LearnedModel> LearnFromWordLists(const std::string& data, const std::string& word_lists);

// Learns it from a file of lines `form<TAB>lemma[<TAB>weight]`. It stays until another one is asked for.
Result<LearnedModel> LearnFromPairs(const std::string& data, const std::string& pairs_file);

// Makes the model a part of the library, so that the index made of it holds a copy. Learns it first when there is
// none, or when it comes from word lists that have changed since; without lists a model at hand stays. Without
// either, warns that rules will serve.
Status AddLemmaModel(const std::string& data, const std::string& word_lists, kb::Library& library);

// Makes the model at hand a part of the library, if there is one; learns none.
Status AddLemmaModelAtHand(const std::string& data, kb::Library& library);

}  // namespace pomocnik::bot::commands
