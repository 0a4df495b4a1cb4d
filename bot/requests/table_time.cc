#include "bot/requests/table_time.h"

#include <charconv>
#include <chrono>
#include <vector>

#include "index/text/local_day.h"

namespace pomocnik::bot {
namespace {

struct Number {
  int value = 0;
  std::size_t digits = 0;
  char after = 0;  // the first character behind it; 0: the end
};

// The numbers of a text that holds nothing else but what stands between those of a time. Empty when it does.
std::vector<Number> ReadNumbers(std::string_view text) {
  std::vector<Number> numbers;
  while (!text.empty()) {
    Number number;
    const auto [end, failure] =
        std::from_chars(text.data(), text.data() + text.size(), number.value);
    if (failure != std::errc() || text.front() == '-') return {};
    number.digits = static_cast<std::size_t>(end - text.data());
    text.remove_prefix(number.digits);
    number.after = text.empty() ? '\0' : text.front();
    const std::size_t next = text.find_first_not_of(".-: T");
    text.remove_prefix(next == std::string_view::npos ? text.size() : next);
    numbers.push_back(number);
  }
  return numbers;
}

Date DateOf(const Number& year, const Number& month, const Number& day) {
  return Date{std::chrono::year{year.value}, std::chrono::month{static_cast<unsigned>(month.value)},
              std::chrono::day{static_cast<unsigned>(day.value)}};
}

std::optional<Date> ReadDay(const std::vector<Number>& numbers) {
  const bool iso = numbers[0].digits == 4 && numbers[0].after == '-' && numbers[1].after == '-';
  const bool ours = numbers[2].digits == 4 && numbers[0].after == '.' && numbers[1].after == '.';
  if (!iso && !ours) return std::nullopt;
  const Date date =
      iso ? DateOf(numbers[0], numbers[1], numbers[2]) : DateOf(numbers[2], numbers[1], numbers[0]);
  if (!date.ok()) return std::nullopt;
  return date;
}

}  // namespace

std::optional<Instant> ReadTableTime(std::string_view text) {
  if (const auto instant = ParseRfc3339(text)) return instant;
  std::vector<Number> numbers = ReadNumbers(text);
  const bool has_time = numbers.size() == 5 || numbers.size() == 6;
  if (numbers.size() != 3 && !has_time) return std::nullopt;
  const auto day = ReadDay(numbers);
  if (!day) return std::nullopt;
  numbers.resize(6);
  const Number& hour = numbers[3];
  const Number& minute = numbers[4];
  const Number& second = numbers[5];
  if (has_time && hour.after != ':') return std::nullopt;
  if (hour.value > 23 || minute.value > 59 || second.value > 59) return std::nullopt;
  const std::chrono::minutes clock{hour.value * 60 + minute.value};
  return index::FromLocalTime(*day, clock) + std::chrono::seconds{second.value};
}

}  // namespace pomocnik::bot
