// Program versions as articles write them. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kb/recognition/guess.h"

namespace pomocnik::kb::recognition {

struct VersionRange {
  std::string from;  // first version; empty: any
  std::string to;    // last version; empty: any
};

// The version that begins at `position`, with dots: "6.23", "6.25.015", "2017.08.000", "2019_04_001" -> "2019.04.001". Absent when
// there is none, such as at a date; `end` is the byte behind it.
struct WrittenVersion {
  std::string version;
  std::size_t end = 0;
};
std::optional<WrittenVersion> ReadVersion(std::string_view text, std::size_t position);

// "Z verzijo 2023.09.001 smo …", "od različice 6.25.015 dalje", "do verzije 2019_04_001", "Verzija 2018.09.001 z dne 20. 7. 2018": what
// a text says first of the versions that it holds for. Surest in the title and at its beginning.
std::optional<Guess<VersionRange>> FindVersions(std::string_view title, std::string_view text);

}  // namespace pomocnik::kb::recognition
