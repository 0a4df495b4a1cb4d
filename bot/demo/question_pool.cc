#include "bot/demo/question_pool.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "base/latin.h"
#include "base/utf8.h"
#include "bot/demo/own_questions.h"

namespace pomocnik::bot::demo {
namespace {

constexpr double kUnanswered = 0.1;  // of all questions
constexpr double kPolicy = 0.04;
constexpr double kEnglish = 0.06;
constexpr double kCroatian = 0.04;
constexpr std::size_t kShortestMisspelt = 7;

double TotalOf(const std::vector<Matter>& matters) {
  double total = 0;
  for (const Matter& matter : matters) total += matter.weight;
  return total;
}

std::vector<std::string> WaysToAsk(const kb::Article& article) {
  std::vector<std::string> texts = article.questions;
  texts.push_back(article.title);
  const std::size_t written = texts.size();
  for (std::size_t i = 0; i < written; ++i) {
    texts.push_back(TypedInHurry(texts[i]));
    texts.push_back(WithTypo(texts.back()));
  }
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  return texts;
}

// Few are asked about often and many now and then, whatever their order in the knowledge base.
double Popularity(Dice& dice) {
  constexpr double kLeast = 0.05;
  const double share = dice.Share();
  return kLeast + share * share * share;
}

void AddOwn(const std::vector<OwnQuestion>& questions, std::string_view lang, double weight,
            std::vector<Matter>& matters) {
  double total = 0;
  for (const OwnQuestion& question : questions) total += question.weight;
  for (const OwnQuestion& question : questions) {
    matters.push_back({.module = std::string(question.module),
                       .screen = "",
                       .article = "",
                       .lang = std::string(lang),
                       .weight = weight * question.weight / total,
                       .texts = {question.texts.begin(), question.texts.end()}});
  }
}

}  // namespace

std::string TypedInHurry(std::string_view text) {
  std::string typed;
  for (std::size_t position = 0; position < text.size();) {
    const char32_t letter = NextCodePoint(text, position);
    if (letter == U'?') continue;
    const char plain = PlainLetter(letter);
    AppendCodePoint(plain == 0 ? letter : static_cast<char32_t>(plain), typed);
  }
  return typed;
}

std::string WithTypo(std::string_view text) {
  std::size_t begin = 0;
  std::size_t longest = 0;
  for (std::size_t i = 0, start = 0; i <= text.size(); ++i) {
    const bool letter = i < text.size() && std::isalpha(static_cast<unsigned char>(text[i])) != 0;
    if (letter) continue;
    if (i - start > longest) {
      begin = start;
      longest = i - start;
    }
    start = i + 1;
  }
  std::string typed(text);
  if (longest < kShortestMisspelt) return typed;
  const std::size_t middle = begin + longest / 2;
  std::swap(typed[middle], typed[middle + 1]);
  return typed;
}

QuestionPool QuestionPool::Make(const std::vector<kb::Article>& articles, Dice& dice) {
  QuestionPool pool;
  for (const kb::Article& article : articles) {
    pool.matters.push_back({.module = article.module,
                            .screen = article.f1.empty() ? "" : article.f1.front().screen,
                            .article = article.id,
                            .lang = "sl",
                            .weight = Popularity(dice),
                            .texts = WaysToAsk(article)});
  }
  const double rest = 1 - kUnanswered - kPolicy - kEnglish - kCroatian;
  const double all = TotalOf(pool.matters) / rest;
  AddOwn(UnansweredQuestions(), "sl", all * kUnanswered, pool.matters);
  AddOwn(PolicyQuestions(), "sl", all * kPolicy, pool.matters);
  AddOwn(EnglishQuestions(), "en", all * kEnglish, pool.matters);
  AddOwn(CroatianQuestions(), "hr", all * kCroatian, pool.matters);
  pool.greetings.assign(Greetings().begin(), Greetings().end());
  pool.unreadable.assign(Unreadable().begin(), Unreadable().end());
  return pool;
}

}  // namespace pomocnik::bot::demo
