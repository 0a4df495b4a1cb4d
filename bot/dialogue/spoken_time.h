// How long something takes and when it is wanted, as people say it.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "bot/dialogue/word_pattern.h"
#include "kb/phrases/facts.h"

namespace pomocnik::bot {

// A number word and what it stands for.
struct NumberTerm {
  TermGroup words;
  int number = 0;
};

// "10 do 20 minut" is from 10 to 20; "15 minut" from 15 to 15.
struct SpokenDuration {
  int from = 0;  // minutes
  int to = 0;
  WordRange place;
};

// Finds durations. Immutable and thread-safe.
class DurationReader {
 public:
  DurationReader(const kb::DurationWords& words, const WordReader& reader);

  // The first one; absent also when the message speaks of times that a program keeps.
  std::optional<SpokenDuration> Find(const Message& message) const;
  // Whether it says that the time is that of the help.
  bool SaysTaking(const Message& message) const { return message.HasAny(takes_); }
  int limit() const { return limit_; }

 private:
  std::optional<SpokenDuration> WholeAt(const Message& message, std::size_t at) const;
  std::optional<SpokenDuration> CountedAt(const Message& message, std::size_t at) const;
  std::optional<SpokenDuration> ReadAt(const Message& message, std::size_t at) const;

  int limit_;
  std::vector<NumberTerm> numbers_, units_, wholes_;
  TermGroup to_, at_most_, over_, other_before_, takes_, unless_;
};

// Finds times and days out of the support's hours. Immutable and thread-safe.
class ClockReader {
 public:
  ClockReader(const kb::ClockWords& words, const WordReader& reader);

  // The first one; absent also when the message speaks of times that a program keeps.
  std::optional<WordRange> FindOutside(const Message& message) const;
  // Whether it says that the time is that of the help.
  bool SaysHelp(const Message& message) const { return message.HasAny(tied_); }

 private:
  enum class Relation { kAt, kAfter, kBefore };

  std::optional<WordRange> ReadAt(const Message& message, std::size_t at, Relation relation) const;
  bool IsOutside(int minute, Relation relation) const;
  int MinuteOfDay(const Message& message, int minute) const;

  int opens_;  // minute of the day
  int closes_;
  TermGroup free_times_, at_, after_, before_, half_, evening_, morning_, units_, tied_, unless_;
  std::vector<NumberTerm> hours_;
};

}  // namespace pomocnik::bot
