#include "bot/http/message.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"

namespace pomocnik::bot::http {
namespace {

bool SameName(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return ToLower(x) == ToLower(y); });
}

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (ToLower(c) >= 'a' && ToLower(c) <= 'f') return ToLower(c) - 'a' + 10;
  return -1;
}

enum class Plus { kLiteral, kSpace };

// The byte that an escape at `i` stands for; -1 when it is none.
int EscapedByte(std::string_view text, std::size_t i) {
  if (i + 2 >= text.size()) return -1;
  const int high = HexDigit(text[i + 1]);
  const int low = HexDigit(text[i + 2]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

// Absent when an escape is none.
std::optional<std::string> DecodeEscapes(std::string_view text, Plus plus, Decoding decoding) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '+' && plus == Plus::kSpace) c = ' ';
    if (text[i] == '%') {
      const int byte = EscapedByte(text, i);
      if (byte < 0 && decoding == Decoding::kStrict) return std::nullopt;
      if (byte >= 0) {
        c = static_cast<char>(byte);
        i += 2;
      }
    }
    decoded += c;
  }
  return decoded;
}

bool IsControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

// The letters of our languages in Windows-1250; a question mark for the others.
char32_t WindowsLetter(unsigned char byte) {
  constexpr std::pair<unsigned char, char32_t> kLetters[] = {
      {0x8A, U'Š'}, {0x8E, U'Ž'}, {0x9A, U'š'}, {0x9E, U'ž'}, {0xC6, U'Ć'},
      {0xC8, U'Č'}, {0xD0, U'Đ'}, {0xE6, U'ć'}, {0xE8, U'č'}, {0xF0, U'đ'}};
  for (const auto& [code, letter] : kLetters) {
    if (code == byte) return letter;
  }
  return U'?';
}

std::string FromWindows(std::string_view text) {
  std::string utf8;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      utf8 += c;
    } else {
      AppendCodePoint(WindowsLetter(byte), utf8);
    }
  }
  return utf8;
}

std::optional<std::string> Decode(std::string_view text, Plus plus, Decoding decoding) {
  auto decoded = DecodeEscapes(text, plus, decoding);
  if (!decoded) return std::nullopt;
  if (decoding == Decoding::kForgiving) {
    if (!IsValidUtf8(*decoded)) decoded = FromWindows(*decoded);
    std::replace_if(decoded->begin(), decoded->end(), IsControl, ' ');
    return decoded;
  }
  if (std::any_of(decoded->begin(), decoded->end(), IsControl)) return std::nullopt;
  if (!IsValidUtf8(*decoded)) return std::nullopt;
  return decoded;
}

std::optional<std::vector<Parameter>> ParseQuery(std::string_view text, Decoding decoding) {
  std::vector<Parameter> query;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('&'), text.size());
    const std::string_view pair = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (pair.empty()) continue;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    auto name = Decode(pair.substr(0, equals), Plus::kSpace, decoding);
    auto value = Decode(pair.substr(std::min(equals + 1, pair.size())), Plus::kSpace, decoding);
    if (!name || !value) return std::nullopt;
    query.push_back({std::move(*name), std::move(*value)});
  }
  return query;
}

}  // namespace

std::optional<std::string_view> FindHeader(const Headers& headers, std::string_view name) {
  for (const Header& header : headers) {
    if (SameName(header.name, name)) return header.value;
  }
  return std::nullopt;
}

std::size_t CountHeaders(const Headers& headers, std::string_view name) {
  return static_cast<std::size_t>(
      std::count_if(headers.begin(), headers.end(),
                    [&](const Header& header) { return SameName(header.name, name); }));
}

std::optional<std::string_view> Request::FindQuery(std::string_view name) const {
  for (const Parameter& parameter : query) {
    if (parameter.name == name) return parameter.value;
  }
  return std::nullopt;
}

std::optional<Target> ParseTarget(std::string_view target, Decoding decoding) {
  if (target.empty() || target.front() != '/') return std::nullopt;
  target = target.substr(0, target.find('#'));
  const std::size_t question_mark = std::min(target.find('?'), target.size());
  std::string_view path = target.substr(1, question_mark - 1);

  Target parsed;
  while (true) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    auto segment = Decode(path.substr(0, slash), Plus::kLiteral, decoding);
    if (!segment) return std::nullopt;
    parsed.segments.push_back(std::move(*segment));
    if (slash == path.size()) break;
    path.remove_prefix(slash + 1);
  }
  auto query = ParseQuery(target.substr(std::min(question_mark + 1, target.size())), decoding);
  if (!query) return std::nullopt;
  parsed.query = std::move(*query);
  return parsed;
}

}  // namespace pomocnik::bot::http
