// Questions that no article's title gives: in other languages, about what costs, and about what no article knows yet.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace pomocnik::bot::demo {

// One matter, asked in several ways.
struct OwnQuestion {
  std::string_view module;  // empty: of none
  double weight;            // how often against others of its list
  std::vector<std::string_view> texts;
};

const std::vector<OwnQuestion>& UnansweredQuestions();  // Slovene
const std::vector<OwnQuestion>& PolicyQuestions();      // the same
const std::vector<OwnQuestion>& EnglishQuestions();
const std::vector<OwnQuestion>& CroatianQuestions();
const std::vector<std::string_view>& Greetings();
const std::vector<std::string_view>& Unreadable();

}  // namespace pomocnik::bot::demo
