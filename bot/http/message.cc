#include "bot/http/message.h"

#include <algorithm>

#include "base/utf8.h"

namespace pomocnik::bot::http {
namespace {

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool SameName(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return Lower(x) == Lower(y); });
}

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (Lower(c) >= 'a' && Lower(c) <= 'f') return Lower(c) - 'a' + 10;
  return -1;
}

enum class Plus { kLiteral, kSpace };

std::optional<std::string> Decode(std::string_view text, Plus plus) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '+' && plus == Plus::kSpace) c = ' ';
    if (text[i] == '%') {
      if (i + 2 >= text.size()) return std::nullopt;
      const int high = HexDigit(text[i + 1]);
      const int low = HexDigit(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      i += 2;
    }
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return std::nullopt;
    decoded += c;
  }
  if (!IsValidUtf8(decoded)) return std::nullopt;
  return decoded;
}

std::optional<std::vector<Parameter>> ParseQuery(std::string_view text) {
  std::vector<Parameter> query;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('&'), text.size());
    const std::string_view pair = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (pair.empty()) continue;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    auto name = Decode(pair.substr(0, equals), Plus::kSpace);
    auto value = Decode(pair.substr(std::min(equals + 1, pair.size())), Plus::kSpace);
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

std::optional<Target> ParseTarget(std::string_view target) {
  if (target.empty() || target.front() != '/') return std::nullopt;
  target = target.substr(0, target.find('#'));
  const std::size_t question_mark = std::min(target.find('?'), target.size());
  std::string_view path = target.substr(1, question_mark - 1);

  Target parsed;
  while (true) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    auto segment = Decode(path.substr(0, slash), Plus::kLiteral);
    if (!segment) return std::nullopt;
    parsed.segments.push_back(std::move(*segment));
    if (slash == path.size()) break;
    path.remove_prefix(slash + 1);
  }
  auto query = ParseQuery(target.substr(std::min(question_mark + 1, target.size())));
  if (!query) return std::nullopt;
  parsed.query = std::move(*query);
  return parsed;
}

}  // namespace pomocnik::bot::http
