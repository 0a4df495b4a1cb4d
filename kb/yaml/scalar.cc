#include "kb/yaml/scalar.h"

#include <algorithm>
#include <array>

#include "base/latin.h"
#include "base/utf8.h"

namespace pomocnik::kb::yaml {
namespace {

// What YAML or an editor may take for a line end, for nothing or for a mark of its own.
bool NeedsEscape(char32_t code_point) {
  return code_point < 0x20 || (code_point >= 0x7f && code_point < 0xa0) || code_point == 0x2028 ||
         code_point == 0x2029 || code_point == 0xfeff || code_point == 0xfffe ||
         code_point == 0xffff;
}

void AppendEscape(char32_t code_point, std::string& out) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) {
    out += kDigits[static_cast<std::size_t>(code_point >> shift) & 0xf];
  }
}

bool IsLatinLetter(char32_t code_point) { return PlainLetter(code_point) != 0; }

bool IsPlainCharacter(char32_t code_point) {
  constexpr std::u32string_view kMarks = U" -./()?!_";
  return IsLatinLetter(code_point) || (code_point >= U'0' && code_point <= U'9') ||
         kMarks.find(code_point) != std::u32string_view::npos;
}

// Words that YAML, in one of its versions, reads as something else.
bool IsReserved(std::string_view text) {
  constexpr std::array<std::string_view, 9> kWords = {"null", "true", "false", "yes", "no",
                                                      "on",   "off",  "y",     "n"};
  std::string lower;
  for (const char c : text) {
    lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return std::find(kWords.begin(), kWords.end(), lower) != kWords.end();
}

bool CanBePlain(std::string_view text) {
  if (text.empty() || text.back() == ' ' || IsReserved(text)) return false;
  std::size_t position = 0;
  if (!IsLatinLetter(NextCodePoint(text, position))) return false;
  while (position < text.size()) {
    if (!IsPlainCharacter(NextCodePoint(text, position))) return false;
  }
  return true;
}

}  // namespace

std::string Quoted(std::string_view text) {
  std::string out = "\"";
  for (std::size_t position = 0; position < text.size();) {
    const std::size_t begin = position;
    const char32_t code_point = NextCodePoint(text, position);
    if (NeedsEscape(code_point)) {
      AppendEscape(code_point, out);
      continue;
    }
    if (code_point == U'"' || code_point == U'\\') out += '\\';
    out += text.substr(begin, position - begin);
  }
  return out + '"';
}

std::string Plain(std::string_view text) {
  return CanBePlain(text) ? std::string(text) : Quoted(text);
}

std::string FlowList(const std::vector<std::string>& texts) {
  std::string out = "[";
  for (const std::string& text : texts) {
    if (out.size() > 1) out += ", ";
    // The library does not read a plain '?' before a comma or a bracket.
    const bool asks = text.find('?') != std::string::npos;
    out += asks ? Quoted(text) : Plain(text);
  }
  return out + "]";
}

}  // namespace pomocnik::kb::yaml
