#include "index/rank/suggester.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "index/text/folding.h"

namespace pomocnik::index {
namespace {

constexpr std::size_t kMinLetters = 2;
constexpr std::size_t kMaxTypedWords = 16;
constexpr std::uint8_t kMaxWords = 60;  // of a phrase; a bit each in a mask
constexpr std::uint8_t kInModule = 63;  // the position of words that only the module's name has

constexpr int kAtStart = 12;
constexpr int kInOrder = 4;
constexpr int kOfModule = 2;
constexpr int kTitle = 3;
constexpr int kSameModule = 8;
constexpr int kSeldomMeant = -16;
constexpr int kExpired = -24;

int Points(FormFit fit) {
  switch (fit) {
    case FormFit::kNone:
      return 0;
    case FormFit::kMisspelt:
      return 6;
    case FormFit::kSameRoot:
      return 8;
    case FormFit::kBeginsOtherForm:
      return 14;
    case FormFit::kBegins:
      return 18;
    case FormFit::kSameClass:
      return 20;
    case FormFit::kSame:
      return 24;
  }
  return 0;
}

bool IsSeldomMeant(kb::Kind kind) {
  return kind == kb::Kind::kRelease || kind == kb::Kind::kStub || kind == kb::Kind::kNewsletter;
}

// Whether more letters of the last word may follow.
FormTable::Extent ExtentOf(const Token& token, std::string_view typed) {
  return token.end == typed.size() ? FormTable::Extent::kBeginning : FormTable::Extent::kWhole;
}

}  // namespace

// Collects the phrases while the words have no numbers yet.
struct Suggester::Builder {
  struct PlacedWord {
    std::string word;
    std::uint8_t position;
  };

  std::vector<SuggestibleArticle> articles;
  std::vector<std::uint32_t> module_of_article;
  std::vector<std::string> modules;
  std::vector<Phrase> phrases;
  std::vector<PlacedWord> placed;

  Builder(const Analyzer& analyzer, SuggesterInput& input) : articles(std::move(input.articles)) {
    std::unordered_map<std::string, std::uint32_t> numbers;
    std::vector<std::vector<std::string>> module_words;
    for (std::uint32_t number = 0; number < articles.size(); ++number) {
      const SuggestibleArticle& article = articles[number];
      const auto [module, added] =
          numbers.emplace(article.module, static_cast<std::uint32_t>(modules.size()));
      if (added) {
        modules.push_back(Fold(article.module));
        module_words.push_back(WordsOfModule(analyzer, article.module, input.abbreviations));
      }
      module_of_article.push_back(module->second);
      const auto& words = module_words[module->second];
      Add(analyzer, number, article.title, words);
      phrases.back().is_title = true;
      for (const std::string& question : article.questions) Add(analyzer, number, question, words);
    }
  }

  static std::vector<std::string> WordsOfModule(
      const Analyzer& analyzer, const std::string& module,
      const std::map<std::string, std::vector<std::string>>& abbreviations) {
    std::vector<std::string> words;
    for (const Token& token : analyzer.Analyze(module)) {
      if (!token.stop_word) words.push_back(token.surface);
    }
    const auto found = abbreviations.find(module);
    if (found == abbreviations.end()) return words;
    for (const std::string& abbreviation : found->second) words.push_back(Fold(abbreviation));
    return words;
  }

  void Add(const Analyzer& analyzer, std::uint32_t article, const std::string& text,
           const std::vector<std::string>& module_words) {
    Phrase phrase;
    phrase.article = article;
    phrase.first = static_cast<std::uint32_t>(placed.size());
    phrase.text = text;
    bool begun = false;
    for (Token& token : analyzer.Analyze(text)) {
      if (phrase.length == kMaxWords) break;
      const std::uint8_t position = phrase.length++;
      if (!token.stop_word && !std::exchange(begun, true)) phrase.start = position;
      placed.push_back({std::move(token.surface), position});
      for (std::string& compound : token.compounds)
        placed.push_back({std::move(compound), position});
    }
    for (const std::string& word : module_words) placed.push_back({word, kInModule});
    phrase.count = static_cast<std::uint32_t>(placed.size()) - phrase.first;
    phrases.push_back(std::move(phrase));
  }

  std::vector<std::string> Words() const {
    std::unordered_set<std::string> words;
    for (const PlacedWord& entry : placed) words.insert(entry.word);
    return {words.begin(), words.end()};
  }
};

Suggester::Suggester(const Analyzer& analyzer, SuggesterInput input)
    : Suggester(analyzer, Builder(analyzer, input), input.known_words) {}

Suggester::Suggester(const Analyzer& analyzer, Builder builder,
                     const std::vector<std::string>& known_words)
    : analyzer_(analyzer),
      articles_(std::move(builder.articles)),
      module_of_article_(std::move(builder.module_of_article)),
      modules_(std::move(builder.modules)),
      phrases_(std::move(builder.phrases)),
      forms_(analyzer, builder.Words(), known_words),
      phrases_of_form_(forms_.size()) {
  placed_.reserve(builder.placed.size());
  for (const auto& [word, position] : builder.placed) {
    placed_.push_back({forms_.IdOf(word), position});
  }
  for (std::uint32_t number = 0; number < phrases_.size(); ++number) {
    const Phrase& phrase = phrases_[number];
    for (std::uint32_t i = phrase.first; i < phrase.first + phrase.count; ++i) {
      auto& numbers = phrases_of_form_[placed_[i].form];
      if (numbers.empty() || numbers.back() != number) numbers.push_back(number);
    }
  }
}

std::vector<Suggester::TypedWord> Suggester::ReadTyped(std::string_view typed) const {
  const auto tokens = analyzer_.Analyze(typed);
  std::size_t letters = 0;
  std::size_t telling_letters = 0;
  for (const Token& token : tokens) {
    letters += token.surface.size();
    if (!token.stop_word) telling_letters += token.surface.size();
  }
  if (letters < kMinLetters || tokens.size() > kMaxTypedWords) return {};
  std::vector<TypedWord> words;
  for (const Token& token : tokens) {
    const auto extent = ExtentOf(token, typed);
    TypedWord word;
    word.required = !token.stop_word || telling_letters < kMinLetters;
    word.fits = forms_.Find(token, extent);
    if (word.required && word.fits.fitting.empty()) word.fits = Forgive(token, extent);
    words.push_back(std::move(word));
  }
  return words;
}

FormFits Suggester::Forgive(const Token& token, FormTable::Extent extent) const {
  FormFits fits;
  if (token.surface.size() >= kMinLetters) fits = forms_.Find(token, FormTable::Extent::kBeginning);
  return fits.fitting.empty() ? forms_.FindMisspelt(token.surface, extent) : fits;
}

// The phrases that hold the rarest of the required words.
std::vector<std::uint32_t> Suggester::Candidates(const std::vector<TypedWord>& typed) const {
  const TypedWord* rarest = nullptr;
  std::size_t fewest = 0;
  for (const TypedWord& word : typed) {
    if (!word.required) continue;
    std::size_t count = 0;
    for (const FormId form : word.fits.fitting) count += phrases_of_form_[form].size();
    if (rarest == nullptr || count < fewest) {
      rarest = &word;
      fewest = count;
    }
  }
  std::vector<bool> holds(phrases_.size());
  for (const FormId form : rarest->fits.fitting) {
    for (const std::uint32_t phrase : phrases_of_form_[form]) holds[phrase] = true;
  }
  std::vector<std::uint32_t> candidates;
  candidates.reserve(fewest);
  for (std::uint32_t phrase = 0; phrase < holds.size(); ++phrase) {
    if (holds[phrase]) candidates.push_back(phrase);
  }
  return candidates;
}

// Higher is better; none when a required word is missing.
std::optional<int> Suggester::Fit(const Phrase& phrase, const std::vector<TypedWord>& typed) const {
  int fit = (phrase.is_title ? kTitle : 0) - phrase.length;
  std::uint64_t taken = 0;
  int expected = 0;
  for (const TypedWord& word : typed) {
    int best = 0;
    std::uint8_t place = kInModule;
    for (std::uint32_t i = phrase.first; i < phrase.first + phrase.count; ++i) {
      const auto& [form, position] = placed_[i];
      const FormFit form_fit = word.fits.of_form[form];
      if (form_fit == FormFit::kNone || ((taken >> position) & 1) != 0) continue;
      if (position == kInModule && form_fit == FormFit::kSameRoot) continue;
      int points = kOfModule;
      if (position != kInModule) {
        points = Points(form_fit) + (position == phrase.start ? kAtStart : 0) +
                 (position >= expected ? kInOrder : 0);
      }
      if (points <= best) continue;
      best = points;
      place = position;
    }
    if (best == 0 && word.required) return std::nullopt;
    if (best == 0) continue;
    if (place != kInModule) {
      taken |= std::uint64_t{1} << place;
      expected = place + 1;
    }
    fit += word.required ? best : 1;
  }
  return fit;
}

// The best phrase of each article that has one.
std::vector<Suggester::Found> Suggester::FindFitting(const std::vector<TypedWord>& typed,
                                                     const SuggesterQuery& query) const {
  const std::uint32_t module = FindModule(query.module);
  std::vector<Found> found;
  for (const std::uint32_t number : Candidates(typed)) {
    const Phrase& phrase = phrases_[number];
    const SuggestibleArticle& article = articles_[phrase.article];
    if (article.valid_from && *article.valid_from > query.today) continue;
    auto fit = Fit(phrase, typed);
    if (!fit) continue;
    if (module_of_article_[phrase.article] == module) *fit += kSameModule;
    if (IsSeldomMeant(article.kind)) *fit += kSeldomMeant;
    if (article.valid_to && *article.valid_to < query.today) *fit += kExpired;
    const bool same_article =
        !found.empty() && phrases_[found.back().phrase].article == phrase.article;
    if (!same_article) {
      found.push_back({*fit, number});
    } else if (found.back().fit < *fit) {
      found.back() = {*fit, number};
    }
  }
  return found;
}

bool Suggester::IsWorse(const Found& a, const Found& b) {
  return a.fit != b.fit ? a.fit < b.fit : a.phrase > b.phrase;
}

std::uint32_t Suggester::ModuleOf(const Found& found) const {
  return module_of_article_[phrases_[found.phrase].article];
}

// The number of modules when there is no such one.
std::uint32_t Suggester::FindModule(std::string_view name) const {
  const std::string folded = Fold(name);
  return static_cast<std::uint32_t>(std::find(modules_.begin(), modules_.end(), folded) -
                                    modules_.begin());
}

std::vector<SuggestedGroup> Suggester::Suggest(const SuggesterQuery& query) const {
  const auto typed = ReadTyped(query.typed);
  if (typed.empty()) return {};
  std::vector<std::pair<std::uint32_t, SuggestedGroup>> groups;  // with their modules
  std::size_t count = 0;
  // A heap, so that what is not shown is not sorted.
  auto fitting = FindFitting(typed, query);
  std::make_heap(fitting.begin(), fitting.end(), IsWorse);
  while (!fitting.empty() && count < query.limit) {
    std::pop_heap(fitting.begin(), fitting.end(), IsWorse);
    const Found found = fitting.back();
    fitting.pop_back();
    const std::uint32_t module = ModuleOf(found);
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const auto& present) { return present.first == module; });
    if (group == groups.end()) group = groups.insert(groups.end(), {module, {}});
    const Phrase& phrase = phrases_[found.phrase];
    // Two articles of one name would look like a mistake of the list.
    const auto& members = group->second;
    const bool repeated = std::any_of(members.begin(), members.end(), [&](const auto& member) {
      return member.text == phrase.text;
    });
    if (repeated) continue;
    group->second.push_back({phrase.article, phrase.text});
    ++count;
  }
  std::stable_partition(
      groups.begin(), groups.end(),
      [&, own = FindModule(query.module)](const auto& group) { return group.first == own; });
  std::vector<SuggestedGroup> suggestions;
  suggestions.reserve(groups.size());
  for (auto& [module, members] : groups) suggestions.push_back(std::move(members));
  return suggestions;
}

}  // namespace pomocnik::index
