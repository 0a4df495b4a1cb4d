#include "kb/dates/written_dates.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "base/latin.h"
#include "base/utf8.h"

namespace pomocnik::kb {
namespace {

constexpr int kFirstYear = 1990;
constexpr int kLastYear = 2100;

struct MonthName {
  std::string_view start;  // of the word, in plain letters
  std::size_t endings;  // how many letters the cases of the name add at most: "majhen" is no month
  unsigned month;
};

// Slovene and Serbian, English, Croatian. "listopad" is October in Croatian and November in a Slovene that nobody writes any more.
constexpr auto kMonths = std::to_array<MonthName>({
    {"jan", 0, 1},     {"januar", 3, 1}, {"sijecanj", 0, 1},  {"sijecnj", 2, 1}, {"feb", 0, 2},
    {"februar", 3, 2}, {"veljac", 2, 2}, {"mar", 0, 3},       {"marec", 0, 3},   {"marc", 2, 3},
    {"mart", 2, 3},    {"ozuj", 3, 3},   {"apr", 0, 4},       {"april", 2, 4},   {"travanj", 0, 4},
    {"travnj", 2, 4},  {"maj", 2, 5},    {"may", 0, 5},       {"svibanj", 0, 5}, {"svibnj", 2, 5},
    {"jun", 2, 6},     {"junij", 2, 6},  {"lipanj", 0, 6},    {"lipnj", 2, 6},   {"jul", 2, 7},
    {"julij", 2, 7},   {"srpanj", 0, 7}, {"srpnj", 2, 7},     {"avg", 0, 8},     {"avgust", 2, 8},
    {"aug", 0, 8},     {"august", 2, 8}, {"kolovoz", 2, 8},   {"sep", 0, 9},     {"sept", 0, 9},
    {"septemb", 3, 9}, {"rujan", 0, 9},  {"rujn", 2, 9},      {"okt", 0, 10},    {"oktob", 3, 10},
    {"oct", 0, 10},    {"octob", 2, 10}, {"listopad", 2, 10}, {"nov", 0, 11},    {"novemb", 3, 11},
    {"studen", 3, 11}, {"dec", 0, 12},   {"decemb", 3, 12},   {"prosin", 3, 12},
});

bool IsContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// The word at a place, in plain letters, and where it ends. Of a long word only the beginning.
struct PlainWord {
  std::string letters;
  std::size_t end;
};

PlainWord WordAt(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 12;  // longer than any month
  PlainWord word{"", at};
  while (word.end < text.size() && word.letters.size() < kLongest) {
    std::size_t next = word.end;
    const char letter = PlainLetter(NextCodePoint(text, next));
    if (letter == 0) break;
    word.letters += letter;
    word.end = next;
  }
  return word;
}

std::optional<unsigned> MonthNamed(std::string_view word) {
  const auto* found = std::find_if(kMonths.begin(), kMonths.end(), [&](const MonthName& name) {
    return word.starts_with(name.start) && word.size() <= name.start.size() + name.endings;
  });
  if (found == kMonths.end()) return std::nullopt;
  return found->month;
}

// Reads on from a place in the text, and goes nowhere when what is asked for is not there.
class Cursor {
 public:
  Cursor(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }

  // A number of `least` to `most` digits, all that there are.
  std::optional<int> Number(std::size_t least, std::size_t most) {
    std::size_t end = at_;
    int value = 0;
    while (end < text_.size() && IsDigit(text_[end]) && end - at_ <= most) {
      value = value * 10 + (text_[end++] - '0');
    }
    if (end - at_ < least || end - at_ > most) return std::nullopt;
    at_ = end;
    return value;
  }

  bool Skip(std::string_view mark) {
    if (!text_.substr(at_).starts_with(mark)) return false;
    at_ += mark.size();
    return true;
  }

  // Spaces, the one that does not break among them.
  void SkipSpaces() {
    while (Skip(" ") || Skip("\n") || Skip("\t") || Skip("\u00a0")) continue;
  }

  // A month's name, with the dot of a short one.
  std::optional<unsigned> Month() {
    const PlainWord word = WordAt(text_, at_);
    const auto month = MonthNamed(word.letters);
    if (!month) return std::nullopt;
    at_ = word.end;
    Skip(".");
    return month;
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

std::optional<Date> MakeDate(int year, unsigned month, int day) {
  const Date date{std::chrono::year{year}, std::chrono::month{month},
                  std::chrono::day{static_cast<unsigned>(day)}};
  const bool is_sensible = date.ok() && year >= kFirstYear && year <= kLastYear;
  return is_sensible ? std::optional(date) : std::nullopt;
}

// "31. 12. 2026", "31. decembra 2026", "31 December 2026".
std::optional<Date> DayFirst(Cursor& cursor) {
  const auto day = cursor.Number(1, 2);
  if (!day) return std::nullopt;
  const bool dot = cursor.Skip(".");
  cursor.SkipSpaces();
  std::optional<unsigned> month = cursor.Month();
  if (month) {
    cursor.Skip(",");
  } else {
    const auto number = dot ? cursor.Number(1, 2) : std::nullopt;
    if (!number || !cursor.Skip(".")) return std::nullopt;
    month = static_cast<unsigned>(*number);
  }
  cursor.SkipSpaces();
  const auto year = cursor.Number(4, 4);
  if (!year) return std::nullopt;
  return MakeDate(*year, *month, *day);
}

// "31/12/2026": the day first, as Slovenia, Croatia and Serbia write it.
std::optional<Date> WithSlashes(Cursor& cursor) {
  const auto day = cursor.Number(1, 2);
  if (!day || !cursor.Skip("/")) return std::nullopt;
  const auto month = cursor.Number(1, 2);
  if (!month || !cursor.Skip("/")) return std::nullopt;
  const auto year = cursor.Number(4, 4);
  if (!year) return std::nullopt;
  return MakeDate(*year, static_cast<unsigned>(*month), *day);
}

// "2026-12-31".
std::optional<Date> YearFirst(Cursor& cursor) {
  const auto year = cursor.Number(4, 4);
  if (!year || !cursor.Skip("-")) return std::nullopt;
  const auto month = cursor.Number(2, 2);
  if (!month || !cursor.Skip("-")) return std::nullopt;
  const auto day = cursor.Number(2, 2);
  if (!day) return std::nullopt;
  return MakeDate(*year, static_cast<unsigned>(*month), *day);
}

// "December 31, 2026".
std::optional<Date> MonthFirst(Cursor& cursor) {
  const auto month = cursor.Month();
  if (!month) return std::nullopt;
  cursor.SkipSpaces();
  const auto day = cursor.Number(1, 2);
  if (!day || !cursor.Skip(",")) return std::nullopt;
  cursor.SkipSpaces();
  const auto year = cursor.Number(4, 4);
  if (!year) return std::nullopt;
  return MakeDate(*year, *month, *day);
}

// Whether a number or word can begin here: not amid one, nor amid "1.2.3".
bool IsStart(std::string_view text, std::size_t at) {
  if (IsContinuation(text[at])) return false;
  if (at == 0) return true;
  std::size_t before = at - 1;
  while (before > 0 && IsContinuation(text[before])) --before;
  const char mark = text[before];
  const bool joins = mark == '.' || mark == '-' || mark == '/';
  if (joins) return before == 0 || !IsDigit(text[before - 1]);
  return !IsDigit(mark) && PlainLetter(NextCodePoint(text, before)) == 0;
}

// The date that is written from a place on; absent when none is.
std::optional<WrittenDate> ReadFrom(std::string_view text, std::size_t at) {
  for (auto* read : {DayFirst, WithSlashes, YearFirst, MonthFirst}) {
    Cursor cursor(text, at);
    if (const auto date = read(cursor)) return WrittenDate{*date, at, cursor.at()};
  }
  return std::nullopt;
}

// The date that begins at a place; absent when none does.
std::optional<WrittenDate> DateAt(std::string_view text, std::size_t at) {
  return IsStart(text, at) ? ReadFrom(text, at) : std::nullopt;
}

// The first date that begins at a place or behind it.
std::optional<WrittenDate> NextDate(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    if (const auto date = DateAt(text, at)) return date;
  }
  return std::nullopt;
}

// The one after a date: "1.1.2026-31.12.2026" are two.
std::optional<WrittenDate> NextDate(std::string_view text, const WrittenDate& before) {
  if (text.substr(before.end).starts_with('-')) {
    if (const auto date = ReadFrom(text, before.end + 1)) return date;
  }
  return NextDate(text, before.end);
}

bool IsSmallLetter(char32_t c) {
  return (c >= U'a' && c <= U'z') ||
         std::u32string_view(U"čćđšž").find(c) != std::u32string_view::npos;
}

// Whether the dot at a place ends a sentence: a space and something else than a small letter, a number or a month follow.
bool EndsSentence(std::string_view text, std::size_t dot) {
  std::size_t next = dot + 2;
  if (next >= text.size() || text[dot + 1] != ' ' || IsDigit(text[next])) return false;
  if (MonthNamed(WordAt(text, next).letters)) return false;
  return !IsSmallLetter(NextCodePoint(text, next));
}

}  // namespace

std::vector<WrittenDate> FindDates(std::string_view text) {
  std::vector<WrittenDate> dates;
  for (auto date = NextDate(text, 0); date; date = NextDate(text, *date)) {
    dates.push_back(*date);
  }
  return dates;
}

std::optional<Date> FindDate(std::string_view text) {
  const auto written = NextDate(text, 0);
  if (!written) return std::nullopt;
  return written->date;
}

std::optional<Date> ReadDate(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  text.remove_prefix(std::min(text.find_first_not_of(kBlank), text.size()));
  text = text.substr(0, text.find_last_not_of(kBlank) + 1);
  const auto written = text.empty() ? std::nullopt : DateAt(text, 0);
  if (!written) return std::nullopt;
  const std::string_view rest = text.substr(written->end);
  const bool has_time = rest.size() > 1 && (rest[0] == 'T' || rest[0] == ' ') && IsDigit(rest[1]);
  return rest.empty() || has_time ? std::optional(written->date) : std::nullopt;
}

std::string_view SentenceBefore(std::string_view text, std::size_t position) {
  constexpr std::size_t kReach = 300;  // a text without sentences costs no more than others
  std::size_t begin = position > kReach ? position - kReach : 0;
  while (begin < position && IsContinuation(text[begin])) ++begin;
  for (std::size_t i = position; i > begin; --i) {
    const char c = text[i - 1];
    const bool ends = c == '!' || c == '?' || c == '\n' ||
                      (c == '.' && EndsSentence(text.substr(0, position), i - 1));
    if (ends) {
      begin = i;
      break;
    }
  }
  const std::string_view sentence = text.substr(begin, position - begin);
  return sentence.substr(std::min(sentence.find_first_not_of(" \t"), sentence.size()));
}

}  // namespace pomocnik::kb
