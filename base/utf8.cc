#include "base/utf8.h"

#include <cassert>

namespace pomocnik {
namespace {

bool IsContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// The length in bytes of the well-formed sequence at `position`, or 0. Ranges from the Unicode Standard,
// table 3-7.
std::size_t SequenceLength(std::string_view text, std::size_t position) {
  auto at = [&](std::size_t i) {
    return position + i < text.size() ? static_cast<unsigned char>(text[position + i]) : 0u;
  };
  auto within = [](unsigned byte, unsigned low, unsigned high) {
    return byte >= low && byte <= high;
  };
  unsigned first = at(0);
  if (first < 0x80) return 1;
  if (within(first, 0xC2, 0xDF)) return within(at(1), 0x80, 0xBF) ? 2 : 0;
  if (within(first, 0xE0, 0xEF)) {
    unsigned low = first == 0xE0 ? 0xA0 : 0x80;
    unsigned high = first == 0xED ? 0x9F : 0xBF;
    return within(at(1), low, high) && within(at(2), 0x80, 0xBF) ? 3 : 0;
  }
  if (within(first, 0xF0, 0xF4)) {
    unsigned low = first == 0xF0 ? 0x90 : 0x80;
    unsigned high = first == 0xF4 ? 0x8F : 0xBF;
    bool rest = within(at(2), 0x80, 0xBF) && within(at(3), 0x80, 0xBF);
    return within(at(1), low, high) && rest ? 4 : 0;
  }
  return 0;
}

}  // namespace

bool IsValidUtf8(std::string_view text) {
  for (std::size_t position = 0; position < text.size();) {
    std::size_t length = SequenceLength(text, position);
    if (length == 0) return false;
    position += length;
  }
  return true;
}

std::size_t CountCodePoints(std::string_view text) {
  std::size_t count = 0;
  for (char byte : text) count += IsContinuation(byte) ? 0 : 1;
  return count;
}

std::string_view TruncateCodePoints(std::string_view text, std::size_t limit) {
  std::size_t position = 0;
  for (; position < text.size(); ++position) {
    if (!IsContinuation(text[position]) && limit-- == 0) break;
  }
  return text.substr(0, position);
}

char32_t NextCodePoint(std::string_view text, std::size_t& position) {
  std::size_t length = SequenceLength(text, position);
  assert(length > 0);
  auto first = static_cast<unsigned char>(text[position]);
  static constexpr unsigned char kLeadMask[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
  char32_t code_point = first & kLeadMask[length];
  for (std::size_t i = 1; i < length; ++i) {
    code_point = (code_point << 6) | (static_cast<unsigned char>(text[position + i]) & 0x3Fu);
  }
  position += length;
  return code_point;
}

void AppendCodePoint(char32_t code_point, std::string& out) {
  auto push = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    push(code_point);
  } else if (code_point < 0x800) {
    push(0xC0 | (code_point >> 6));
    push(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    push(0xE0 | (code_point >> 12));
    push(0x80 | ((code_point >> 6) & 0x3F));
    push(0x80 | (code_point & 0x3F));
  } else {
    push(0xF0 | (code_point >> 18));
    push(0x80 | ((code_point >> 12) & 0x3F));
    push(0x80 | ((code_point >> 6) & 0x3F));
    push(0x80 | (code_point & 0x3F));
  }
}

}  // namespace pomocnik
