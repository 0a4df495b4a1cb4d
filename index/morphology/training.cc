#include "index/morphology/training.h"

#include <algorithm>
#include <deque>
#include <map>
#include <span>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "index/text/folding.h"

namespace pomocnik::index {
namespace {

constexpr std::size_t kMaxEdits = LemmaTrie::kNone;  // so that an index fits into 16 bits
constexpr std::size_t kMaxAppended = 32;
constexpr std::size_t kMaxFormBytes = 64;
constexpr double kMaxVote = 1;  // how usual a word is says nothing about others with its ending

struct Readings {
  std::string form;
  std::uint16_t edit = LemmaTrie::kNone;
  std::uint16_t second = LemmaTrie::kNone;
  double weight = 0;
};

bool IsPlainWord(std::string_view word) {
  return !word.empty() && word.size() <= kMaxFormBytes &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string WordOf(const Readings& entry) {
  return std::string(entry.form.rbegin() + 1, entry.form.rend());
}

class EditTable {
 public:
  // kNone when the table is full or the edit too long.
  std::uint16_t Number(std::string_view form, std::string_view lemma) {
    const auto differ = std::mismatch(form.begin(), form.end(), lemma.begin(), lemma.end());
    LemmaEdit edit;
    edit.cut = static_cast<std::uint8_t>(form.end() - differ.first);
    edit.append.assign(differ.second, lemma.end());
    if (edit.append.size() > kMaxAppended) return LemmaTrie::kNone;
    const auto key = std::make_pair(edit.cut, edit.append);
    const auto known = numbers_.find(key);
    if (known != numbers_.end()) return known->second;
    if (edits_.size() == kMaxEdits) return LemmaTrie::kNone;
    const auto number = static_cast<std::uint16_t>(edits_.size());
    numbers_.emplace(key, number);
    edits_.push_back(std::move(edit));
    return number;
  }

  const std::vector<LemmaEdit>& edits() const { return edits_; }
  std::vector<LemmaEdit> Take() { return std::move(edits_); }

 private:
  std::vector<LemmaEdit> edits_;
  std::map<std::pair<std::uint8_t, std::string>, std::uint16_t> numbers_;
};

// The pairs that can be used, folded, by form; the readings of a form by weight, each once.
std::vector<FormLemma> FoldedPairs(const std::vector<FormLemma>& pairs) {
  std::vector<FormLemma> folded;
  folded.reserve(pairs.size());
  for (const FormLemma& pair : pairs) {
    FormLemma entry{Fold(pair.form), Fold(pair.lemma), pair.weight};
    if (IsPlainWord(entry.form) && IsPlainWord(entry.lemma) && pair.weight > 0) {
      folded.push_back(std::move(entry));
    }
  }
  std::sort(folded.begin(), folded.end(), [](const FormLemma& left, const FormLemma& right) {
    return std::tie(left.form, left.lemma, right.weight) <
           std::tie(right.form, right.lemma, left.weight);
  });
  const auto same = [](const FormLemma& left, const FormLemma& right) {
    return left.form == right.form && left.lemma == right.lemma;
  };
  folded.erase(std::unique(folded.begin(), folded.end(), same), folded.end());
  return folded;
}

// The readings of one form. `edit` is kNone when the form cannot be kept.
Readings RankReadings(std::span<FormLemma> lemmas, EditTable& edits) {
  std::sort(lemmas.begin(), lemmas.end(), [](const FormLemma& left, const FormLemma& right) {
    return std::tie(left.weight, left.lemma) > std::tie(right.weight, right.lemma);
  });
  double sum = 0;
  for (const FormLemma& pair : lemmas) sum += pair.weight;
  const std::string& form = lemmas[0].form;
  Readings entry;
  entry.edit = edits.Number(form, lemmas[0].lemma);
  if (lemmas.size() > 1 && lemmas[1].weight >= kLeastSecondShare * sum &&
      LightStem(lemmas[1].lemma) != LightStem(lemmas[0].lemma)) {
    entry.second = edits.Number(form, lemmas[1].lemma);
  }
  entry.weight = lemmas[0].weight;
  entry.form.assign(form.rbegin(), form.rend());
  entry.form += LemmaTrie::kWordStart;
  return entry;
}

// One entry a form, the form reversed and with kWordStart behind it, in alphabetical order: a node of the trie
// is then a range of entries.
std::vector<Readings> Gather(const std::vector<FormLemma>& pairs, EditTable& edits) {
  std::vector<FormLemma> folded = FoldedPairs(pairs);
  std::vector<Readings> entries;
  entries.reserve(folded.size());
  for (auto begin = folded.begin(); begin != folded.end();) {
    const auto end = std::find_if(begin, folded.end(),
                                  [&](const FormLemma& pair) { return pair.form != begin->form; });
    Readings entry = RankReadings({begin, end}, edits);
    if (entry.edit != LemmaTrie::kNone) entries.push_back(std::move(entry));
    begin = end;
  }
  std::sort(entries.begin(), entries.end(),
            [](const Readings& left, const Readings& right) { return left.form < right.form; });
  return entries;
}

// What a node of the full trie wants; only what has to be stored becomes a node of the LemmaTrie.
struct Branch {
  char letter = 0;
  std::uint16_t edit = LemmaTrie::kNone;  // kNone: as the parent
  std::vector<Branch> children;
};

std::uint16_t MostWanted(const Readings* begin, const Readings* end) {
  std::unordered_map<std::uint16_t, double> votes;
  for (const Readings* entry = begin; entry != end; ++entry)
    votes[entry->edit] += std::min(entry->weight, kMaxVote);
  // Of equal votes the edit seen first wins, so that training gives the same trie each time.
  const auto best = std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second < b.second : a.first > b.first;
  });
  return best->first;
}

class Grower {
 public:
  explicit Grower(const std::vector<LemmaEdit>& edits) : edits_(edits) {}

  // The entries from `begin` to `end` share their first `depth` letters. Without an edit and without children when
  // the edit of the parent serves them all.
  Branch Grow(const Readings* begin, const Readings* end, std::size_t depth,
              std::uint16_t inherited) const {
    Branch branch;
    if (ServesAll(inherited, begin, end)) return branch;
    const std::uint16_t wanted = MostWanted(begin, end);
    if (wanted != inherited) branch.edit = wanted;
    if (depth == begin->form.size()) return branch;
    while (begin != end) {
      const char letter = begin->form[depth];
      const Readings* next = std::find_if(
          begin, end, [&](const Readings& entry) { return entry.form[depth] != letter; });
      Branch child = Grow(begin, next, depth + 1, wanted);
      if (child.edit != LemmaTrie::kNone || !child.children.empty()) {
        child.letter = letter;
        branch.children.push_back(std::move(child));
      }
      begin = next;
    }
    return branch;
  }

 private:
  // Only classes count: an edit that leads to another dictionary form of the same light stem will do. Asked of
  // small ranges, where nearly all of the nodes would be.
  bool ServesAll(std::uint16_t edit, const Readings* begin, const Readings* end) const {
    constexpr std::ptrdiff_t kSmall = 8;
    if (edit == LemmaTrie::kNone || end - begin > kSmall) return false;
    return std::all_of(begin, end, [&](const Readings& entry) {
      const std::string word = WordOf(entry);
      return entry.edit == edit || LightStem(ApplyEdit(edits_[edit], word)) ==
                                       LightStem(ApplyEdit(edits_[entry.edit], word));
    });
  }

  const std::vector<LemmaEdit>& edits_;
};

std::vector<LemmaTrie::Node> Flatten(const Branch& root) {
  std::vector<LemmaTrie::Node> nodes;
  std::deque<const Branch*> waiting = {&root};
  std::size_t queued = 1;
  while (!waiting.empty()) {
    const Branch& branch = *waiting.front();
    waiting.pop_front();
    nodes.push_back({branch.letter, branch.edit, static_cast<std::uint32_t>(queued)});
    for (const Branch& child : branch.children) waiting.push_back(&child);
    queued += branch.children.size();
  }
  return nodes;
}

std::vector<LemmaTrie::Homograph> Homographs(const std::vector<Readings>& entries) {
  std::map<std::uint32_t, std::uint16_t> edits;
  for (const Readings& entry : entries) {
    if (entry.second == LemmaTrie::kNone) continue;
    edits.emplace(WordHash(WordOf(entry)), entry.second);
  }
  std::vector<LemmaTrie::Homograph> homographs;
  homographs.reserve(edits.size());
  for (const auto& [hash, edit] : edits) homographs.push_back({hash, edit});
  return homographs;
}

}  // namespace

LemmaTrie TrainLemmaTrie(const std::vector<FormLemma>& pairs) {
  EditTable edits;
  const auto unchanged = edits.Number("", "");
  const std::vector<Readings> entries = Gather(pairs, edits);
  Branch root;
  if (!entries.empty()) {
    root = Grower(edits.edits())
               .Grow(entries.data(), entries.data() + entries.size(), 0, LemmaTrie::kNone);
  } else {
    root.edit = unchanged;
  }
  LemmaTrie trie;
  trie.nodes = Flatten(root);
  trie.homographs = Homographs(entries);
  trie.edits = edits.Take();
  return trie;
}

}  // namespace pomocnik::index
