// Brings questions together that are about one matter: those whose words mostly are the same, rare words before common
// ones. Pure.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "bot/deflection/gaps.h"

namespace pomocnik::bot::deflection {

// Questions of the same classes of words.
struct QuestionWording {
  std::vector<std::size_t> words;  // indices into QuestionGroups::words, ascending
  double weight = 0;               // of all of them
  std::vector<std::size_t> questions;
};

struct QuestionGroup {
  std::vector<std::size_t> wordings;
  std::map<std::size_t, double> shares;  // of its questions that have a word, by the word
  double weight = 0;                     // of its words, each by its share
  double size = 0;                       // questions
};

struct QuestionGroups {
  struct Word {
    std::string lemma;
    std::string typed;  // as it is typed most often
    double weight = 0;
  };
  std::vector<Word> words;  // by lemma
  std::vector<QuestionWording> wordings;
  std::vector<QuestionGroup> groups;

  // How much a wording is like a group, 0 to 1: the weight that they have in common, of the mean of both.
  double Likeness(std::size_t wording, const QuestionGroup& group) const;
};

// Makes the second group part of the first one.
void Join(QuestionGroup& group, const QuestionGroup& other);

// Every question that has a word is in one group. Depends on what was asked only, not on its order.
QuestionGroups GroupQuestions(const std::vector<GapQuestion>& questions);

}  // namespace pomocnik::bot::deflection
