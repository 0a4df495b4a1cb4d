#include "kb/phrases/word_patterns.h"

#include <optional>
#include <utility>

namespace pomocnik::kb {

void WordPatternReader::Fail(int line, std::string message) {
  diagnostics_.push_back({Severity::kError, std::string(file_), line, std::move(message)});
}

void WordPatternReader::ReadClasses(const yaml::Node& node) {
  for (const auto& [name, words] : node.Entries()) classes_["@" + name] = ReadGroup(words);
}

WordGroup WordPatternReader::ReadGroup(const yaml::Node& node) {
  WordGroup group;
  if (!node.IsSequence()) Fail(node.line(), "expected a list of words");
  for (const auto& item : node.Items()) {
    std::string word = item.Scalar();
    if (word.empty()) {
      Fail(item.line(), "expected a word");
    } else if (word.front() != '@') {
      group.push_back(std::move(word));
    } else if (auto found = classes_.find(word); found != classes_.end()) {
      group.insert(group.end(), found->second.begin(), found->second.end());
    } else {
      Fail(item.line(), "no class " + word + " above");
    }
  }
  return group;
}

WordGroup WordPatternReader::ReadGroup(const yaml::Node& map, std::string_view key) {
  auto node = map.Find(key);
  return node ? ReadGroup(*node) : WordGroup();
}

WordPattern WordPatternReader::ReadPattern(const yaml::Node& node, const WordGroup& none) {
  WordPattern pattern{{}, none, node.line()};
  auto all = node.IsMap() ? node.Find("all") : std::optional(node);
  for (const auto& group : all ? all->Items() : std::vector<yaml::Node>()) {
    pattern.all.push_back(ReadGroup(group));
  }
  if (node.IsMap()) {
    for (auto& word : ReadGroup(node, "none")) pattern.none.push_back(std::move(word));
  }
  return pattern;
}

std::vector<WordPattern> WordPatternReader::ReadPatterns(const yaml::Node& node,
                                                         const WordGroup& none) {
  std::vector<WordPattern> patterns;
  for (const auto& item : node.Items()) {
    WordPattern pattern = ReadPattern(item, none);
    if (pattern.all.empty()) {
      Fail(item.line(), "a pattern needs at least one group of words");
    } else {
      patterns.push_back(std::move(pattern));
    }
  }
  return patterns;
}

std::vector<WordPattern> WordPatternReader::ReadPatterns(const yaml::Node& map,
                                                         std::string_view key,
                                                         const WordGroup& none) {
  auto node = map.Find(key);
  return node ? ReadPatterns(*node, none) : std::vector<WordPattern>();
}

}  // namespace pomocnik::kb
