// YAML as the knowledge base uses it: read once, with the line of everything, without exceptions.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kb/diagnostic.h"

namespace pomocnik::kb::yaml {

struct Value;

// A value in a parsed document. Cheap to copy; shares the immutable document, so that it stays
// valid for as long as it is held. Never throws; safe to read from several threads.
class Node {
 public:
  explicit Node(std::shared_ptr<const Value> value);

  bool IsNull() const;
  bool IsScalar() const;
  bool IsSequence() const;
  bool IsMap() const;

  // From 1. Of a map's value: the line of its key, which is where an author looks.
  int line() const;

  // "" unless a scalar. The text as written: 6.30 stays "6.30", yes stays "yes".
  std::string Scalar() const;
  // Empty unless a sequence.
  std::vector<Node> Items() const;
  // In the order of the file. Empty unless a map.
  std::vector<std::pair<std::string, Node>> Entries() const;
  // The value of a key. Absent when there is no such key or this is no map.
  std::optional<Node> Find(std::string_view key) const;

 private:
  std::shared_ptr<const Value> value_;
};

// The document in `text`; a null node when there is nothing in it. Absent after a syntax error,
// which is added with file and line; so are a second document, aliases and keys that are not
// scalars, because no file of ours needs them. A repeated key is an error too, but only the
// repetition is left out. Pure.
std::optional<Node> Parse(std::string_view text, std::string_view file, Diagnostics& diagnostics);

}  // namespace pomocnik::kb::yaml
