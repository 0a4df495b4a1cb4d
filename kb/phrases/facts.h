// How people tell of a support case: facts.yaml.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kb/diagnostic.h"
#include "kb/phrases/word_patterns.h"

namespace pomocnik::kb {

// Words with a number: how many minutes they last, or how many of a thing they mean.
struct NumberWords {
  WordGroup words;
  int number = 0;
  int line = 0;
};

// How one value of a fact is said. A pattern counts when all of it stands in one clause.
struct FactWording {
  std::string value;         // "yes", "portal"
  std::string denied;        // the value when it is denied; "" when that says nothing
  std::string denied_alone;  // the same, but only if nothing else is said of the fact
  WordGroup unless;          // anywhere in the message: something else is meant
  std::vector<WordPattern> patterns;
  int line = 0;
};

struct FactSayings {
  // Whether who speaks of it speaks of help by people. A question about the programs may name the others, too.
  enum class About { kSupport, kProgramToo };

  std::string id;  // "channel"
  About about = About::kProgramToo;
  std::vector<FactWording> wordings;  // of those that match in a clause, the first counts
  int line = 0;
};

// How long something takes.
struct DurationWords {
  int limit = 0;                     // minutes: a range that crosses it leaves open what counts
  std::vector<NumberWords> numbers;  // "dve": 2
  std::vector<NumberWords> units;    // "minuta": 1, "ura": 60
  std::vector<NumberWords> wholes;   // "pol ure": 30
  WordGroup to;                      // between the ends of a range: "do"
  WordGroup at_most;                 // before an upper end: "ne več kot"
  WordGroup over;                    // before what is exceeded: "več kot"
  WordGroup other_before;            // right before a time that is another: "že 15 minut"
  WordGroup takes;   // shows that the time is that of the help: "traja", "vprašanje"
  WordGroup unless;  // anywhere in the message: the time is a matter of the program
};

// When help is wanted.
struct ClockWords {
  int opens = 0;  // hour of the day
  int closes = 0;
  WordGroup free_times;            // never within hours: "v nedeljo", "zvečer"
  WordGroup at;                    // before a time: "ob"
  WordGroup after;                 // "po": at eight the day is over then
  WordGroup before;                // "pred"
  WordGroup half;                  // "ob pol osmih" is 7.30
  WordGroup evening;               // "at 7 pm"
  WordGroup morning;               // "ob petih zjutraj"
  std::vector<NumberWords> hours;  // "osmih": 8
  WordGroup units;                 // behind the number: "uri", "h"
  WordGroup tied;                  // the time is that of the help: "pomagate", "poklicati"
  WordGroup unless;
};

struct FactTable {
  std::string file;
  WordGroup borders;          // begin a clause: "ampak"
  WordGroup joints;           // what is denied on one side of them is not on the other: "in"
  WordGroup denials;          // "nismo"
  WordGroup idle_denials;     // deny nothing that counts: "ne vem", "ne deluje"
  WordGroup undecided;        // of their clause: "mogoče"
  WordGroup undecided_alone;  // alone in a clause, of the one before it: "ne vem"
  WordGroup affirmations;     // open an answer to a question: "da"
  WordGroup whether;          // begin what a doubt alone in the clause before them is about: "ali"
  WordGroup enough;     // what is named in the clause before may not be needed: "ali bo dovolj"
  WordGroup replacing;  // deny the first value behind them: "namesto"
  std::vector<FactSayings> facts;
  DurationWords duration;
  ClockWords clock;
  std::vector<WordPattern> asks_cost;  // matched against the whole message
  std::vector<WordPattern> asks_help;
};

// Reads facts.yaml; the file says itself how it is built. Entries that are wrong are left out with an error
// that names file and line. Whether the policy knows the facts is not known here.
FactTable ParseFacts(std::string_view yaml, std::string_view file, Diagnostics& diagnostics);

}  // namespace pomocnik::kb
