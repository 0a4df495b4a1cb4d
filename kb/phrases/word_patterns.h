// Patterns of words, as the data files of this folder write them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kb/diagnostic.h"
#include "kb/yaml/node.h"

namespace pomocnik::kb {

// Ways to say one thing, any of them. An entry is a word in any of its forms ("zahtevek"), one form only
// ("=delate"), every word that begins so ("uvajan*"), or such words in a row ("na voljo").
using WordGroup = std::vector<std::string>;

// Matches a text that has a word of each group in `all` and none of `none`.
struct WordPattern {
  std::vector<WordGroup> all;
  WordGroup none;
  int line = 0;
};

// Reads groups and patterns, in which "@name" stands for all words of a class that was read before. What
// is wrong is left out and told with file and line; file and diagnostics must outlive the reader.
class WordPatternReader {
 public:
  WordPatternReader(std::string_view file, Diagnostics& diagnostics)
      : file_(file), diagnostics_(diagnostics) {}

  void Fail(int line, std::string message);

  // A map from names to groups.
  void ReadClasses(const yaml::Node& node);

  // A list of words and classes.
  WordGroup ReadGroup(const yaml::Node& node);
  // Empty without the key.
  WordGroup ReadGroup(const yaml::Node& map, std::string_view key);

  // A list of patterns, each a list of groups or {all: [group, …], none: group}. `none` is added to all.
  std::vector<WordPattern> ReadPatterns(const yaml::Node& node, const WordGroup& none);
  // Empty without the key.
  std::vector<WordPattern> ReadPatterns(const yaml::Node& map, std::string_view key,
                                        const WordGroup& none);

 private:
  WordPattern ReadPattern(const yaml::Node& node, const WordGroup& none);

  std::string_view file_;
  Diagnostics& diagnostics_;
  std::map<std::string, WordGroup, std::less<>> classes_;  // by "@name"
};

}  // namespace pomocnik::kb
