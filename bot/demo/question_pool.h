// What is asked: questions about the articles that there are, made of their titles and alternative questions, and some of
// our own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bot/demo/dice.h"
#include "kb/article.h"

namespace pomocnik::bot::demo {

// One matter, and ways to ask for it.
struct Matter {
  std::string module;   // empty: of none
  std::string screen;   // where it is asked from with F1; empty: none
  std::string article;  // that it is about; empty: none
  std::string lang = "sl";
  double weight = 1;
  std::vector<std::string> texts;  // at least one
};

struct QuestionPool {
  std::vector<Matter> matters;
  // What is no question.
  std::vector<std::string> greetings;
  std::vector<std::string> unreadable;

  static QuestionPool Make(const std::vector<kb::Article>& articles, Dice& dice);
};

// As people type in a hurry: without capitals, marks and a question mark.
std::string TypedInHurry(std::string_view text);

// Two letters swapped in the longest word, where it is long enough and of plain letters.
std::string WithTypo(std::string_view text);

}  // namespace pomocnik::bot::demo
