// News that hold for a time: until when, and whether they are about law. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kb/imported.h"

namespace pomocnik::kb {

struct Validity {
  std::optional<Date> from;
  std::optional<Date> to;  // the last day
  std::string evidence;    // the words that say so
  bool operator==(const Validity&) const = default;
};

// Reads "velja od 1. 1. 2026 do 31. 12. 2026", "valid until 30 June 2026": a date behind a word for "until" in a sentence that
// speaks of holding, or of a deadline. Of several the last one counts, since what still holds must not be hidden. Absent when the
// text does not say until when. REQUIRES: IsValidUtf8(text).
std::optional<Validity> FindValidity(std::string_view text);

// What an item is told to be about law by: "the title begins with 'Zakonodaja'". Empty when nothing says so.
// REQUIRES: all valid UTF-8.
std::string WhyLegislation(std::string_view title, const std::vector<std::string>& sections,
                           std::string_view text);

// States kind, valid_from and valid_to where the article's title, breadcrumb and text say them and the source does not, and adds
// a finding for each.
void StateValidity(ImportedArticle& imported);

}  // namespace pomocnik::kb
