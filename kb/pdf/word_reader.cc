#include "kb/pdf/word_reader.h"

#include <poppler-document.h>
#include <poppler-page.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <exception>
#include <memory>
#include <utility>

#include "base/ascii.h"
#include "kb/charset/charset.h"
#include "kb/markdown/front_matter.h"

namespace pomocnik::kb::pdf {
namespace {

std::string Utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return DecodeText(std::string_view(bytes.data(), bytes.size()), "utf-8").text;
}

bool IsBold(const std::string& font) {
  constexpr std::array<std::string_view, 5> kNames = {"bold", "black", "heavy", "demi", "-bd"};
  const std::string lower = LowerCase(font);
  return std::any_of(kNames.begin(), kNames.end(),
                     [&](std::string_view name) { return lower.find(name) != std::string::npos; });
}

std::optional<Date> DayOf(const poppler::document& document) {
  constexpr std::time_t kLastSecond = 253'402'300'799;  // of the year 9999
  for (const std::time_t seconds :
       {document.get_modification_date_t(), document.get_creation_date_t()}) {
    if (seconds <= 0 || seconds > kLastSecond) continue;
    const std::chrono::sys_seconds instant{std::chrono::seconds(seconds)};
    return Date(std::chrono::floor<std::chrono::days>(instant));
  }
  return std::nullopt;
}

// A place that can be reckoned with: fonts and matrices in files may say anything.
bool IsSound(const Word& word) {
  constexpr double kFarthest = 100'000;
  const std::array<double, 5> numbers = {word.left, word.top, word.right, word.bottom, word.size};
  return std::all_of(
             numbers.begin(), numbers.end(),
             [](double number) { return std::isfinite(number) && std::abs(number) < kFarthest; }) &&
         word.left <= word.right && word.top <= word.bottom && word.size >= 1;
}

Page ReadPage(const poppler::page& source) {
  Page page;
  const poppler::rectf size = source.page_rect();
  page.width = size.width();
  page.height = size.height();
  const auto boxes = source.text_list(poppler::page::text_list_include_font);
  page.words.reserve(boxes.size());
  for (const poppler::text_box& box : boxes) {
    const poppler::rectf place = box.bbox();
    Word word{.text = OneLine(Utf8(box.text())),
              .left = place.left(),
              .top = place.top(),
              .right = place.right(),
              .bottom = place.bottom(),
              .size = box.get_font_size()};
    if (word.text.empty() || box.rotation() != 0 || !IsSound(word)) continue;
    word.bold = box.has_font_info() && IsBold(box.get_font_name());
    page.words.push_back(std::move(word));
  }
  return page;
}

Result<Pages> ReadDocument(const poppler::document& document) {
  if (document.is_locked()) return Error::InvalidArgument("it is encrypted with a password");
  Pages pages;
  pages.title = OneLine(Utf8(document.get_title()));
  pages.modified = DayOf(document);
  const int count = document.pages();
  std::size_t words = 0;
  for (int i = 0; i < std::min(count, kMaxPages) && words < kMaxWords; ++i) {
    const std::unique_ptr<poppler::page> page(document.create_page(i));
    if (!page) continue;
    pages.pages.push_back(ReadPage(*page));
    words += pages.pages.back().words.size();
  }
  pages.cut_off = count > kMaxPages || words >= kMaxWords;
  return pages;
}

// What the library says of each damage goes to nobody: a damaged part is left out.
void BeSilent() {
  static const bool kSilent = [] {
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    return true;
  }();
  static_cast<void>(kSilent);
}

}  // namespace

Result<Pages> ReadWords(std::string_view bytes) {
  if (bytes.size() > kMaxBytes) return Error::InvalidArgument("it is larger than 32 MiB");
  if (bytes.substr(0, 1024).find("%PDF-") == std::string_view::npos) {
    return Error::InvalidArgument("it is no PDF");
  }
  BeSilent();
  try {
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!document) return Error::InvalidArgument("it is damaged");
    return ReadDocument(*document);
  } catch (const std::exception& exception) {
    return Error::InvalidArgument("it cannot be read: " + std::string(exception.what()));
  }
}

}  // namespace pomocnik::kb::pdf
