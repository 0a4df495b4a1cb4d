#include "bot/deflection/question_groups.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace pomocnik::bot::deflection {
namespace {

// From this likeness on, questions are about one matter.
constexpr double kOneMatter = 0.5;

using Words = std::vector<std::size_t>;

// Finds the words of all questions and which questions have the same.
class WordingFinder {
 public:
  WordingFinder(const std::vector<GapQuestion>& questions, QuestionGroups& groups)
      : questions_(questions), groups_(groups) {}

  void Find() && {
    std::map<std::string, std::map<std::string, int>> typed;  // by lemma
    std::map<std::string, double> idf;
    for (const GapQuestion& question : questions_) {
      for (const GapWord& word : question.words) {
        ++typed[word.lemma][word.word];
        idf[word.lemma] = std::max(idf[word.lemma], word.idf);
      }
    }
    std::unordered_map<std::string, std::size_t> index;
    for (const auto& [lemma, forms] : typed) {
      index.emplace(lemma, groups_.words.size());
      // The square sets rare words off from common ones, which questions on any matter may share.
      groups_.words.push_back({lemma, UsualForm(forms), idf[lemma] * idf[lemma]});
    }
    std::map<Words, std::vector<std::size_t>> wordings;
    for (std::size_t i = 0; i < questions_.size(); ++i) {
      Words words;
      for (const GapWord& word : questions_[i].words) words.push_back(index.at(word.lemma));
      std::sort(words.begin(), words.end());
      words.erase(std::unique(words.begin(), words.end()), words.end());
      if (!words.empty()) wordings[std::move(words)].push_back(i);
    }
    for (auto& [words, same] : wordings) {
      double weight = 0;
      for (const std::size_t word : words) weight += groups_.words[word].weight;
      groups_.wordings.push_back({words, weight, std::move(same)});
    }
    // The commonest first: others gather round them.
    std::stable_sort(groups_.wordings.begin(), groups_.wordings.end(),
                     [](const QuestionWording& left, const QuestionWording& right) {
                       return left.questions.size() > right.questions.size();
                     });
  }

 private:
  static std::string UsualForm(const std::map<std::string, int>& forms) {
    return std::max_element(forms.begin(), forms.end(),
                            [](const auto& left, const auto& right) {
                              return std::tuple(left.second, right.first.size()) <
                                     std::tuple(right.second, left.first.size());
                            })
        ->first;
  }

  const std::vector<GapQuestion>& questions_;
  QuestionGroups& groups_;
};

// Groups while they grow.
class Gatherer {
 public:
  explicit Gatherer(QuestionGroups& groups)
      : groups_(groups), counts_(groups.words.size()), home_(groups.wordings.size()) {}

  // Puts each wording to the group that it is most like, or into a new one.
  void Gather() {
    for (std::size_t wording = 0; wording < home_.size(); ++wording) {
      std::size_t group = MostAlike(wording);
      if (group == kNone) {
        group = sums_.size();
        sums_.emplace_back();
        common_.push_back(0);
      }
      Add(wording, group);
      home_[wording] = group;
    }
  }

  // Looks again, now that the groups are known: what came first may be more like one that came later.
  void Settle() {
    for (std::size_t wording = 0; wording < home_.size(); ++wording) {
      const std::size_t found = MostAlike(wording);
      if (found != kNone) home_[wording] = found;
    }
    sums_.assign(sums_.size(), {});
    for (auto& counts : counts_) counts.clear();
    for (std::size_t wording = 0; wording < home_.size(); ++wording) Add(wording, home_[wording]);
  }

  void Finish() {
    groups_.groups.resize(sums_.size());
    for (std::size_t i = 0; i < sums_.size(); ++i) {
      groups_.groups[i].size = sums_[i].size;
      groups_.groups[i].weight = sums_[i].weight / sums_[i].size;
    }
    for (std::size_t word = 0; word < counts_.size(); ++word) {
      for (const auto& [group, count] : counts_[word]) {
        groups_.groups[group].shares.emplace(word, count / sums_[group].size);
      }
    }
    for (std::size_t wording = 0; wording < home_.size(); ++wording) {
      groups_.groups[home_[wording]].wordings.push_back(wording);
    }
    std::erase_if(groups_.groups,
                  [](const QuestionGroup& group) { return group.wordings.empty(); });
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  struct Sums {
    double size = 0;    // questions
    double weight = 0;  // of the words of all of them
  };
  struct Count {
    std::size_t group = 0;
    double questions = 0;
  };

  void Add(std::size_t wording, std::size_t group) {
    const QuestionWording& added = groups_.wordings[wording];
    const double questions = static_cast<double>(added.questions.size());
    for (const std::size_t word : added.words) {
      auto& counts = counts_[word];
      const auto place =
          std::lower_bound(counts.begin(), counts.end(), group,
                           [](const Count& count, std::size_t key) { return count.group < key; });
      if (place != counts.end() && place->group == group) {
        place->questions += questions;
      } else {
        counts.insert(place, {group, questions});
      }
    }
    sums_[group].size += questions;
    sums_[group].weight += questions * added.weight;
  }

  // Of those that are equally like it the first.
  std::size_t MostAlike(std::size_t wording) {
    const QuestionWording& asked = groups_.wordings[wording];
    touched_.clear();
    for (const std::size_t word : asked.words) {
      const double weight = groups_.words[word].weight;
      for (const auto& [group, questions] : counts_[word]) {
        if (common_[group] == 0) touched_.push_back(group);
        common_[group] += weight * questions / sums_[group].size;
      }
    }
    std::size_t best = kNone;
    double likeness = kOneMatter;
    for (const std::size_t group : touched_) {
      const Sums& other = sums_[group];
      const double both = asked.weight + other.weight / other.size;
      const double like = 2 * std::exchange(common_[group], 0) / both;
      if (like < likeness || (like == likeness && group > best)) continue;
      likeness = like;
      best = group;
    }
    return best;
  }

  QuestionGroups& groups_;
  std::vector<std::vector<Count>> counts_;  // by word: the groups that have it, in order
  std::vector<Sums> sums_;                  // by group
  std::vector<double> common_;              // by group; all 0 between two questions
  std::vector<std::size_t> touched_;
  std::vector<std::size_t> home_;  // of each wording
};

}  // namespace

double QuestionGroups::Likeness(std::size_t wording, const QuestionGroup& group) const {
  const QuestionWording& asked = wordings[wording];
  double common = 0;
  for (const std::size_t word : asked.words) {
    const auto share = group.shares.find(word);
    if (share != group.shares.end()) common += words[word].weight * share->second;
  }
  const double both = asked.weight + group.weight;
  return both > 0 ? 2 * common / both : 0;
}

void Join(QuestionGroup& group, const QuestionGroup& other) {
  const double size = group.size + other.size;
  for (auto& [word, share] : group.shares) share *= group.size / size;
  for (const auto& [word, share] : other.shares) group.shares[word] += share * other.size / size;
  group.weight = (group.weight * group.size + other.weight * other.size) / size;
  group.size = size;
  group.wordings.insert(group.wordings.end(), other.wordings.begin(), other.wordings.end());
}

QuestionGroups GroupQuestions(const std::vector<GapQuestion>& questions) {
  QuestionGroups groups;
  WordingFinder(questions, groups).Find();
  Gatherer gatherer(groups);
  gatherer.Gather();
  gatherer.Settle();
  gatherer.Finish();
  return groups;
}

}  // namespace pomocnik::bot::deflection
