#include "kb/yaml/node.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "base/utf8.h"

namespace pomocnik::kb::yaml {

struct Value {
  enum class Type { kNull, kScalar, kSequence, kMap };
  Type type = Type::kNull;
  int line = 1;
  std::string scalar = {};
  std::vector<Node> items = {};
  std::vector<std::pair<std::string, Node>> entries = {};
  std::map<std::string, std::size_t, std::less<>> positions = {};  // key -> index into entries
};

namespace {

std::optional<Node> FindEntry(const Value& map, std::string_view key) {
  auto position = map.positions.find(key);
  if (position == map.positions.end()) return std::nullopt;
  return map.entries[position->second].second;
}

// Builds a tree out of yaml-cpp's events. Its own tree would expand aliases and forget the lines of
// keys.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(std::string_view file, Diagnostics& diagnostics)
      : file_(file), diagnostics_(diagnostics) {}

  // Absent when something was found that has no place in a tree.
  std::optional<Node> TakeRoot() && {
    if (failed_) return std::nullopt;
    if (!root_) return Node(std::make_shared<const Value>());
    return std::move(root_);
  }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
    Add({.type = Value::Type::kNull, .line = Line(mark)});
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    Fail(Line(mark), "aliases (*name) are not supported");
    Add({.type = Value::Type::kNull, .line = Line(mark)});
  }
  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                const std::string& text) override {
    if (text.find('\0') != std::string::npos) Fail(Line(mark), "\\0 is not text");
    Add({.type = Value::Type::kScalar, .line = Line(mark), .scalar = text});
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    open_.push_back({.value = {.type = Value::Type::kSequence, .line = Line(mark)}});
  }
  void OnSequenceEnd() override { Close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    open_.push_back({.value = {.type = Value::Type::kMap, .line = Line(mark)}});
  }
  void OnMapEnd() override { Close(); }

 private:
  // A sequence or map whose end has not been seen.
  struct Open {
    Value value;
    std::optional<std::string> key = {};  // read, its value not yet
    int key_line = 0;
  };

  static int Line(const YAML::Mark& mark) { return std::max(mark.line, 0) + 1; }

  void Fail(int line, std::string message) {
    failed_ = true;
    diagnostics_.push_back({Severity::kError, file_, line, std::move(message)});
  }

  void Close() {
    Value value = std::move(open_.back().value);
    open_.pop_back();
    Add(std::move(value));
  }

  void Add(Value value) {
    if (open_.empty()) {
      root_ = Node(std::make_shared<const Value>(std::move(value)));
      return;
    }
    Open& parent = open_.back();
    if (parent.value.type == Value::Type::kSequence) {
      parent.value.items.emplace_back(std::make_shared<const Value>(std::move(value)));
    } else if (parent.key) {
      AddEntry(parent, std::move(value));
    } else {
      AddKey(parent, std::move(value));
    }
  }

  void AddKey(Open& parent, Value value) {
    if (value.type != Value::Type::kScalar) Fail(value.line, "a key must be a word or a text");
    parent.key = std::move(value.scalar);
    parent.key_line = value.line;
  }

  void AddEntry(Open& parent, Value value) {
    std::string key = std::move(*parent.key);
    parent.key.reset();
    value.line = parent.key_line;
    if (auto first = FindEntry(parent.value, key)) {
      diagnostics_.push_back({Severity::kError, file_, parent.key_line,
                              "key '" + key + "' is repeated; it first stands on line " +
                                  std::to_string(first->line())});
      return;
    }
    parent.value.positions.emplace(key, parent.value.entries.size());
    parent.value.entries.emplace_back(std::move(key),
                                      Node(std::make_shared<const Value>(std::move(value))));
  }

  std::string file_;
  Diagnostics& diagnostics_;
  std::vector<Open> open_;
  std::optional<Node> root_;
  bool failed_ = false;
};

// Some messages end in the character that is wrong, or in its first byte.
std::string MessageOf(const YAML::Exception& error) {
  std::string message = error.msg;
  while (!IsValidUtf8(message)) message.pop_back();
  return message;
}

}  // namespace

Node::Node(std::shared_ptr<const Value> value) : value_(std::move(value)) {}

bool Node::IsNull() const { return value_->type == Value::Type::kNull; }
bool Node::IsScalar() const { return value_->type == Value::Type::kScalar; }
bool Node::IsSequence() const { return value_->type == Value::Type::kSequence; }
bool Node::IsMap() const { return value_->type == Value::Type::kMap; }
int Node::line() const { return value_->line; }
std::string Node::Scalar() const { return value_->scalar; }
std::vector<Node> Node::Items() const { return value_->items; }
std::vector<std::pair<std::string, Node>> Node::Entries() const { return value_->entries; }
std::optional<Node> Node::Find(std::string_view key) const { return FindEntry(*value_, key); }

std::optional<Node> Parse(std::string_view text, std::string_view file, Diagnostics& diagnostics) {
  if (!IsValidUtf8(text) || text.find('\0') != std::string_view::npos) {
    diagnostics.push_back({Severity::kError, std::string(file), 0, "the file is not UTF-8 text"});
    return std::nullopt;
  }
  TreeBuilder builder(file, diagnostics);
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
    TreeBuilder rest(file, diagnostics);
    if (parser.HandleNextDocument(rest)) {
      diagnostics.push_back(
          {Severity::kError, std::string(file), 0, "the file holds more than one YAML document"});
      return std::nullopt;
    }
  } catch (const YAML::Exception& error) {
    diagnostics.push_back({Severity::kError, std::string(file), std::max(error.mark.line, 0) + 1,
                           "invalid YAML: " + MessageOf(error)});
    return std::nullopt;
  }
  return std::move(builder).TakeRoot();
}

}  // namespace pomocnik::kb::yaml
