// The bytes of a PDF -> words.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/result.h"
#include "kb/pdf/words.h"

namespace pomocnik::kb::pdf {

inline constexpr std::size_t kMaxBytes = 32 * 1024 * 1024;
inline constexpr int kMaxPages = 300;              // further ones are left out
inline constexpr std::size_t kMaxWords = 200'000;  // so are those: a book has as many

// Words that stand upright, in no particular order; those of one page follow each other. kInvalidArgument with the reason: the
// bytes are too many, are no PDF, or are encrypted. REQUIRES: one thread at a time reads PDFs.
Result<Pages> ReadWords(std::string_view bytes);

}  // namespace pomocnik::kb::pdf
