// How long suggestions take at each key that is pressed. The phrases are made of the words of a knowledge base, drawn
// as often as they occur there; what is typed are such phrases, letter by letter, a part of them with a typing error. The
// times are the processor's: nothing is waited for, and other programs do not count.
//
//     build/bench/bench_suggest [articles, 10000] [knowledge base, kb]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "index/rank/suggester.h"
#include "index/text/folding.h"
#include "kb/import/directory_reader.h"

namespace {

using namespace pomocnik;

constexpr int kTypedPhrases = 500;
constexpr std::size_t kModules = 25;
constexpr Date kToday{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{25}};

// A text's words, as many times as they stand there.
void Collect(std::string_view text, std::vector<std::string>& words) {
  std::string word;
  for (const char c : std::string(text) + " ") {
    const bool part = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c < 0 || c == '-';
    if (part) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
}

class Writer {
 public:
  explicit Writer(std::vector<std::string> words) : words_(std::move(words)) {}

  std::string Phrase(int shortest, int longest) {
    std::string phrase;
    for (int left = Pick(shortest, longest); left > 0; --left) {
      phrase += (phrase.empty() ? "" : " ") + words_[Pick(std::size_t{0}, words_.size() - 1)];
    }
    return phrase;
  }

  index::SuggestibleArticle Article() {
    index::SuggestibleArticle article;
    article.title = Phrase(2, 6);
    for (int left = Pick(2, 3); left > 0; --left) {
      article.questions.push_back("Kako " + Phrase(3, 7));
    }
    article.module = "Modul " + std::to_string(Pick(std::size_t{1}, kModules));
    return article;
  }

  template <typename Number>
  Number Pick(Number least, Number most) {
    return std::uniform_int_distribution<Number>(least, most)(random_);
  }

 private:
  std::vector<std::string> words_;
  std::mt19937 random_{20261125};
};

// Two letters swapped, where they are ASCII.
std::string WithError(const std::string& text) {
  std::string wrong = text;
  std::swap(wrong[wrong.size() / 2], wrong[wrong.size() / 2 - 1]);
  return IsValidUtf8(wrong) ? wrong : text;
}

double Milliseconds(std::clock_t time) {
  return 1000.0 * static_cast<double>(time) / CLOCKS_PER_SEC;
}

void Report(std::vector<double>& times, std::size_t suggestions) {
  std::sort(times.begin(), times.end());
  const auto at = [&](double share) {
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
  };
  std::printf("%zu keys, %.1f suggestions each; ms: p50 %.3f, p90 %.3f, p99 %.3f, most %.3f\n",
              times.size(), static_cast<double>(suggestions) / static_cast<double>(times.size()),
              at(0.5), at(0.9), at(0.99), times.back());
}

}  // namespace

int main(int argc, char** argv) {
  kb::ReadOptions read;
  read.kb_folder = argc > 2 ? argv[2] : "kb";
  const auto report = kb::ReadKnowledgeBase(read);
  if (!report) {
    std::fprintf(stderr, "bench_suggest: %s\n", report.error().message.c_str());
    return 1;
  }
  std::vector<std::string> words;
  for (const auto& source : report->library.articles) Collect(source.markdown, words);
  Writer writer(words);
  index::SuggesterInput input;
  const int count = argc > 1 ? std::atoi(argv[1]) : 10'000;
  for (int i = 0; i < count; ++i) input.articles.push_back(writer.Article());
  for (const std::string& word : words) input.known_words.push_back(index::Fold(word));
  const auto typed = [&] {
    std::vector<std::string> texts;
    for (int i = 0; i < kTypedPhrases; ++i) {
      const auto& article = input.articles[writer.Pick(std::size_t{0}, input.articles.size() - 1)];
      const std::string& text = i % 2 == 0 ? article.title : article.questions.front();
      texts.push_back(i % 5 == 0 ? WithError(text) : text);
    }
    return texts;
  }();

  kb::Diagnostics diagnostics;
  const index::Analyzer analyzer(kb::ParseLexicon(report->library.data_files, diagnostics));
  const std::clock_t begin = std::clock();
  const index::Suggester suggester(analyzer, std::move(input));
  std::printf("%d articles, made ready in %.0f ms\n", count, Milliseconds(std::clock() - begin));

  std::vector<double> times;
  std::size_t suggestions = 0;
  for (const std::string& text : typed) {
    for (std::size_t letters = 2; letters <= text.size(); ++letters) {
      const std::string_view so_far = std::string_view(text).substr(0, letters);
      if (!IsValidUtf8(so_far)) continue;
      const std::clock_t asked = std::clock();
      const auto groups = suggester.Suggest({so_far, "Modul 3", 8, kToday});
      times.push_back(Milliseconds(std::clock() - asked));
      for (const auto& group : groups) suggestions += group.size();
    }
  }
  Report(times, suggestions);
  return 0;
}
