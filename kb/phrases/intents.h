// How people say what is not a question about the programs: intents.yaml.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kb/diagnostic.h"

namespace pomocnik::kb {

// Ways to say one thing, any of them. An entry is a word in any of its forms ("zahtevek"), one form
// only
// ("=delate"), or words in a row ("na voljo"), each of them with or without "=".
using WordGroup = std::vector<std::string>;

// Matches a message that has a word of each group in `all` and none of `none`.
struct IntentPattern {
  std::vector<WordGroup> all;
  WordGroup none;
  int line = 0;
};

// What the assistant does about it.
enum class IntentAct {
  kSmalltalk,
  kPolicy,
  kStatus,
  kHandoff,
  kOutside,  // says that this is not what the help is about, without searching
};

struct IntentRule {
  // Whether the message may say anything else besides.
  enum class Reach { kAnywhere, kWholeMessage };

  std::string id;
  IntentAct act = IntentAct::kSmalltalk;
  std::string say;  // with kPolicy the id of a policy topic, otherwise the key of a phrase
  Reach reach = Reach::kAnywhere;
  std::vector<IntentPattern> patterns;
  int line = 0;
};

struct IntentTable {
  std::string file;
  WordGroup fillers;              // say nothing of their own: "prosim", "lepo"
  std::vector<IntentRule> rules;  // in order: the first that matches counts
};

// Reads
//   classes: {name: [word, …]}         words used more than once; "@name" in a group stands for all
//   of them fillers: [word, …] intents:
//     - {id, act, say, whole: true|false, none: […], any: [ [[word, …], …] or {all: [[…], …], none:
//     […]} ]}
// Entries that are wrong are left out with an error that names file and line. Whether `say` exists
// is not known here.
IntentTable ParseIntents(std::string_view yaml, std::string_view file, Diagnostics& diagnostics);

}  // namespace pomocnik::kb
