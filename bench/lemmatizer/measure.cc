// How many words a second the lemmatizer brings to their dictionary form.
//
//   bench_lemmatizer MODEL TEXT...    a lemmas.model, and files whose words are asked for in running order
#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "index/text/folding.h"
#include "index/text/lemmatizer.h"
#include "index/text/tokenizer.h"

namespace {

using namespace pomocnik;

std::string ReadFile(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// Folded words; those that the analysis leaves as they are (codes, single letters) are left out.
std::vector<std::string> WordsOf(const std::string& text) {
  constexpr std::size_t kShortest = 3;
  const index::Tokenizer tokenizer;
  std::vector<std::string> words;
  for (const index::Word& word : tokenizer.Split(text)) {
    std::string folded =
        index::Fold(std::string_view(text).substr(word.begin, word.end - word.begin));
    if (folded.size() >= kShortest && folded.find_first_of("0123456789") == std::string::npos) {
      words.push_back(std::move(folded));
    }
  }
  return words;
}

// Seconds for one pass. `letters` keeps the compiler from leaving the work out.
double Pass(const index::Lemmatizer& lemmatizer, const std::vector<std::string>& words,
            std::size_t& letters) {
  const auto begin = std::chrono::steady_clock::now();
  for (const std::string& word : words) letters += lemmatizer.Find(word).first.size();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: bench_lemmatizer MODEL TEXT...\n";
    return 2;
  }
  const auto lemmatizer = index::Lemmatizer::Parse(ReadFile(argv[1]));
  if (!lemmatizer) {
    std::cerr << argv[1] << ": " << lemmatizer.error().message << '\n';
    return 1;
  }
  std::vector<std::string> words;
  for (int i = 2; i < argc; ++i) {
    for (std::string& word : WordsOf(ReadFile(argv[i]))) words.push_back(std::move(word));
  }
  // The fastest of some rounds: other work on the machine only adds to it.
  constexpr int kRounds = 20;
  std::size_t letters = 0;
  double fastest = Pass(**lemmatizer, words, letters);
  for (int round = 1; round < kRounds; ++round) {
    fastest = std::min(fastest, Pass(**lemmatizer, words, letters));
  }
  std::cout << words.size() << " words, " << static_cast<double>(words.size()) / fastest / 1e6
            << " million words/s, " << letters / kRounds << " letters\n";
  return letters == 0 ? 1 : 0;
}
