// What F1 opens: the topics of a screen, else what comes nearest to it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "bot/knowledge.h"
#include "index/search.h"

namespace pomocnik::bot {

// As a program sends it; each part may be empty.
struct ScreenQuestion {
  std::string app;
  std::string screen;  // id or older number
  std::string title;   // of the window
};

struct ScreenHelp {
  index::ScreenTopics topics;
  std::string shown;                       // id of the topic to show whole; empty: they are a list
  std::vector<index::ModuleInfo> modules;  // where to begin instead, with kNone only
};

// The topics that the knowledge base lists; else articles that the window's title, or the words in the screen's
// name, find with enough certainty to be offered in a chat; else the program's modules. Errors are those of
// Searcher.
Result<ScreenHelp> FindScreenHelp(const ScreenQuestion& question, const Knowledge& knowledge,
                                  Instant now);

// The words that a programmer made a name of: "TfrmUvozIzpiskov" -> "Uvoz Izpiskov".
std::string WordsOfName(std::string_view name);

}  // namespace pomocnik::bot
