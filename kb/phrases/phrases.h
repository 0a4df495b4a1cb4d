// What the assistant says in its own words: phrases.yaml.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "kb/diagnostic.h"
#include "kb/phrases/local_text.h"

namespace pomocnik::kb {

struct PhraseEntry {
  LocalText pattern;  // ICU MessageFormat, not checked here
  int line = 0;       // where the file says it
};

struct PhraseTable {
  std::string file;
  std::map<std::string, PhraseEntry, std::less<>> entries;  // by key
};

// Reads a map key -> {sl, en, hr}. Entries that are wrong are left out with an error that names
// file and line.
PhraseTable ParsePhrases(std::string_view yaml, std::string_view file, Diagnostics& diagnostics);

}  // namespace pomocnik::kb
