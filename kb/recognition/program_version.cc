#include "kb/recognition/program_version.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "kb/recognition/words.h"

namespace pomocnik::kb::recognition {
namespace {

constexpr std::size_t kWordsBefore = 4;
constexpr std::size_t kBytesBefore = 60;
constexpr std::size_t kBytesAfter = 24;
constexpr std::size_t kShortLine = 140;  // bytes
constexpr std::size_t kBeginning = 240;  // bytes of a text that speak for the whole

std::string_view TakeDigits(std::string_view& text) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::string_view digits = text.substr(0, end);
  text.remove_prefix(end);
  return digits;
}

// What the words before a version say of it.
struct Mention {
  enum class Bound { kNone, kFrom, kTo };
  Bound bound = Bound::kNone;
  bool named = false;  // the word "version" stands before it
};

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool NamesVersion(std::string_view word) {
  for (const std::string_view beginning :
       {"verzij", "različic", "razlicic", "inačic", "version", "build"}) {
    if (word.starts_with(beginning)) return true;
  }
  return word == "ver";
}

Mention ReadBefore(std::string_view text, std::size_t position) {
  std::size_t begin = position - std::min(position, kBytesBefore);
  while (begin < position && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) ++begin;
  std::string_view before = text.substr(begin, position - begin);
  before.remove_prefix(std::min(before.find_last_of("\n.!?") + 1, before.size()));
  const std::vector<std::string> words = Words(before, kBytesBefore);
  Mention mention;
  const std::size_t first = words.size() - std::min(words.size(), kWordsBefore);
  for (std::size_t i = words.size(); i > first; --i) {
    const std::string& word = words[i - 1];
    if (NamesVersion(word)) mention.named = true;
    if (!mention.named || mention.bound != Mention::Bound::kNone) continue;
    if (IsOneOf(word, {"od", "z", "s", "v", "u", "sa", "from", "since", "with", "in", "iz"})) {
      mention.bound = Mention::Bound::kFrom;
    }
    if (IsOneOf(word, {"do", "before", "until", "to"})) mention.bound = Mention::Bound::kTo;
  }
  return mention;
}

// "… dalje", "… naprej": from this version on.
bool GoesOn(std::string_view text, std::size_t position) {
  std::string_view after = text.substr(position, kBytesAfter);
  after = after.substr(0, after.find('\n'));
  while (!IsValidUtf8(after)) after.remove_suffix(1);
  const std::vector<std::string> words = Words(after, 2);
  if (words.empty()) return false;
  if (IsOneOf(words[0], {"dalje", "naprej", "nadalje", "nadaljnje", "on", "onwards"})) return true;
  return words.size() > 1 && IsOneOf(words[0], {"in", "ali", "and", "or", "i", "ili"}) &&
         IsOneOf(words[1], {"dalje", "naprej", "novejše", "novejša", "kasnejše", "višje", "later",
                            "newer", "above", "up", "novije", "novija", "kasnije"});
}

// "6.23–6.25": the second version of a range.
std::optional<WrittenVersion> ReadAfterDash(std::string_view text, std::size_t position) {
  for (const std::string_view dash : {" – ", " - ", "–", "-", " do "}) {
    if (text.substr(position, dash.size()) != dash) continue;
    if (auto second = ReadVersion(text, position + dash.size())) return second;
  }
  return std::nullopt;
}

// "*** Navodila pripravljena z različico …", "Ustvarjeno na verziji …" in the last line.
bool IsFooter(std::string_view text, std::size_t position) {
  const std::size_t begin = text.substr(0, position).rfind('\n') + 1;
  const std::size_t end = std::min(text.find('\n', position), text.size());
  const std::string_view line = text.substr(begin, end - begin);
  const bool is_last = text.find_first_not_of(" \n", end) == std::string_view::npos;
  return line.starts_with("*") || line.starts_with("Navodil") ||
         (is_last && line.size() <= kShortLine);
}

class VersionFinder {
 public:
  explicit VersionFinder(std::string_view text) : text_(text) {}

  // Both ends of the first mention, and where it stands.
  bool Find() {
    for (std::size_t at = 0; at < text_.size(); ++at) {
      const bool begins = IsDigit(text_[at]) && (at == 0 || !IsPartOfNumber(text_[at - 1]));
      if (!begins) continue;
      const auto version = ReadVersion(text_, at);
      if (!version) continue;
      if (Take(at, *version)) return true;
      at = version->end;
    }
    return false;
  }

  VersionRange range;
  std::size_t position = 0;

 private:
  static bool IsPartOfNumber(char c) { return IsDigit(c) || c == '.' || c == '_' || c == ','; }

  bool Take(std::size_t at, const WrittenVersion& version) {
    const Mention mention = ReadBefore(text_, at);
    if (!mention.named) return false;
    position = at;
    if (mention.bound == Mention::Bound::kTo && !GoesOn(text_, version.end)) {
      range.to = version.version;
      return true;
    }
    range.from = version.version;
    if (auto last = ReadAfterDash(text_, version.end))
      range.to = last->version;
    else
      range.to = LastAfter(version.end);
    return true;
  }

  // "… do verzije 2024.01.001", in the same sentence.
  std::string LastAfter(std::size_t begin) const {
    for (std::size_t at = begin; at < std::min(text_.size(), begin + kBytesBefore); ++at) {
      if (text_[at] == '\n') break;
      if (!IsDigit(text_[at]) || IsPartOfNumber(text_[at - 1])) continue;
      const auto version = ReadVersion(text_, at);
      if (!version) continue;
      const Mention mention = ReadBefore(text_, at);
      return mention.named && mention.bound == Mention::Bound::kTo ? version->version : "";
    }
    return "";
  }

  std::string_view text_;
};

}  // namespace

std::optional<WrittenVersion> ReadVersion(std::string_view text, std::size_t position) {
  std::string_view rest = text.substr(position);
  std::vector<std::string_view> groups = {TakeDigits(rest)};
  char separator = 0;
  while (groups.size() < 4 && rest.size() > 1 && (rest[0] == '.' || rest[0] == '_') &&
         IsDigit(rest[1]) && (separator == 0 || rest[0] == separator)) {
    separator = rest[0];
    rest.remove_prefix(1);
    groups.push_back(TakeDigits(rest));
  }
  const bool is_year = groups[0].size() == 4 && groups[0].starts_with("20");
  const bool is_number = groups[0].size() == 1 && groups[0] != "0";
  const bool has_groups = is_year ? groups.size() == 3 : groups.size() == 2 || groups.size() == 3;
  if (!(is_year || is_number) || !has_groups) return std::nullopt;
  // "6.1" may be a chapter and "1.500,00" an amount; a version's second number has two digits, its third three.
  if (groups[1].size() < 2 || groups[1].size() > 3 || (is_number && groups[1].size() != 2)) {
    return std::nullopt;
  }
  if (groups.size() == 3 && groups[2].size() != 3) return std::nullopt;
  if (!rest.empty() && (rest[0] == ',' || rest[0] == '%') && rest.size() > 1 && IsDigit(rest[1])) {
    return std::nullopt;
  }
  WrittenVersion version;
  for (const std::string_view group : groups) {
    if (!version.version.empty()) version.version += '.';
    version.version += group;
  }
  version.end = text.size() - rest.size();
  return version;
}

std::optional<Guess<VersionRange>> FindVersions(std::string_view title, std::string_view text) {
  VersionFinder in_title(title);
  if (in_title.Find()) return Guess<VersionRange>{in_title.range, 0.95, "the title"};
  VersionFinder in_text(text);
  if (!in_text.Find()) return std::nullopt;
  if (IsFooter(text, in_text.position)) {
    return Guess<VersionRange>{in_text.range, 0.8, "the footer of the text"};
  }
  if (in_text.position <= kBeginning) {
    return Guess<VersionRange>{in_text.range, 0.9, "the beginning of the text"};
  }
  return Guess<VersionRange>{in_text.range, 0.4, "the text"};
}

}  // namespace pomocnik::kb::recognition
