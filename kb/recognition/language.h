// The language of a text by its function words and letters. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kb/recognition/guess.h"
#include "kb/recognition/names.h"

namespace pomocnik::kb::recognition {

// Absent when the text has no word of any of the languages. The confidence tells how many words speak for the language and how few
// for the next.
std::optional<Guess<std::string>> GuessLanguage(std::string_view text,
                                                const std::vector<LanguageWords>& languages);

}  // namespace pomocnik::kb::recognition
