// Questions with the reply that is right for each. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace pomocnik::bot::eval {

// One way to ask for a need. The need is the id up to its last hyphen: "n12-a" and "n12-b" ask for the same.
struct SetQuestion {
  std::string id;
  std::string article;  // its answer; empty: no article has it
  std::string style;    // how it is written: natural, keywords, sloppy …
  std::string lang;
  std::string text;
};

// A message that the help has nothing for.
struct OutsideMessage {
  enum class Kind { kOfftopic, kNoise, kLegislation, kService, kSmalltalk };
  std::string id;
  Kind kind = Kind::kOfftopic;
  std::string text;
};

struct PolicyQuestion {
  std::string id;
  std::string text;
  std::string verdict;  // free, paid, none, depends; info: policy is told without a verdict
};

struct QuestionSet {
  std::vector<SetQuestion> questions;
  std::vector<OutsideMessage> outside;
  std::vector<PolicyQuestion> policy;
};

// Tables with tabs between the columns and their names in the first line; other columns are passed over.
// Questions: qid, article ("-" for none), style, lang, text. Outside: qid, kind, text. Policy: qid, text,
// verdict. An empty text is a table without rows. Errors name table and line. Ids are unique in the set.
struct SetTables {
  std::string_view questions = "";
  std::string_view outside = "";
  std::string_view policy = "";
};
Result<QuestionSet> ParseQuestionSet(const SetTables& tables);

// The questions table with one more row, which has the next free id ("desk-7-a") and the style "desk"; a question with the same
// text gets the article in the place of its own. An empty table begins with the names of the columns. All else stays. Errors
// are those of ParseQuestionSet. REQUIRES: article, lang and text are not empty and hold neither tabs nor line ends.
struct NewQuestion {
  std::string article;
  std::string lang;
  std::string text;
};
Result<std::string> PutQuestion(std::string_view table, const NewQuestion& question);

std::string_view NeedOf(std::string_view id);

// Id and text of everything in the set, in its order.
struct Asked {
  std::string_view id;
  std::string_view text;
};
std::vector<Asked> AllOf(const QuestionSet& set);

}  // namespace pomocnik::bot::eval
