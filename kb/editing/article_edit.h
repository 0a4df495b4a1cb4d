// What a person writes of an article, and whether it makes one. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "kb/article.h"

namespace pomocnik::kb {

inline constexpr std::size_t kMaxTitleCodePoints = 200;
inline constexpr std::size_t kMaxQuestionCodePoints = 300;
inline constexpr std::size_t kMaxWordCodePoints = 100;
inline constexpr std::size_t kMaxQuestions = 100;

struct ArticleEdit {
  std::string id;        // of the article that is changed; empty: a new one
  std::string revision;  // that the person has seen (StoredArticle); empty: whichever there is
  std::string title;
  std::string module;
  std::string lang;
  Kind kind = Kind::kTip;
  std::string markdown;                // the body
  std::vector<std::string> questions;  // other ways to ask for it
  std::optional<Date> updated;         // day of the change
};

// `article` as the edit has it; what a person does not edit stays.
Article Apply(const ArticleEdit& edit, Article article);

// The field that cannot be as it is: "title", "module", "lang", "markdown" or "questions". Empty when all are well.
// `why`, when not null, gets what is wrong with the Markdown.
std::string_view FindWrongField(const ArticleEdit& edit, std::string* why = nullptr);

// A line of text as it is kept: single spaces, none at the ends. Empty when it holds a control character, is longer than
// `limit` code points, or holds nothing.
std::string CleanLine(std::string_view text, std::size_t limit);

}  // namespace pomocnik::kb
