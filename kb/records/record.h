// A record before it is an article: texts by field.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pomocnik::kb::records {

enum class Field {
  kId,
  kTitle,
  kQuestion,
  kAnswer,
  kFormat,
  kModule,
  kKind,
  kLang,
  kScreen,
  kTags,
  kUpdated,
  kValidFrom,
  kValidTo,
  kVersionFrom,
  kVersionTo,
  kUrl,
  kStatus,
};
inline constexpr std::size_t kFields = 17;

// The field of this name, in whatever case, with or without accents: "answer", "Odgovor", "valid_from", "Velja od".
// REQUIRES: IsValidUtf8(name).
std::optional<Field> FieldNamed(std::string_view name);

// "valid_from": how a message names it.
std::string FieldName(Field field);

struct Record {
  int line = 0;                                         // that it begins on
  std::array<std::vector<std::string>, kFields> texts;  // valid UTF-8; in the order of the file

  std::vector<std::string>& operator[](Field field) {
    return texts[static_cast<std::size_t>(field)];
  }
  const std::vector<std::string>& operator[](Field field) const {
    return texts[static_cast<std::size_t>(field)];
  }
};

// Well above what people keep in one file.
inline constexpr std::size_t kMaxFileBytes = 32 * 1024 * 1024;
inline constexpr std::size_t kMaxLineBytes =
    2 * 1024 * 1024;  // of JSON: as long as an article may be
inline constexpr std::size_t kMaxRecords = 20'000;
inline constexpr std::size_t kMaxValues = 200;  // of one field

}  // namespace pomocnik::kb::records
