#include "bot/dialogue/day_mention.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "bot/dialogue/digit_date.h"
#include "bot/eligibility/named_days.h"
#include "index/text/analyzer.h"

namespace pomocnik::bot {
namespace {

using std::chrono::sys_days;

constexpr std::size_t kReadCodePoints = 2000;
constexpr int kYearsAhead = 8;  // until 29 February comes again, over 1900 and 2100

// A word that is compared as written (but for č, š, ž), with a number. Days of the week are given in
// their forms of the singular: "sredi" and "petkih" are something else.
struct NumberedWord {
  std::string_view word;
  int number;
};

constexpr NumberedWord kWeekdays[] = {
    {"ponedeljek", 1},  {"ponedeljka", 1},  {"ponedeljku", 1}, {"ponedjeljak", 1},
    {"ponedjeljka", 1}, {"ponedjeljku", 1}, {"ponedeljak", 1}, {"monday", 1},
    {"torek", 2},       {"torka", 2},       {"torku", 2},      {"utorak", 2},
    {"utorka", 2},      {"utorku", 2},      {"tuesday", 2},    {"sreda", 3},
    {"sredo", 3},       {"srede", 3},       {"srijeda", 3},    {"srijedu", 3},
    {"srijede", 3},     {"srijedi", 3},     {"sredu", 3},      {"wednesday", 3},
    {"cetrtek", 4},     {"cetrtka", 4},     {"cetrtku", 4},    {"cetvrtak", 4},
    {"cetvrtka", 4},    {"cetvrtku", 4},    {"thursday", 4},   {"petek", 5},
    {"petka", 5},       {"petku", 5},       {"petak", 5},      {"friday", 5},
    {"sobota", 6},      {"soboto", 6},      {"sobote", 6},     {"soboti", 6},
    {"subota", 6},      {"subotu", 6},      {"subote", 6},     {"suboti", 6},
    {"saturday", 6},    {"nedelja", 7},     {"nedeljo", 7},    {"nedelje", 7},
    {"nedelji", 7},     {"nedelju", 7},     {"nedjelja", 7},   {"nedjelju", 7},
    {"nedjelje", 7},    {"nedjelji", 7},    {"sunday", 7},
};

constexpr NumberedWord kDaysFromToday[] = {
    {"danes", 0},       {"danasnji", 0},   {"danas", 0},    {"today", 0},     {"nocoj", 0},
    {"veceras", 0},     {"tonight", 0},    {"jutri", 1},    {"jutrisnji", 1}, {"jutrisnjem", 1},
    {"sutra", 1},       {"sutrasnji", 1},  {"tomorrow", 1}, {"tommorow", 1},  {"pojutrisnjem", 2},
    {"pojutrisnji", 2}, {"prekosutra", 2}, {"vceraj", -1},  {"jucer", -1},    {"juce", -1},
    {"yesterday", -1},
};

// How many weeks on: said before a day of the week or before "week".
constexpr NumberedWord kWeeksOn[] = {
    {"naslednji", 1}, {"naslednjo", 1}, {"naslednja", 1}, {"naslednjega", 1}, {"prihodnji", 1},
    {"prihodnjo", 1}, {"sljedeci", 1},  {"sljedecu", 1},  {"sljedeceg", 1},   {"iduci", 1},
    {"iducu", 1},     {"iduceg", 1},    {"next", 1},      {"prejsnji", -1},   {"prejsnjo", -1},
    {"pretekli", -1}, {"preteklo", -1}, {"prosli", -1},   {"proslu", -1},     {"last", -1},
};

constexpr std::string_view kWeek[] = {"teden",  "tedna",  "tednu", "tjedan",
                                      "tjedna", "tjednu", "week"};

// "Ob sobotah", "vsako soboto": a habit, and no date.
constexpr std::string_view kHabit[] = {"ob",    "vsak",  "vsako", "vsaka", "every",
                                       "svaki", "svake", "svaku", "svakog"};

// Month names in any form; by position.
constexpr std::array<std::string_view, 12> kMonths = {
    "januar januarja january siječanj siječnja januara",
    "februar februarja february veljača veljače februara",
    "marec marca march ožujak ožujka mart marta",
    "april aprila travanj travnja",
    "maj maja may svibanj svibnja",
    "junij junija june lipanj lipnja jun juna",
    "julij julija july srpanj srpnja jul jula",
    "avgust avgusta august kolovoz kolovoza augusta",
    "september septembra rujan rujna septembar",
    "oktober oktobra october listopad listopada oktobar",
    "november novembra studeni studenoga studenog novembar",
    "december decembra prosinac prosinca decembar",
};

template <std::size_t kCount>
std::optional<int> NumberOf(const NumberedWord (&words)[kCount], std::string_view surface) {
  auto found = std::find_if(std::begin(words), std::end(words),
                            [&](const NumberedWord& word) { return word.word == surface; });
  return found == std::end(words) ? std::nullopt : std::optional(found->number);
}

template <std::size_t kCount>
bool IsOneOf(const std::string_view (&words)[kCount], std::string_view surface) {
  return std::find(std::begin(words), std::end(words), surface) != std::end(words);
}

// A number written in at most `most` digits.
std::optional<int> NumberIn(std::string_view text, std::size_t most) {
  int number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  bool whole = error == std::errc() && end == text.data() + text.size() && text.size() <= most;
  return whole && number >= 0 ? std::optional(number) : std::nullopt;
}

// "25", "25th".
std::optional<int> DayOfMonth(std::string_view surface) {
  for (std::string_view ending : {"th", "st", "nd", "rd"}) {
    if (surface.size() > 2 && surface.substr(surface.size() - 2) == ending) {
      surface.remove_suffix(2);
      break;
    }
  }
  auto day = NumberIn(surface, 2);
  return day && *day >= 1 && *day <= 31 ? day : std::nullopt;
}

std::optional<std::chrono::year> YearIn(std::string_view surface) {
  auto year = surface.size() == 4 ? NumberIn(surface, 4) : std::nullopt;
  if (!year || *year < 1900) return std::nullopt;
  return std::chrono::year{*year};
}

// The date of the year that was said or, without one, the first from today on.
template <typename DateOf>
std::optional<Date> Resolve(DateOf date_of, std::optional<std::chrono::year> year, Date today) {
  if (year) return date_of(*year);
  for (int i = 0; i <= kYearsAhead; ++i) {
    std::optional<Date> date = date_of(today.year() + std::chrono::years{i});
    if (date && *date >= today) return date;
  }
  return std::nullopt;
}

std::optional<Date> ResolveDay(int month, int day, std::optional<std::chrono::year> year,
                               Date today) {
  auto date_of = [&](std::chrono::year y) {
    Date date{y, std::chrono::month{static_cast<unsigned>(month)},
              std::chrono::day{static_cast<unsigned>(day)}};
    return date.ok() ? std::optional(date) : std::nullopt;
  };
  return Resolve(date_of, year, today);
}

}  // namespace

struct DayMentions::State {
  struct Word {
    std::string surface;
    std::string lemma;  // empty: only the form itself counts
  };
  enum class Forms { kAny, kWritten };
  // One way to say a named day.
  struct Name {
    std::vector<Word> words;
    std::size_t day;  // position in `days`
  };
  class Reader;

  State(const kb::SupportHours& hours, const kb::Lexicon& lexicon)
      : analyzer(lexicon), days(hours.days) {
    for (std::size_t i = 0; i < days.size(); ++i) {
      const kb::LocalText& name = days[i].name;
      for (const auto& text : {name.sl, name.en, name.hr})
        AddName(WordsOf(text, Forms::kWritten), i);
      for (const auto& text : days[i].said) AddName(WordsOf(text, Forms::kAny), i);
    }
    // "Easter Monday" is looked for before "Easter"; of two days of one name the first counts.
    std::stable_sort(names.begin(), names.end(),
                     [](const Name& a, const Name& b) { return a.words.size() > b.words.size(); });
    for (std::size_t i = 0; i < months.size(); ++i) {
      months[i] = WordsOf(kMonths[i], Forms::kAny);
    }
  }

  // A word behind an equals sign counts in that form only, whatever the others do.
  std::vector<Word> WordsOf(std::string_view text, Forms forms) const {
    std::vector<Word> words;
    for (auto& token : analyzer.Analyze(text)) {
      bool exact = forms == Forms::kWritten || (token.begin > 0 && text[token.begin - 1] == '=');
      words.push_back({std::move(token.surface), exact ? "" : std::move(token.lemma)});
    }
    return words;
  }

  void AddName(std::vector<Word> words, std::size_t day) {
    if (!words.empty()) names.push_back({std::move(words), day});
  }

  index::Analyzer analyzer;
  std::vector<kb::NamedDay> days;
  std::vector<Name> names;
  std::array<std::vector<Word>, 12> months;
};

// Reads one message from its beginning to its end.
class DayMentions::State::Reader {
 public:
  Reader(const State& state, std::string_view text, Date today)
      : state_(state), text_(text), tokens_(state.analyzer.Analyze(text)), today_(today) {}

  std::vector<Date> Read() {
    while (at_ < tokens_.size()) {
      auto date = ReadHere();
      if (!date) {
        ++at_;
      } else if (std::find(dates_.begin(), dates_.end(), *date) == dates_.end()) {
        dates_.push_back(*date);
      }
    }
    return std::move(dates_);
  }

 private:
  // Each reads a day at the current word; when there is one it steps behind it.
  std::optional<Date> ReadHere() {
    for (auto read : {&Reader::ReadDigits, &Reader::ReadName, &Reader::ReadDayAndMonth,
                      &Reader::ReadMonthAndDay, &Reader::ReadFromToday, &Reader::ReadWeekday}) {
      if (auto date = (this->*read)()) return date;
    }
    return std::nullopt;
  }

  std::optional<Date> ReadDigits() {
    auto written = ReadDigitDate(text_, tokens_[at_].begin);
    if (!written) return std::nullopt;
    auto year = written->year ? std::optional(std::chrono::year{*written->year}) : std::nullopt;
    auto date = ResolveDay(written->month, written->day, year, today_);
    if (!date) return std::nullopt;
    while (at_ < tokens_.size() && tokens_[at_].begin < written->end) ++at_;
    return date;
  }

  std::optional<Date> ReadName() {
    for (const Name& name : state_.names) {
      if (!StandsHere(name.words)) continue;
      auto year = YearIn(SurfaceAt(at_ + name.words.size()));
      auto date_of = [&](std::chrono::year y) { return DateIn(y, state_.days[name.day]); };
      auto date = Resolve(date_of, year, today_);
      if (!date) continue;
      at_ += name.words.size() + (year ? 1 : 0);
      return date;
    }
    return std::nullopt;
  }

  // "25. decembra", "25th of December".
  std::optional<Date> ReadDayAndMonth() {
    auto day = DayOfMonth(SurfaceAt(at_));
    if (!day) return std::nullopt;
    std::size_t month_at = SurfaceAt(at_ + 1) == "of" ? at_ + 2 : at_ + 1;
    auto month = MonthAt(month_at);
    return month ? TakeDay(*month, *day, month_at + 1) : std::nullopt;
  }

  // "December 25".
  std::optional<Date> ReadMonthAndDay() {
    auto month = MonthAt(at_);
    auto day = DayOfMonth(SurfaceAt(at_ + 1));
    return month && day ? TakeDay(*month, *day, at_ + 2) : std::nullopt;
  }

  std::optional<Date> ReadFromToday() {
    if (SurfaceAt(at_) == "day" && SurfaceAt(at_ + 1) == "after" &&
        SurfaceAt(at_ + 2) == "tomorrow") {
      at_ += 3;
      return Date{sys_days{today_} + std::chrono::days{2}};
    }
    auto ahead = NumberOf(kDaysFromToday, SurfaceAt(at_));
    if (!ahead) return std::nullopt;
    ++at_;
    return Date{sys_days{today_} + std::chrono::days{*ahead}};
  }

  std::optional<Date> ReadWeekday() {
    auto weekday = NumberOf(kWeekdays, SurfaceAt(at_));
    if (!weekday || (at_ > 0 && IsOneOf(kHabit, SurfaceAt(at_ - 1)))) return std::nullopt;
    auto weeks = WeeksOn();
    ++at_;
    const sys_days today{today_};
    const int today_is = static_cast<int>(std::chrono::weekday{today}.iso_encoding());
    int ahead = *weekday - today_is;
    if (weeks) {
      ahead += 7 * *weeks;
    } else if (ahead < 0) {
      ahead += 7;
    }
    return Date{today + std::chrono::days{ahead}};
  }

  // Of the day of the week here: "naslednji petek", "petek naslednji teden", "naslednji teden v petek".
  std::optional<int> WeeksOn() const {
    if (auto weeks = at_ > 0 ? NumberOf(kWeeksOn, SurfaceAt(at_ - 1)) : std::nullopt) return weeks;
    if (auto weeks = WeeksAt(at_ + 1)) return weeks;
    if (auto weeks = at_ > 1 ? WeeksAt(at_ - 2) : std::nullopt) return weeks;
    return at_ > 2 ? WeeksAt(at_ - 3) : std::nullopt;
  }

  // "naslednji teden".
  std::optional<int> WeeksAt(std::size_t at) const {
    if (!IsOneOf(kWeek, SurfaceAt(at + 1))) return std::nullopt;
    return NumberOf(kWeeksOn, SurfaceAt(at));
  }

  std::optional<Date> TakeDay(int month, int day, std::size_t behind) {
    auto year = YearIn(SurfaceAt(behind));
    auto date = ResolveDay(month, day, year, today_);
    if (date) at_ = behind + (year ? 1 : 0);
    return date;
  }

  std::optional<int> MonthAt(std::size_t at) const {
    for (std::size_t i = 0; at < tokens_.size() && i < state_.months.size(); ++i) {
      const auto& forms = state_.months[i];
      bool named = std::any_of(forms.begin(), forms.end(),
                               [&](const Word& name) { return IsWord(at, name); });
      if (named) return static_cast<int>(i) + 1;
    }
    return std::nullopt;
  }

  bool StandsHere(const std::vector<Word>& words) const {
    if (words.size() > tokens_.size() - at_) return false;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!IsWord(at_ + i, words[i])) return false;
    }
    return true;
  }

  bool IsWord(std::size_t at, const Word& word) const {
    const index::Token& token = tokens_[at];
    return token.surface == word.surface || (!word.lemma.empty() && token.lemma == word.lemma);
  }

  // "" behind the end.
  std::string_view SurfaceAt(std::size_t at) const {
    return at < tokens_.size() ? std::string_view(tokens_[at].surface) : std::string_view();
  }

  const State& state_;
  std::string_view text_;
  std::vector<index::Token> tokens_;
  Date today_;
  std::size_t at_ = 0;
  std::vector<Date> dates_;
};

DayMentions::DayMentions(const kb::SupportHours& hours, const kb::Lexicon& lexicon)
    : state_(std::make_unique<const State>(hours, lexicon)) {}
DayMentions::~DayMentions() = default;
DayMentions::DayMentions(DayMentions&&) noexcept = default;
DayMentions& DayMentions::operator=(DayMentions&&) noexcept = default;

std::vector<Date> DayMentions::Find(std::string_view text, Date today) const {
  return State::Reader(*state_, TruncateCodePoints(text, kReadCodePoints), today).Read();
}

}  // namespace pomocnik::bot
