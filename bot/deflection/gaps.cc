#include "bot/deflection/gaps.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "bot/deflection/question_groups.h"

namespace pomocnik::bot::deflection {
namespace {

constexpr std::size_t kMaxCoreWords = 4;  // that name a gap
constexpr std::size_t kMaxTerms = 6;
constexpr std::size_t kMaxTypical = 3;
constexpr double kCoreShare = 0.5;  // of the questions that have a word that names the gap
constexpr double kTermShare = 0.2;  // and one that is shown
constexpr double kSameGap = 0.6;    // of the words of two ids together, the share that both have
constexpr double kAnsweredShare = 0.5;  // of what is typically asked

// The key that most have; of several the smallest. Empty when there is none.
template <typename Count>
std::string MostFrequent(const std::map<std::string, Count>& counts) {
  const auto most = std::max_element(
      counts.begin(), counts.end(),
      [](const auto& left, const auto& right) { return left.second < right.second; });
  return most == counts.end() ? std::string() : most->first;
}

// How many characters are beyond ASCII: who types č, š and ž has typed with care.
std::ptrdiff_t MarksIn(std::string_view text) {
  return std::count_if(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0xC0; });
}

// The words of a group, those first that tell the most of it.
std::vector<std::size_t> WordsOf(const QuestionGroup& group, const QuestionGroups& groups) {
  std::vector<std::pair<double, std::size_t>> ranked;  // less is more
  for (const auto& [word, share] : group.shares) {
    ranked.emplace_back(-share * groups.words[word].weight, word);
  }
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::size_t> words;
  words.reserve(ranked.size());
  for (const auto& [rank, word] : ranked) words.push_back(word);
  return words;
}

std::string IdOf(const QuestionGroup& group, const QuestionGroups& groups) {
  std::set<std::string> core;
  for (const std::size_t word : WordsOf(group, groups)) {
    if (core.size() == kMaxCoreWords) break;
    if (group.shares.at(word) >= kCoreShare || core.empty()) core.insert(groups.words[word].lemma);
  }
  std::string id;
  for (const std::string& lemma : core) id += (id.empty() ? "" : ".") + lemma;
  return id;
}

// Makes a gap of a group of questions.
class GapMaker {
 public:
  GapMaker(const std::vector<GapQuestion>& questions, const QuestionGroups& groups,
           const Period& period)
      : questions_(questions), groups_(groups), period_(period) {}

  Gap Make(std::string id, const QuestionGroup& group) const {
    Gap gap;
    gap.id = std::move(id);
    gap.terms = TermsOf(group);
    for (const std::size_t wording : group.wordings) {
      const auto& same = groups_.wordings[wording].questions;
      gap.questions.insert(gap.questions.end(), same.begin(), same.end());
    }
    std::sort(gap.questions.begin(), gap.questions.end(), [&](std::size_t left, std::size_t right) {
      const GapQuestion& a = questions_[left];
      const GapQuestion& b = questions_[right];
      return std::tie(b.at, a.conversation, a.text) < std::tie(a.at, b.conversation, b.text);
    });
    CountIt(gap);
    FindTypical(group, gap);
    return gap;
  }

 private:
  std::vector<std::string> TermsOf(const QuestionGroup& group) const {
    std::vector<std::string> terms;
    for (const std::size_t word : WordsOf(group, groups_)) {
      if (terms.size() == kMaxTerms) break;
      if (group.shares.at(word) < kTermShare && !terms.empty()) continue;
      terms.push_back(groups_.words[word].typed);
    }
    return terms;
  }

  void CountIt(Gap& gap) const {
    std::set<std::string> conversations;
    std::map<std::pair<std::string, int>, const GapQuestion*> episodes;
    std::map<std::string, int> modules;
    std::map<std::string, int> candidates;
    std::map<std::chrono::sys_days, int> weeks;
    for (const std::size_t index : gap.questions) {
      const GapQuestion& question = questions_[index];
      conversations.insert(question.conversation);
      episodes.insert({{question.conversation, question.episode}, &question});
      if (!question.module.empty()) ++modules[question.module];
      if (!question.candidate.empty()) ++candidates[question.candidate];
      ++weeks[MondayOf(question.day)];
    }
    gap.conversations = conversations.size();
    gap.episodes = episodes.size();
    for (const auto& [key, question] : episodes) {
      gap.requests += question->requests;
      gap.drafts += question->drafts;
    }
    gap.module = MostFrequent(modules);
    gap.nearest = MostFrequent(candidates);
    const std::chrono::sys_days last(MondayOf(period_.to));
    for (std::chrono::sys_days monday(MondayOf(period_.from)); monday <= last;
         monday += std::chrono::weeks(1)) {
      gap.trend.push_back({monday, weeks[monday]});
    }
  }

  // Of a wording the text that is typed most often.
  std::size_t UsualText(const QuestionWording& wording) const {
    std::map<std::string_view, int> counts;
    for (const std::size_t index : wording.questions) ++counts[questions_[index].text];
    return *std::min_element(
        wording.questions.begin(), wording.questions.end(),
        [&](std::size_t left, std::size_t right) {
          const std::string& a = questions_[left].text;
          const std::string& b = questions_[right].text;
          return std::tuple(-counts[a], -MarksIn(a), a.size(), std::string_view(a)) <
                 std::tuple(-counts[b], -MarksIn(b), b.size(), std::string_view(b));
        });
  }

  void FindTypical(const QuestionGroup& group, Gap& gap) const {
    std::vector<std::tuple<double, std::size_t>> ranked;  // less is more
    for (const std::size_t wording : group.wordings) {
      const double count = static_cast<double>(groups_.wordings[wording].questions.size());
      ranked.emplace_back(-count * groups_.Likeness(wording, group), wording);
    }
    std::sort(ranked.begin(), ranked.end());
    for (const auto& [rank, wording] : ranked) {
      if (gap.typical.size() == kMaxTypical) break;
      gap.typical.push_back(UsualText(groups_.wordings[wording]));
    }
  }

  const std::vector<GapQuestion>& questions_;
  const QuestionGroups& groups_;
  const Period& period_;
};

std::set<std::string_view> WordsOfId(std::string_view id) {
  std::set<std::string_view> words;
  while (!id.empty()) {
    const std::size_t end = std::min(id.find('.'), id.size());
    words.insert(id.substr(0, end));
    id.remove_prefix(std::min(end + 1, id.size()));
  }
  return words;
}

double SharedWords(const std::set<std::string_view>& left,
                   const std::set<std::string_view>& right) {
  const auto common = static_cast<double>(
      std::count_if(left.begin(), left.end(), [&](auto word) { return right.contains(word); }));
  const double all = static_cast<double>(left.size() + right.size()) - common;
  return all > 0 ? common / all : 0;
}

bool IsOfUse(const AnswerNow& now, const GapQuestion& asked) {
  if (asked.voted_down.empty() || now.article != asked.voted_down) return true;
  return now.updated && *now.updated >= asked.day && now.index_version != asked.index_version;
}

// The questions of the gap that are typed as this one.
std::vector<const GapQuestion*> TypedAs(const GapQuestion& typical, const Gap& gap,
                                        const std::vector<GapQuestion>& questions) {
  std::vector<const GapQuestion*> same;
  for (const std::size_t index : gap.questions) {
    if (questions[index].text == typical.text) same.push_back(&questions[index]);
  }
  return same;
}

}  // namespace

std::vector<Gap> FindGaps(const std::vector<GapQuestion>& questions, const Period& period) {
  const QuestionGroups groups = GroupQuestions(questions);
  const GapMaker maker(questions, groups, period);
  std::map<std::string, QuestionGroup> by_id;  // two of the same words are one
  for (const QuestionGroup& group : groups.groups) {
    const auto [place, is_new] = by_id.emplace(IdOf(group, groups), group);
    if (!is_new) Join(place->second, group);
  }
  std::vector<Gap> gaps;
  gaps.reserve(by_id.size());
  for (const auto& [id, group] : by_id) gaps.push_back(maker.Make(id, group));
  std::sort(gaps.begin(), gaps.end(), [](const Gap& left, const Gap& right) {
    return std::tuple(right.episodes, right.questions.size(), std::string_view(left.id)) <
           std::tuple(left.episodes, left.questions.size(), std::string_view(right.id));
  });
  return gaps;
}

const std::string& TitleOf(const Gap& gap, const std::vector<GapQuestion>& questions) {
  return questions[gap.typical.front()].text;
}

std::string_view GapStateName(GapState state) {
  switch (state) {
    case GapState::kOpen:
      return "open";
    case GapState::kOutOfScope:
      return "out_of_scope";
    case GapState::kAnswered:
      return "answered";
  }
  return "";
}

GapState DecidedState(const Gap& gap, const std::vector<GapDecision>& decisions) {
  const auto words = WordsOfId(gap.id);
  double best = kSameGap;
  GapState state = GapState::kOpen;
  for (const GapDecision& decision : decisions) {
    const double shared = SharedWords(words, WordsOfId(decision.id));
    if (shared < best) continue;
    best = shared;
    state = decision.state;
  }
  return state;
}

Answered IsAnsweredNow(const Gap& gap, const std::vector<GapQuestion>& questions,
                       const AskNow& ask) {
  double answered = 0;
  double all = 0;
  for (const std::size_t index : gap.typical) {
    const auto same = TypedAs(questions[index], gap, questions);
    const auto now = ask(questions[index]);
    const bool of_use = now && std::all_of(same.begin(), same.end(), [&](const auto* question) {
                          return IsOfUse(*now, *question);
                        });
    if (of_use) answered += static_cast<double>(same.size());
    all += static_cast<double>(same.size());
  }
  return answered > kAnsweredShare * all ? Answered::kYes : Answered::kNo;
}

}  // namespace pomocnik::bot::deflection
