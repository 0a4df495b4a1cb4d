#include "bot/screen_help.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "base/ascii.h"
#include "bot/dialogue/decision.h"

namespace pomocnik::bot {
namespace {

// What programmers put before or behind the name of a thing on the screen.
constexpr std::array<std::string_view, 18> kKindsOfControls = {
    "btn", "button", "cmb",  "dlg",   "dialog", "edit", "edt", "fm",   "form",
    "frm", "grd",    "grid", "label", "lbl",    "pnl",  "tab", "tfrm", "wnd"};

bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
// Letters beyond ASCII have no case here: they go on with the word they stand in.
bool IsNameLetter(char c) {
  return IsLower(c) || IsUpper(c) || static_cast<unsigned char>(c) >= 0x80;
}

// Whether a word begins at `i`: "UvozIzpiskov" has two, "DDVObracun" too, "GUMB" is one.
bool BeginsWord(std::string_view name, std::size_t i) {
  if (i == 0 || !IsNameLetter(name[i - 1])) return true;
  if (!IsUpper(name[i])) return false;
  const bool follows_small = !IsUpper(name[i - 1]);
  const bool leads_small = i + 1 < name.size() && IsLower(name[i + 1]);
  return follows_small || leads_small;
}

std::vector<std::string> SplitName(std::string_view name) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (!IsNameLetter(name[i])) continue;
    if (BeginsWord(name, i)) words.emplace_back();
    words.back() += name[i];
  }
  return words;
}

bool IsSaid(const std::string& word) {
  const std::string lower = LowerCase(word);
  return lower.size() > 1 && std::find(kKindsOfControls.begin(), kKindsOfControls.end(), lower) ==
                                 kKindsOfControls.end();
}

// What the search is sure enough of to offer it in a chat.
struct Found {
  enum class Certainty { kLikely, kSure } certainty = Certainty::kLikely;
  std::vector<index::ArticleInfo> articles;
};

Result<Found> SearchByName(const std::string& name, const ScreenQuestion& question,
                           const Knowledge& knowledge, Instant now) {
  Found found;
  if (name.empty()) return found;
  index::Query query;
  query.text = name;
  query.context.app = question.app;
  query.limit = static_cast<int>(kMaxChoices);
  query.now = now;
  ASSIGN_OR_RETURN(const auto result, knowledge.searcher->Search(query));
  const Decision decision = Decide(nullptr, result, knowledge.thresholds);
  if (decision == Decision::kAbstain) return found;
  if (decision == Decision::kAnswer) found.certainty = Found::Certainty::kSure;
  const std::size_t count =
      decision == Decision::kAnswer ? 1 : CountChoices(result, knowledge.thresholds);
  for (std::size_t i = 0; i < count; ++i) found.articles.push_back(result.hits[i].article);
  return found;
}

// Of the topics of a screen or its form: the only one, or the only one that was written for F1.
std::string TopicToShow(const std::vector<index::ArticleInfo>& topics) {
  if (topics.size() == 1) return topics.front().id;
  const auto is_f1 = [](const index::ArticleInfo& topic) { return topic.kind == kb::Kind::kF1; };
  const auto first = std::find_if(topics.begin(), topics.end(), is_f1);
  const bool only = std::count_if(topics.begin(), topics.end(), is_f1) == 1;
  return only ? first->id : "";
}

}  // namespace

std::string WordsOfName(std::string_view name) {
  std::string text;
  for (const std::string& word : SplitName(name)) {
    if (!IsSaid(word)) continue;
    if (!text.empty()) text += " ";
    text += word;
  }
  return text;
}

Result<ScreenHelp> FindScreenHelp(const ScreenQuestion& question, const Knowledge& knowledge,
                                  Instant now) {
  ScreenHelp help;
  ASSIGN_OR_RETURN(help.topics, knowledge.searcher->FindScreen(question.app, question.screen));
  const index::ScreenMatch match = help.topics.match;
  if (match == index::ScreenMatch::kScreen || match == index::ScreenMatch::kParent) {
    help.shown = TopicToShow(help.topics.articles);
  }
  if (match != index::ScreenMatch::kNone) return help;

  for (const std::string& name : {question.title, WordsOfName(question.screen)}) {
    ASSIGN_OR_RETURN(Found found, SearchByName(name, question, knowledge, now));
    if (found.articles.empty()) continue;
    help.topics.match = index::ScreenMatch::kSearch;
    help.topics.articles = std::move(found.articles);
    if (found.certainty == Found::Certainty::kSure) help.shown = help.topics.articles.front().id;
    return help;
  }
  help.modules = knowledge.searcher->ListModules(question.app);
  return help;
}

}  // namespace pomocnik::bot
