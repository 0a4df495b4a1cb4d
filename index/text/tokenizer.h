// Text -> words, by Unicode's word boundaries.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace pomocnik::index {

// A word's byte range. `glued` tells that nothing but a hyphen or a slash stands between it and the
// word before it, as in "e-račun" or "REK-1".
struct Word {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool glued = false;
};

// Thread-safe: each call borrows a break iterator from a pool, so that none is opened per text.
class Tokenizer {
 public:
  Tokenizer();
  ~Tokenizer();
  Tokenizer(const Tokenizer&) = delete;
  Tokenizer& operator=(const Tokenizer&) = delete;

  // Words that hold a letter or a digit; punctuation, spaces and emoji are dropped. ICU keeps
  // "1.234,56", "31.12.2024" and "d.o.o" whole. REQUIRES: valid UTF-8 of less than 2 GB.
  std::vector<Word> Split(std::string_view text) const;

 private:
  struct Pool;
  std::unique_ptr<Pool> pool_;
};

}  // namespace pomocnik::index
