#include "index/text/lemmatizer.h"

#include <algorithm>
#include <utility>

#include "index/text/folding.h"

namespace pomocnik::index {
namespace {

constexpr std::string_view kMagic = "pomocnik lemmas 2\n";
constexpr std::size_t kMaxAppend = 32;

void AppendNumber(std::string& bytes, std::uint32_t number, int size) {
  for (int i = 0; i < size; ++i) bytes += static_cast<char>((number >> (8 * i)) & 0xFF);
}

// Reads from the front of `bytes`; notes when they end too early.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  std::uint32_t Number(int size) {
    std::uint32_t number = 0;
    const std::string_view part = Text(static_cast<std::size_t>(size));
    for (std::size_t i = 0; i < part.size(); ++i) {
      number |= static_cast<std::uint32_t>(static_cast<unsigned char>(part[i])) << (8 * i);
    }
    return number;
  }

  std::string_view Text(std::size_t size) {
    if (size > rest_.size()) {
      failed_ = true;
      size = rest_.size();
    }
    const std::string_view text = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return text;
  }

  bool failed() const { return failed_; }
  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
  bool failed_ = false;
};

bool IsSound(const LemmaTrie& trie) {
  const auto is_edit = [&](std::uint16_t edit) {
    return edit == LemmaTrie::kNone || edit < trie.edits.size();
  };
  if (trie.nodes.empty() || trie.nodes[0].edit == LemmaTrie::kNone) return false;
  std::uint32_t next_child = 1;
  for (const LemmaTrie::Node& node : trie.nodes) {
    if (!is_edit(node.edit)) return false;
    if (node.first_child < next_child || node.first_child > trie.nodes.size()) return false;
    next_child = node.first_child;
  }
  const auto by_hash = [](const auto& left, const auto& right) { return left.hash < right.hash; };
  return trie.nodes[0].first_child == 1 &&
         std::is_sorted(trie.homographs.begin(), trie.homographs.end(), by_hash) &&
         std::all_of(trie.homographs.begin(), trie.homographs.end(),
                     [&](const auto& homograph) { return homograph.edit < trie.edits.size(); });
}

}  // namespace

std::string ApplyEdit(const LemmaEdit& edit, std::string_view word) {
  if (edit.cut > word.size()) return std::string(word);
  std::string lemma(word.substr(0, word.size() - edit.cut));
  return lemma += edit.append;
}

Lemmatizer::Lemmatizer(LemmaTrie trie) : trie_(std::move(trie)) {}

Result<std::shared_ptr<const Lemmatizer>> Lemmatizer::Parse(std::string_view bytes) {
  if (!bytes.starts_with(kMagic)) return Error::InvalidArgument("no lemma model");
  ByteReader reader(bytes.substr(kMagic.size()));
  reader.Text(SourceOfLemmaTrie(bytes).size());
  if (reader.Text(1) != "\n") return Error::InvalidArgument("no lemma model");
  LemmaTrie trie;
  const std::uint32_t edits = reader.Number(2);
  const std::uint32_t nodes = reader.Number(4);
  const std::uint32_t homographs = reader.Number(4);
  for (std::uint32_t i = 0; i < edits && !reader.failed(); ++i) {
    LemmaEdit edit;
    edit.cut = static_cast<std::uint8_t>(reader.Number(1));
    edit.append = reader.Text(std::min<std::size_t>(reader.Number(1), kMaxAppend));
    trie.edits.push_back(std::move(edit));
  }
  for (std::uint32_t i = 0; i < nodes && !reader.failed(); ++i) {
    LemmaTrie::Node node;
    node.letter = static_cast<char>(reader.Number(1));
    node.edit = static_cast<std::uint16_t>(reader.Number(2));
    node.first_child = reader.Number(4);
    trie.nodes.push_back(node);
  }
  for (std::uint32_t i = 0; i < homographs && !reader.failed(); ++i) {
    LemmaTrie::Homograph homograph;
    homograph.hash = reader.Number(4);
    homograph.edit = static_cast<std::uint16_t>(reader.Number(2));
    trie.homographs.push_back(homograph);
  }
  if (reader.failed() || !reader.at_end() || !IsSound(trie)) {
    return Error::InvalidArgument("the lemma model is damaged");
  }
  return std::make_shared<const Lemmatizer>(std::move(trie));
}

Lemmas Lemmatizer::Find(std::string_view folded) const {
  const auto& nodes = trie_.nodes;
  std::size_t at = 0;
  std::uint16_t edit = nodes[0].edit;
  for (std::size_t left = folded.size();; --left) {
    const char letter = left > 0 ? folded[left - 1] : LemmaTrie::kWordStart;
    const auto begin = nodes.begin() + nodes[at].first_child;
    const auto end =
        at + 1 < nodes.size() ? nodes.begin() + nodes[at + 1].first_child : nodes.end();
    const auto child = std::find_if(
        begin, end, [letter](const LemmaTrie::Node& node) { return node.letter == letter; });
    if (child == end) break;
    at = static_cast<std::size_t>(child - nodes.begin());
    if (child->edit != LemmaTrie::kNone) edit = child->edit;
    if (left == 0) break;
  }
  Lemmas lemmas;
  lemmas.first = ApplyEdit(trie_.edits[edit], folded);
  const std::uint32_t hash = WordHash(folded);
  const auto homograph = std::lower_bound(
      trie_.homographs.begin(), trie_.homographs.end(), hash,
      [](const LemmaTrie::Homograph& entry, std::uint32_t wanted) { return entry.hash < wanted; });
  if (homograph != trie_.homographs.end() && homograph->hash == hash) {
    lemmas.second = ApplyEdit(trie_.edits[homograph->edit], folded);
  }
  return lemmas;
}

std::uint32_t WordHash(std::string_view word) {
  std::uint32_t hash = 2166136261U;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

std::string_view SourceOfLemmaTrie(std::string_view bytes) {
  if (!bytes.starts_with(kMagic)) return {};
  bytes.remove_prefix(kMagic.size());
  return bytes.substr(0, bytes.find('\n'));
}

std::string FormatLemmaTrie(const LemmaTrie& trie, std::string_view source) {
  std::string bytes(kMagic);
  bytes += source;
  bytes += '\n';
  AppendNumber(bytes, static_cast<std::uint32_t>(trie.edits.size()), 2);
  AppendNumber(bytes, static_cast<std::uint32_t>(trie.nodes.size()), 4);
  AppendNumber(bytes, static_cast<std::uint32_t>(trie.homographs.size()), 4);
  for (const LemmaEdit& edit : trie.edits) {
    AppendNumber(bytes, edit.cut, 1);
    AppendNumber(bytes, static_cast<std::uint32_t>(edit.append.size()), 1);
    bytes += edit.append;
  }
  for (const LemmaTrie::Node& node : trie.nodes) {
    bytes += node.letter;
    AppendNumber(bytes, node.edit, 2);
    AppendNumber(bytes, node.first_child, 4);
  }
  for (const LemmaTrie::Homograph& homograph : trie.homographs) {
    AppendNumber(bytes, homograph.hash, 4);
    AppendNumber(bytes, homograph.edit, 2);
  }
  return bytes;
}

std::string LightStem(std::string_view lemma) {
  std::string stem(lemma);
  if (stem.size() <= 3) {
    if (stem.size() == 3 && IsVowel(stem[2])) stem.pop_back();
    return stem;
  }
  if (stem.size() > 4 && IsVowel(stem.back())) stem.pop_back();
  if (stem.ends_with("rj")) stem.pop_back();
  constexpr std::string_view kAfterFleetingVowel = "ckrlnmv";
  const std::size_t size = stem.size();
  if (size >= 4 && stem[size - 2] == 'e' && !IsVowel(stem[size - 3]) &&
      kAfterFleetingVowel.find(stem[size - 1]) != std::string_view::npos) {
    stem.erase(size - 2, 1);
  }
  return stem;
}

}  // namespace pomocnik::index
