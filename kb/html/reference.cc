#include "kb/html/reference.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/utf8.h"

namespace pomocnik::kb::html {
namespace {

// Without what browsers drop from an address before they read it.
std::string Cleaned(std::string_view reference) {
  std::size_t begin = 0;
  while (begin < reference.size() && static_cast<unsigned char>(reference[begin]) <= ' ') ++begin;
  std::size_t end = reference.size();
  while (end > begin && static_cast<unsigned char>(reference[end - 1]) <= ' ') --end;
  std::string out(reference.substr(begin, end - begin));
  std::erase_if(out, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  return out;
}

std::string WithEncodedSpaces(std::string_view address) {
  std::string out;
  out.reserve(address.size());
  for (char c : address) {
    if (c == ' ') {
      out += "%20";
    } else {
      out += c;
    }
  }
  return out;
}

int HexDigit(char c) {
  if (IsDigit(c)) return c - '0';
  char lower = ToLower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// "slika%201.png" -> "slika 1.png": how a file is called. What would be no text stays as it is.
std::string WithoutEncoding(std::string_view path) {
  std::string out;
  out.reserve(path.size());
  for (std::size_t at = 0; at < path.size(); ++at) {
    bool is_code = path[at] == '%' && at + 2 < path.size() && HexDigit(path[at + 1]) >= 0 &&
                   HexDigit(path[at + 2]) >= 0;
    if (is_code) {
      out += static_cast<char>(HexDigit(path[at + 1]) * 16 + HexDigit(path[at + 2]));
      at += 2;
    } else {
      out += path[at];
    }
  }
  const bool is_text = IsValidUtf8(out) && out.find('\0') == std::string::npos;
  return is_text ? out : std::string(path);
}

// "https://host" of an absolute address; empty of a relative one.
std::string_view OriginOf(std::string_view base) {
  std::size_t host = base.find("://");
  if (SchemeOf(base).empty() || host == std::string_view::npos) return {};
  return base.substr(0, base.find_first_of("/?#", host + 3));
}

// Without "." and ".." parts. Keeps a slash at the beginning and the end.
std::string WithoutDots(std::string_view path) {
  const bool is_rooted = path.starts_with('/');
  std::string out;
  while (!path.empty()) {
    std::size_t slash = path.find('/');
    std::string_view part = path.substr(0, slash);
    path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
    if (part == "..") {
      if (!out.empty()) out.pop_back();
      out.erase(out.find_last_of('/') + 1);
    } else if (!part.empty() && part != ".") {
      out += part;
      if (slash != std::string_view::npos) out += '/';
    }
  }
  return is_rooted ? "/" + out : out;
}

// A path that begins at the root, or beside what `base` names.
std::string Merged(std::string_view base, std::string_view path) {
  if (path.starts_with('/')) return std::string(path);
  return std::string(base.substr(0, base.find_last_of('/') + 1)) + std::string(path);
}

// A file beside the file `base`. In a folder there is no other root than the folder itself.
std::string ResolveInFolder(std::string_view base, std::string_view reference) {
  if (reference.starts_with("//")) return "";
  std::string path = WithoutEncoding(WithoutQuery(reference));
  if (path.empty()) return std::string(base);
  std::string resolved = WithoutDots(Merged(base, path));
  return resolved.starts_with('/') ? resolved.substr(1) : resolved;
}

}  // namespace

std::string SchemeOf(std::string_view address) {
  if (address.empty() || !IsLetter(address[0])) return "";
  std::size_t end = 0;
  while (end < address.size() &&
         (IsLetter(address[end]) || IsDigit(address[end]) ||
          std::string_view("+-.").find(address[end]) != std::string_view::npos)) {
    ++end;
  }
  if (end == address.size() || address[end] != ':') return "";
  std::string scheme(address.substr(0, end));
  std::transform(scheme.begin(), scheme.end(), scheme.begin(), ToLower);
  return scheme;
}

std::string_view WithoutFragment(std::string_view address) {
  return address.substr(0, address.find('#'));
}

std::string_view WithoutQuery(std::string_view address) {
  return address.substr(0, address.find_first_of("?#"));
}

std::string_view LastPart(std::string_view address) {
  std::string_view path = WithoutQuery(address);
  return path.substr(path.find_last_of('/') + 1);
}

bool IsAttachment(std::string_view address) {
  constexpr std::array<std::string_view, 10> kEndings = {".pdf", ".doc",  ".docx", ".xls", ".xlsx",
                                                         ".ppt", ".pptx", ".odt",  ".ods", ".zip"};
  std::string name(LastPart(address));
  std::transform(name.begin(), name.end(), name.begin(), ToLower);
  return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) {
    return name.size() > ending.size() && name.ends_with(ending);
  });
}

std::string ResolveReference(std::string_view base, std::string_view reference) {
  std::string cleaned = Cleaned(reference);
  if (!SchemeOf(cleaned).empty()) return WithEncodedSpaces(cleaned);
  std::string_view origin = OriginOf(base);
  if (origin.empty()) return ResolveInFolder(base, cleaned);
  std::replace(cleaned.begin(), cleaned.end(), '\\', '/');
  cleaned = WithEncodedSpaces(cleaned);
  std::string_view rest = cleaned;
  if (rest.starts_with("//")) return SchemeOf(base) + ":" + cleaned;
  if (rest.empty() || rest[0] == '#') return std::string(WithoutFragment(base)) + cleaned;
  if (rest[0] == '?') return std::string(WithoutQuery(base)) + cleaned;
  std::string_view path = WithoutQuery(rest);
  std::string_view tail = rest.substr(path.size());
  std::string merged = Merged(WithoutQuery(base).substr(origin.size()), path);
  if (!merged.starts_with('/')) merged.insert(0, 1, '/');
  return std::string(origin) + WithoutDots(merged) + std::string(tail);
}

}  // namespace pomocnik::kb::html
