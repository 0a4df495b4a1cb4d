// Numbers as people write them: digits in groups. Pure.
#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace pomocnik::bot {

struct WrittenNumber {
  std::size_t begin = 0;  // range in the text
  std::size_t end = 0;
  std::string digits;
  std::vector<std::size_t> groups;  // the number of digits in each
};

struct NumberShape {
  std::size_t min_digits = 1;
  std::size_t max_digits = 19;
  std::initializer_list<std::string_view> separators;  // that may stand between two groups
};

// A line may be wrapped where a separator may stand. Offers every number of the shape to `accept`, the longest from each start first; after an accepted one
// goes on behind it. A number never begins or ends inside a word, a longer number, an amount or a code
// ("CAS-01234", "1.041,20").
void ForEachNumber(std::string_view chars, const NumberShape& shape,
                   const std::function<bool(const WrittenNumber&)>& accept);

}  // namespace pomocnik::bot
