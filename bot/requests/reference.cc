#include "bot/requests/reference.h"

#include <algorithm>

namespace pomocnik::bot {
namespace {

constexpr std::size_t kLength = 8;
constexpr std::size_t kMostReferences = 10;  // of one text

bool IsLetterOrDigit(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool IsUpperOrDigit(char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

}  // namespace

std::vector<std::string> FindReferences(std::string_view text) {
  std::vector<std::string> found;
  for (std::size_t at = text.find("P-"); at != std::string_view::npos;
       at = text.find("P-", at + 1)) {
    const std::string_view candidate = text.substr(at, kLength);
    const std::string_view rest = candidate.substr(2);
    const bool begins = at == 0 || !IsLetterOrDigit(text[at - 1]);
    const bool ends = at + kLength >= text.size() || !IsLetterOrDigit(text[at + kLength]);
    const bool whole =
        candidate.size() == kLength && std::all_of(rest.begin(), rest.end(), IsUpperOrDigit);
    const bool known = std::find(found.begin(), found.end(), candidate) != found.end();
    if (begins && ends && whole && !known) found.emplace_back(candidate);
    if (found.size() == kMostReferences) break;
  }
  return found;
}

}  // namespace pomocnik::bot
