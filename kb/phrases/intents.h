// How people say what is not a question about the programs: intents.yaml.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kb/diagnostic.h"
#include "kb/phrases/word_patterns.h"

namespace pomocnik::kb {

// What the assistant does about it.
enum class IntentAct {
  kSmalltalk,
  kPolicy,
  kStatus,
  kHandoff,
  kOutside,     // says that this is not what the help is about, without searching
  kNotHelpful,  // the last answer was of no use
  kRestart,     // what was said before counts no more
};

struct IntentRule {
  // Whether the message may say anything else besides.
  enum class Reach { kAnywhere, kWholeMessage };

  std::string id;
  IntentAct act = IntentAct::kSmalltalk;
  std::string say;  // with kPolicy the id of a policy topic, otherwise the key of a phrase
  Reach reach = Reach::kAnywhere;
  // A guard counts whatever else a message asks: never steps, never a request.
  enum class Guard { kNo, kYes } guard = Guard::kNo;
  // What it tells of the case, by the policy's facts ("topic" is "legislation"), or "open". An intent that tells
  // something is a matter of its own.
  std::map<std::string, std::string> tells;
  std::vector<WordPattern> patterns;
  int line = 0;
};

// How a message says that it goes on from the one before: "kaj pa za lansko leto?".
struct FollowUpWords {
  WordGroup openings;  // it begins with one of them
  WordGroup pointers;  // or points at what was said before: "pri tem", "drugače"
};

struct IntentTable {
  std::string file;
  WordGroup fillers;  // say nothing of their own: "prosim", "lepo"
  FollowUpWords follow_up;
  std::vector<IntentRule> rules;  // in order: the first that matches counts
};

// Reads, in this order,
//   classes: {name: [word, …]}
//   fillers: [word, …]
//   follow_up: {openings: [word, …], pointers: [word, …]}
//   intents:
//     - {id, act, say, whole: true|false, guard: true|false, tells: {fact: value}, none: [word, …],
//        any: [pattern, …]}
// with words, classes and patterns as in kb/phrases/word_patterns.h. Entries that are wrong are left out with
// an error that names file and line. Whether `say` exists is not known here.
IntentTable ParseIntents(std::string_view yaml, std::string_view file, Diagnostics& diagnostics);

}  // namespace pomocnik::kb
