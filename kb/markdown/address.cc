#include "kb/markdown/address.h"

#include <algorithm>

#include "base/ascii.h"

namespace pomocnik::kb {
namespace {

constexpr std::string_view kArticleScheme = "article:";

// `prefix` is in lower case.
bool HasPrefix(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() &&
         std::equal(prefix.begin(), prefix.end(), text.begin(),
                    [](char expected, char c) { return expected == ToLower(c); });
}

// Browsers drop or reinterpret these, so that what they open differs from what was checked.
bool HasTreacherousCharacter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '\x7f' || c == '\\';
  });
}

}  // namespace

bool IsArticleId(std::string_view text) {
  return !text.empty() && text.size() <= 100 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

bool IsWebAddress(std::string_view text) {
  if (HasTreacherousCharacter(text)) return false;
  for (std::string_view scheme : {"https://", "http://"}) {
    if (HasPrefix(text, scheme)) return text.size() > scheme.size() && text[scheme.size()] != '/';
  }
  return false;
}

bool IsAllowedLink(std::string_view address) {
  if (HasTreacherousCharacter(address)) return false;
  if (IsWebAddress(address) || !LinkedArticle(address).empty()) return true;
  for (std::string_view scheme : {"mailto:", "tel:"}) {
    if (HasPrefix(address, scheme)) return address.size() > scheme.size();
  }
  // "//host" is not a path but another server.
  return !address.empty() && address[0] == '/' && (address.size() == 1 || address[1] != '/');
}

std::string_view LinkedArticle(std::string_view address) {
  if (address.substr(0, kArticleScheme.size()) != kArticleScheme) return {};
  address.remove_prefix(kArticleScheme.size());
  return IsArticleId(address) ? address : std::string_view{};
}

std::string ArticleAddress(std::string_view id) { return std::string(kArticleScheme).append(id); }

bool IsAllowedImage(std::string_view address) {
  constexpr std::string_view kFolder = "/media/";
  // '%' could hide dots and slashes from this check.
  return address.size() > kFolder.size() && address.substr(0, kFolder.size()) == kFolder &&
         !HasTreacherousCharacter(address) && address.find("..") == std::string_view::npos &&
         address.find("//") == std::string_view::npos &&
         address.find_first_of("%?#") == std::string_view::npos;
}

}  // namespace pomocnik::kb
