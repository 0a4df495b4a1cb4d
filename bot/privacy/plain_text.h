// A text as the redaction rules read it. Pure.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pomocnik::bot {

// One character of `chars` for each visible character of the source: lower-case ASCII, č š ž ć đ without
// their marks, digits of any script as 0–9, any hyphen as '-', any space as ' ', full-width forms as plain
// ones. Invisible characters are dropped, so that they cannot hide a number;
// "\r\n" is one '\n'. The source must outlive it.
struct PlainText {
  static constexpr char kOtherLetter = '\x01';
  static constexpr char kOtherSymbol = '\x02';
  static constexpr char kPlaceholder = '\x03';  // one of our own "[…]"

  std::string_view source;
  std::string chars;
  std::vector<std::size_t> offsets;  // of each char in the source; one more for the end
};

// `placeholders` become one kPlaceholder each, so that words in them are no context for what is next.
// REQUIRES: valid UTF-8.
PlainText MakePlainText(std::string_view source, const std::vector<std::string_view>& placeholders);

bool IsLetter(char c);  // kOtherLetter included
bool IsLetterOrDigit(char c);

// How many words before `begin` the nearest of `stems` stands, counting from 1; absent when none is among
// the `words` nearest. Stems of up to three letters are whole words, longer ones beginnings of words. Does
// not look past the line.
std::optional<int> WordsBack(std::string_view chars, std::size_t begin, int words,
                             std::initializer_list<std::string_view> stems);

// The same behind `end`.
std::optional<int> WordsAhead(std::string_view chars, std::size_t end, int words,
                              std::initializer_list<std::string_view> stems);

}  // namespace pomocnik::bot
