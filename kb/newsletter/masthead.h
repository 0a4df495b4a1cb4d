// What a newsletter says of the issue itself: its number and its day. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"

namespace pomocnik::kb::newsletter {

// "E-novice iCenter, št. 224", "Številka 7/2026", "Broj 12", "No. 3", "Issue 41": the number behind such a word, at most 99999.
// Absent when there is none. REQUIRES: valid UTF-8.
std::optional<int> FindIssueNumber(std::string_view text);

// The first date in the text. REQUIRES: valid UTF-8.
std::optional<Date> FindIssueDate(std::string_view text);

// Whether a paragraph belongs to the foot of an issue: how to unsubscribe, why one got it, whose it is. REQUIRES: valid UTF-8.
bool IsFoot(std::string_view paragraph);

}  // namespace pomocnik::kb::newsletter
