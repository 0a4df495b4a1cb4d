// What is different between two texts, line by line. Pure.
#pragma once

#include <string>
#include <string_view>

namespace pomocnik::kb {

// Lines that only the first has, with "- " before them, and those that only the second has, with "+ ", in their order. Texts that
// differ in very many lines are told as a whole, and of a long difference only the beginning.
std::string DiffLines(std::string_view before, std::string_view after);

}  // namespace pomocnik::kb
