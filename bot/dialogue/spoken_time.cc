#include "bot/dialogue/spoken_time.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace pomocnik::bot {
namespace {

constexpr int kHour = 60;
constexpr int kNoon = 12 * kHour;

std::vector<NumberTerm> MakeNumbers(const std::vector<kb::NumberWords>& source,
                                    const WordReader& reader) {
  std::vector<NumberTerm> numbers;
  numbers.reserve(source.size());
  for (const auto& entry : source) numbers.push_back({reader.MakeGroup(entry.words), entry.number});
  return numbers;
}

struct Counted {
  int number = 0;
  std::size_t end = 0;    // behind the words
  std::string_view rest;  // what is glued to the digits: "h" of "18h"
};

// The longest term at this place.
std::size_t LengthAt(const Message& message, const TermGroup& group, std::size_t at) {
  std::size_t length = 0;
  if (at >= message.tokens().size()) return length;
  for (const Term& term : group) {
    if (message.StandsAt(term, at)) length = std::max(length, term.size());
  }
  return length;
}

bool EndsBefore(const Message& message, const TermGroup& group, std::size_t at) {
  return std::any_of(group.begin(), group.end(), [&](const Term& term) {
    return term.size() <= at && message.StandsAt(term, at - term.size());
  });
}

std::optional<Counted> NumberAt(const Message& message, const std::vector<NumberTerm>& numbers,
                                std::size_t at) {
  if (at >= message.tokens().size()) return std::nullopt;
  for (const auto& entry : numbers) {
    if (std::size_t length = LengthAt(message, entry.words, at)) {
      return Counted{entry.number, at + length, {}};
    }
  }
  std::string_view text = message.tokens()[at].surface;
  int number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number < 0 || number > 1000) return std::nullopt;
  return Counted{number, at + 1, text.substr(static_cast<std::size_t>(end - text.data()))};
}

bool IsUnitText(const TermGroup& group, std::string_view text) {
  return std::any_of(group.begin(), group.end(), [&](const Term& term) {
    return term.size() == 1 && term.front().form == text;
  });
}

// The minutes of a unit behind a number, glued to it or not; 0 when there is none.
int UnitAfter(const Message& message, const std::vector<NumberTerm>& units, Counted& counted) {
  for (const auto& unit : units) {
    if (!counted.rest.empty()) {
      if (IsUnitText(unit.words, counted.rest)) return unit.number;
    } else if (std::size_t length = LengthAt(message, unit.words, counted.end)) {
      counted.end += length;
      return unit.number;
    }
  }
  return 0;
}

}  // namespace

DurationReader::DurationReader(const kb::DurationWords& words, const WordReader& reader)
    : limit_(words.limit),
      numbers_(MakeNumbers(words.numbers, reader)),
      units_(MakeNumbers(words.units, reader)),
      wholes_(MakeNumbers(words.wholes, reader)),
      to_(reader.MakeGroup(words.to)),
      at_most_(reader.MakeGroup(words.at_most)),
      over_(reader.MakeGroup(words.over)),
      other_before_(reader.MakeGroup(words.other_before)),
      takes_(reader.MakeGroup(words.takes)),
      unless_(reader.MakeGroup(words.unless)) {}

std::optional<SpokenDuration> DurationReader::WholeAt(const Message& message,
                                                      std::size_t at) const {
  auto whole = NumberAt(message, wholes_, at);
  if (!whole || message.tokens()[at].surface[0] <= '9') return std::nullopt;
  return SpokenDuration{whole->number, whole->number, {at, whole->end}};
}

// "10 minut", "10 do 20 minut", "10 minut do pol ure".
std::optional<SpokenDuration> DurationReader::CountedAt(const Message& message,
                                                        std::size_t at) const {
  auto first = NumberAt(message, numbers_, at);
  if (!first) return std::nullopt;
  const int unit = UnitAfter(message, units_, *first);
  const std::size_t to = LengthAt(message, to_, first->end);
  const std::size_t next = first->end + to;
  const SpokenDuration one{first->number * unit, first->number * unit, {at, first->end}};
  if (unit && !to) return one;
  if (auto whole = WholeAt(message, next); whole && unit) {
    return SpokenDuration{one.from, whole->to, {at, whole->place.end}};
  }
  auto second = NumberAt(message, numbers_, next);
  const int second_unit = second ? UnitAfter(message, units_, *second) : 0;
  if (second_unit) {
    const int from = first->number * (unit ? unit : second_unit);
    return SpokenDuration{from, second->number * second_unit, {at, second->end}};
  }
  return unit ? std::optional(one) : std::nullopt;
}

std::optional<SpokenDuration> DurationReader::ReadAt(const Message& message, std::size_t at) const {
  auto duration = WholeAt(message, at);
  if (duration) {
    const std::size_t to = LengthAt(message, to_, duration->place.end);
    auto whole = to ? WholeAt(message, duration->place.end + to) : std::nullopt;
    if (whole) duration = SpokenDuration{duration->from, whole->to, {at, whole->place.end}};
  }
  if (!duration) duration = CountedAt(message, at);
  if (!duration) return std::nullopt;
  duration->from = std::min(duration->from, duration->to);
  if (EndsBefore(message, at_most_, at)) {
    duration->from = duration->to;
  } else if (EndsBefore(message, over_, at)) {
    duration->from = duration->to = duration->to + 1;
  } else if (EndsBefore(message, other_before_, at)) {
    return std::nullopt;
  }
  return duration;
}

std::optional<SpokenDuration> DurationReader::Find(const Message& message) const {
  if (message.HasAny(unless_)) return std::nullopt;
  for (std::size_t at = 0; at < message.tokens().size(); ++at) {
    if (auto found = ReadAt(message, at)) return found;
  }
  return std::nullopt;
}

ClockReader::ClockReader(const kb::ClockWords& words, const WordReader& reader)
    : opens_(words.opens * kHour),
      closes_(words.closes * kHour),
      free_times_(reader.MakeGroup(words.free_times)),
      at_(reader.MakeGroup(words.at)),
      after_(reader.MakeGroup(words.after)),
      before_(reader.MakeGroup(words.before)),
      half_(reader.MakeGroup(words.half)),
      evening_(reader.MakeGroup(words.evening)),
      morning_(reader.MakeGroup(words.morning)),
      units_(reader.MakeGroup(words.units)),
      tied_(reader.MakeGroup(words.tied)),
      unless_(reader.MakeGroup(words.unless)),
      hours_(MakeNumbers(words.hours, reader)) {}

// "Ob sedmih" is outside in the morning and in the evening; "ob treh" is taken for the afternoon.
int ClockReader::MinuteOfDay(const Message& message, int minute) const {
  if (minute >= kNoon || message.HasAny(morning_)) return minute;
  bool afternoon = message.HasAny(evening_) || minute < 4 * kHour;
  return afternoon ? minute + kNoon : minute;
}

bool ClockReader::IsOutside(int minute, Relation relation) const {
  switch (relation) {
    case Relation::kAt:
      return minute < opens_ || minute >= closes_;
    case Relation::kAfter:
      return minute >= closes_;
    case Relation::kBefore:
      return minute <= opens_;
  }
  return false;
}

std::optional<WordRange> ClockReader::ReadAt(const Message& message, std::size_t at,
                                             Relation relation) const {
  std::size_t half = LengthAt(message, half_, at);
  auto hour = NumberAt(message, hours_, at + half);
  if (!hour || hour->number > 24) return std::nullopt;
  std::size_t unit = LengthAt(message, units_, hour->end);
  bool digits = message.tokens()[at + half].code;
  // "Po 3 …" may count anything; a late hour or a number in words ("ob osmih") does not.
  bool bare = digits && !unit && hour->rest.empty();
  if (bare && (hour->number * kHour < closes_ || relation != Relation::kAt)) return std::nullopt;
  bool minutes = hour->rest.starts_with('.') || hour->rest.starts_with(':');
  if (!hour->rest.empty() && !minutes && !IsUnitText(units_, hour->rest)) return std::nullopt;
  int minute = MinuteOfDay(message, hour->number * kHour - (half ? kHour / 2 : 0));
  if (!IsOutside(minute, relation)) return std::nullopt;
  return WordRange{at, hour->end + unit};
}

std::optional<WordRange> ClockReader::FindOutside(const Message& message) const {
  if (message.HasAny(unless_)) return std::nullopt;
  if (auto found = message.Find(free_times_, message.all())) return found;
  const std::pair<const TermGroup*, Relation> relations[] = {
      {&at_, Relation::kAt}, {&after_, Relation::kAfter}, {&before_, Relation::kBefore}};
  for (std::size_t at = 0; at < message.tokens().size(); ++at) {
    for (const auto& [words, relation] : relations) {
      std::size_t length = LengthAt(message, *words, at);
      if (!length) continue;
      if (auto found = ReadAt(message, at + length, relation)) return found;
    }
  }
  return std::nullopt;
}

}  // namespace pomocnik::bot
