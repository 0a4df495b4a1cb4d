// Which days a message speaks of.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "kb/lexicon/lexicon.h"
#include "kb/policy/support_hours.h"

namespace pomocnik::bot {

// Reads dates ("23. 11.", "25. decembra"), days counted from today ("jutri", "v soboto", "naslednji petek")
// and days that have a name ("na veliko noč"), in Slovene, English and Croatian; words in any form,
// without č, š and ž. Immutable and thread-safe; movable.
class DayMentions {
 public:
  // The names are those of the hours. The lexicon is that of the search, so that both read a word alike.
  DayMentions(const kb::SupportHours& hours, const kb::Lexicon& lexicon);
  ~DayMentions();
  DayMentions(DayMentions&&) noexcept;
  DayMentions& operator=(DayMentions&&) noexcept;

  // In the order of the message, each once. A date without a year, a day of the week and a named day
  // are the first from today on; "next Friday" is that of the week after this one. Habits ("ob
  // sobotah") are no date. Reads the first 2,000 code points. REQUIRES: valid UTF-8.
  std::vector<Date> Find(std::string_view text, Date today) const;

 private:
  struct State;
  std::unique_ptr<const State> state_;
};

}  // namespace pomocnik::bot
