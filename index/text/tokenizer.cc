#include "index/text/tokenizer.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <cstdint>
#include <mutex>

namespace pomocnik::index {
namespace {

struct CloseIterator {
  void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};
using Iterator = std::unique_ptr<UBreakIterator, CloseIterator>;

bool IsGlue(std::string_view between) { return between == "-" || between == "/" || between == "‑"; }

}  // namespace

struct Tokenizer::Pool {
  std::mutex mutex;
  std::vector<Iterator> idle;

  // Null when ICU has no break rules, which a broken installation may cause.
  Iterator Take() {
    {
      std::lock_guard lock(mutex);
      if (!idle.empty()) {
        Iterator iterator = std::move(idle.back());
        idle.pop_back();
        return iterator;
      }
    }
    UErrorCode status = U_ZERO_ERROR;
    return Iterator(ubrk_open(UBRK_WORD, "sl", nullptr, 0, &status));
  }

  void Return(Iterator iterator) {
    std::lock_guard lock(mutex);
    idle.push_back(std::move(iterator));
  }
};

Tokenizer::Tokenizer() : pool_(std::make_unique<Pool>()) {}
Tokenizer::~Tokenizer() = default;

std::vector<Word> Tokenizer::Split(std::string_view text) const {
  std::vector<Word> words;
  Iterator iterator = pool_->Take();
  if (!iterator) return words;
  UErrorCode status = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text.data(), static_cast<std::int64_t>(text.size()), &status);
  ubrk_setUText(iterator.get(), &utext, &status);
  if (U_SUCCESS(status)) {
    std::int32_t begin = ubrk_first(iterator.get());
    for (std::int32_t end = ubrk_next(iterator.get()); end != UBRK_DONE;
         begin = end, end = ubrk_next(iterator.get())) {
      if (ubrk_getRuleStatus(iterator.get()) < UBRK_WORD_NUMBER) continue;
      Word word{static_cast<std::size_t>(begin), static_cast<std::size_t>(end)};
      word.glued =
          !words.empty() && IsGlue(text.substr(words.back().end, word.begin - words.back().end));
      words.push_back(word);
    }
  }
  utext_close(&utext);
  pool_->Return(std::move(iterator));
  return words;
}

}  // namespace pomocnik::index
