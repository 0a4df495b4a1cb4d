#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <random>
#include <set>
#include <span>
#include <string>
#include <utility>

#include "bench/search/corpus.h"
#include "bench/search/engine.h"
#include "kb/lexicon/lexicon.h"
#include "kb/markdown/article_parser.h"

namespace pomocnik::bench {
namespace {

constexpr std::size_t kLemmas = 20000;
constexpr std::size_t kFavourites = 12;
constexpr int kWords = 250;
constexpr std::size_t kTypicalQuestion = 4;  // favourites in a question
constexpr std::string_view kIdPrefix = "made-";

// std:: distributions differ between libraries; this must not.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  std::size_t Below(std::size_t bound) { return engine_() % bound; }
  double Share() { return static_cast<double>(engine_() >> 11) / 9007199254740992.0; }

 private:
  std::mt19937_64 engine_;
};

// Draws indexes in proportion to weights.
class Wheel {
 public:
  void Add(double weight) { sums_.push_back((sums_.empty() ? 0 : sums_.back()) + weight); }
  std::size_t Spin(Dice& dice) const {
    const double at = dice.Share() * sums_.back();
    const auto found = std::upper_bound(sums_.begin(), sums_.end(), at);
    return std::min(static_cast<std::size_t>(found - sums_.begin()), sums_.size() - 1);
  }

 private:
  std::vector<double> sums_;
};

using Endings = std::span<const std::string_view>;
constexpr std::string_view kMasculine[] = {"", "a", "u", "om", "i", "ov", "e", "ih", "oma"};
constexpr std::string_view kFeminine[] = {"a", "e", "i", "o", "ah", "am", "ami"};
constexpr std::string_view kNeuter[] = {"o", "a", "u", "om", "ih", "i"};
constexpr std::string_view kAction[] = {"anje", "anja", "anju", "anjem", "anjih"};
constexpr std::string_view kAdjective[] = {"ni",  "na",  "no",  "ne",  "nega",
                                           "nem", "nim", "nih", "nimi"};
constexpr std::string_view kVerb[] = {"iti", "im",  "i",   "imo", "ite", "ijo",
                                      "il",  "ila", "ili", "en",  "ena", "eno"};
constexpr std::array<Endings, 6> kParadigms = {kMasculine, kFeminine,  kNeuter,
                                               kAction,    kAdjective, kVerb};

struct Lemma {
  std::string stem;
  std::size_t paradigm = 0;
};

std::string MakeStem(Dice& dice) {
  static constexpr std::string_view kOnsets[] = {
      "b",  "c",  "č",  "d",  "f",  "g",  "h",  "j",  "k",  "l",   "m",  "n",  "p",
      "r",  "s",  "š",  "t",  "v",  "z",  "ž",  "pr", "st", "kr",  "tr", "br", "pl",
      "sk", "sl", "vr", "gr", "zn", "dr", "sp", "kl", "sv", "str", "hl", "mn", "zd"};
  static constexpr std::string_view kVowels[] = {"a", "e", "i", "o", "u"};
  static constexpr std::string_view kCodas[] = {"k", "l", "n", "r", "s",  "t",  "v", "d",
                                                "p", "g", "m", "b", "st", "nd", "rt"};
  std::string stem;
  const std::size_t syllables = 1 + dice.Below(3);
  for (std::size_t i = 0; i < syllables; ++i) {
    stem += kOnsets[dice.Below(std::size(kOnsets))];
    stem += kVowels[dice.Below(std::size(kVowels))];
  }
  return stem += kCodas[dice.Below(std::size(kCodas))];
}

// The words that text is made of.
struct Words {
  std::vector<std::string> function_words;
  Wheel function_wheel;
  std::vector<std::string> trade_words;  // of the real articles
  Wheel trade_wheel;
  std::vector<Lemma> lemmas;
  Wheel lemma_wheel;

  Words(const kb::Library& library, Dice& dice) {
    kb::Diagnostics ignored;
    const auto stop_words = kb::ParseLexicon(library.data_files, ignored).stop_words;
    std::map<std::string, int> counts;
    for (const auto& source : library.articles) {
      for (auto& word : PlainWords(PlainArticleOf(source.article).body)) ++counts[std::move(word)];
    }
    for (const auto& [word, count] : counts) {
      const bool function_word = stop_words.contains(word);
      (function_word ? function_words : trade_words).push_back(word);
      (function_word ? function_wheel : trade_wheel).Add(count);
    }
    std::set<std::string> stems;
    while (lemmas.size() < kLemmas) {
      std::string stem = MakeStem(dice);
      if (!stems.insert(stem).second) continue;
      lemmas.push_back({std::move(stem), dice.Below(kParadigms.size())});
      lemma_wheel.Add(1.0 / static_cast<double>(lemmas.size()));
    }
  }

  std::string Form(std::size_t lemma, Dice& dice) const {
    const Endings endings = kParadigms[lemmas[lemma].paradigm];
    return lemmas[lemma].stem + std::string(endings[dice.Below(endings.size())]);
  }
  const std::string& FunctionWord(Dice& dice) const {
    return function_words[function_wheel.Spin(dice)];
  }
  const std::string& TradeWord(Dice& dice) const { return trade_words[trade_wheel.Spin(dice)]; }
};

// The article's number decides what it is about, so that a question can be made without it.
std::vector<std::size_t> Favourites(std::uint64_t seed, std::size_t number) {
  Dice dice(seed * 1000003 + number);
  std::vector<std::size_t> favourites;
  for (std::size_t i = 0; i < kFavourites; ++i) {
    // Neither the most frequent words nor all equally likely.
    favourites.push_back(20 + static_cast<std::size_t>(std::pow(dice.Share(), 2.0) *
                                                       static_cast<double>(kLemmas - 20)));
  }
  return favourites;
}

std::string Sentence(const Words& words, const std::vector<std::size_t>& favourites, Dice& dice) {
  std::string text;
  const std::size_t length = 8 + dice.Below(12);
  for (std::size_t i = 0; i < length; ++i) {
    const double kind = dice.Share();
    if (!text.empty()) text += ' ';
    if (kind < 0.42) {
      text += words.FunctionWord(dice);
    } else if (kind < 0.57) {
      text += words.TradeWord(dice);
    } else if (kind < 0.82) {
      text += words.Form(words.lemma_wheel.Spin(dice), dice);
    } else {
      text += words.Form(favourites[dice.Below(kFavourites)], dice);
    }
  }
  return text + ".";
}

std::string ArticleText(const Words& words, std::uint64_t seed, std::size_t number) {
  Dice dice(seed * 7919 + number);
  const auto favourites = Favourites(seed, number);
  std::string text = "---\nid: " + std::string(kIdPrefix) + std::to_string(number) + "\ntitle: \"";
  for (std::size_t i = 0; i < 4; ++i) {
    text += (i == 0 ? "" : " ") + words.Form(favourites[dice.Below(kFavourites)], dice);
    if (i == 1) text += " " + words.FunctionWord(dice);
  }
  text += "\"\nmodule: " + words.lemmas[dice.Below(30)].stem + "\nkind: tip\nlang: sl\n---\n";
  int left = kWords / 2 + static_cast<int>(dice.Below(kWords));
  for (int sentence = 0; left > 0; ++sentence) {
    if (sentence % 7 == 6) {
      text += "\n\n## " + words.Form(favourites[dice.Below(kFavourites)], dice) + " " +
              words.TradeWord(dice) + "\n";
    }
    const std::string added = Sentence(words, favourites, dice);
    left -= 1 + static_cast<int>(std::count(added.begin(), added.end(), ' '));
    text += (sentence % 3 == 0 ? "\n\n" : " ") + added;
  }
  return text + "\n";
}

// Two neighbouring letters swapped, or one left out.
void AddTypingError(std::string& word, Dice& dice) {
  if (word.size() < 5) return;
  const std::size_t at = 1 + dice.Below(word.size() - 3);
  const auto is_plain = [&](std::size_t i) { return static_cast<unsigned char>(word[i]) < 0x80; };
  if (!is_plain(at) || !is_plain(at + 1)) return;
  if (dice.Below(2) == 0) {
    std::swap(word[at], word[at + 1]);
  } else {
    word.erase(at, 1);
  }
}

std::string QuestionText(const Words& words, const std::vector<std::size_t>& favourites,
                         Dice& dice) {
  static constexpr std::string_view kBeginnings[] = {"kako", "kje", "zakaj", "kaj moram storiti da",
                                                     "zanima me kako"};
  std::string text(kBeginnings[dice.Below(std::size(kBeginnings))]);
  const std::size_t wrong = dice.Below(3 * kTypicalQuestion);
  for (std::size_t i = 0; i < kTypicalQuestion; ++i) {
    text += " " + words.FunctionWord(dice);
    std::string word = words.Form(favourites[(i * 3) % kFavourites], dice);
    if (i == wrong) AddTypingError(word, dice);
    text += " " + word;
    if (i == 1) text += " " + words.TradeWord(dice);
    if (i == 2) text += " " + words.Form(words.lemma_wheel.Spin(dice), dice);
  }
  return text + "?";
}

}  // namespace

void AddSloveneText(std::size_t count, std::uint64_t seed, Corpus& corpus) {
  Dice dice(seed);
  const Words words(corpus.library, dice);
  for (std::size_t number = 0; corpus.library.articles.size() < count; ++number) {
    std::string text = ArticleText(words, seed, number);
    kb::Diagnostics diagnostics;
    auto article = kb::ParseArticle(text, "made", diagnostics);
    if (article) corpus.library.articles.push_back({std::move(*article), std::move(text), "made"});
  }
}

void AskAboutSloveneText(std::size_t count, std::uint64_t seed, Corpus& corpus) {
  std::vector<kb::SourceArticle>& articles = corpus.library.articles;
  const auto first = std::find_if(articles.begin(), articles.end(), [](const auto& source) {
    return source.article.id.starts_with(kIdPrefix);
  });
  const auto made = static_cast<std::size_t>(articles.end() - first);
  Dice dice(seed);
  kb::Library real;
  real.data_files = corpus.library.data_files;
  real.articles.assign(articles.begin(), first);
  const Words words(real, dice);
  corpus.questions.clear();
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t number = dice.Below(made);
    corpus.questions.push_back({"q" + std::to_string(i),
                                std::string(kIdPrefix) + std::to_string(number), "natural", "sl",
                                QuestionText(words, Favourites(seed, number), dice)});
  }
}

}  // namespace pomocnik::bench
