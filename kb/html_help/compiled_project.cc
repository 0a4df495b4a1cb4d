#include "kb/html_help/compiled_project.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "kb/charset/charset.h"

namespace pomocnik::kb::html_help {
namespace {

// Lowest byte first; absent behind the end.
std::optional<std::uint32_t> NumberAt(std::string_view bytes, std::size_t offset,
                                      std::size_t size) {
  if (offset > bytes.size() || bytes.size() - offset < size) return std::nullopt;
  std::uint32_t number = 0;
  for (std::size_t i = size; i > 0; --i) {
    number = number << 8 | static_cast<unsigned char>(bytes[offset + i - 1]);
  }
  return number;
}

// The language in "#SYSTEM": entries of a code, a length and so many bytes, after a version; code 4 begins with the language.
std::optional<std::uint32_t> LanguageOf(std::string_view system) {
  constexpr std::uint32_t kLanguage = 4;
  std::size_t at = 4;
  while (true) {
    const auto code = NumberAt(system, at, 2);
    const auto length = NumberAt(system, at + 2, 2);
    if (!code || !length) return std::nullopt;
    if (*code == kLanguage) return NumberAt(system, at + 4, 4);
    at += 4 + *length;
  }
}

// The file that is meant: some compilers write where it lay on the computer they ran on.
Target InHelp(Target target, const Files& files) {
  std::string_view rest = target.file;
  while (files.Find(rest) == nullptr) {
    const std::size_t slash = rest.find('/');
    if (slash == std::string_view::npos) return target;
    rest.remove_prefix(slash + 1);
  }
  return {std::string(rest), std::move(target.anchor)};
}

}  // namespace

std::string_view CharsetOfLanguage(int language) {
  constexpr int kSerbianCyrillic = 0x0C1A;
  constexpr int kPrimary = 0x3FF;
  if (language == kSerbianCyrillic) return "windows-1251";
  switch (language & kPrimary) {
    case 0x07:  // German
    case 0x09:  // English
    case 0x0C:  // French
    case 0x10:  // Italian
      return "windows-1252";
    case 0x19:  // Russian
    case 0x2F:  // Macedonian
      return "windows-1251";
    default:
      return "windows-1250";
  }
}

Project ReadCompiledProject(const Files& files, Reporter& reporter) {
  constexpr std::size_t kEntry = 8;
  Project project;
  const SourceDocument* system = files.Find("#system");
  const auto language = system == nullptr ? std::nullopt : LanguageOf(system->bytes);
  project.charset = CharsetOfLanguage(language ? static_cast<int>(*language & 0xFFFF) : 0);

  const SourceDocument* numbers = files.Find("#ivb");
  const SourceDocument* strings = files.Find("#strings");
  if (numbers == nullptr || strings == nullptr) return project;
  std::set<std::uint32_t> taken;
  for (std::size_t at = 4; at + kEntry <= numbers->bytes.size(); at += kEntry) {
    const auto number = NumberAt(numbers->bytes, at, 4);
    const auto offset = NumberAt(numbers->bytes, at + 4, 4);
    const bool fits = number && offset && *number <= 0x7FFFFFFF && *offset < strings->bytes.size();
    if (!fits || !taken.insert(*number).second || project.aliases.size() >= kMaxAliases) {
      reporter.Warn(0, "a number of the help leads to no topic or to several; it is passed over");
      continue;
    }
    const std::string_view rest = std::string_view(strings->bytes).substr(*offset);
    const std::string written =
        DecodeText(rest.substr(0, std::min(rest.find('\0'), std::size_t{1000})), project.charset)
            .text;
    const std::string name = std::to_string(*number);
    project.numbers.emplace(name, static_cast<int>(*number));
    project.aliases.push_back({name, InHelp(ResolveTarget({}, written), files), 0});
  }
  return project;
}

}  // namespace pomocnik::kb::html_help
