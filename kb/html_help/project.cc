#include "kb/html_help/project.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "kb/charset/charset.h"
#include "kb/html_help/compiled_project.h"
#include "kb/markdown/front_matter.h"

namespace pomocnik::kb::html_help {
namespace {

// Takes the next word off.
std::string_view TakeWord(std::string_view& text) {
  text = Trimmed(text);
  const std::size_t end = std::min(text.find_first_of(" \t"), text.size());
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(end);
  return word;
}

// 31000, 0x7918.
std::optional<int> NumberOf(std::string_view text) {
  int base = 10;
  if (text.starts_with("0x") || text.starts_with("0X")) {
    base = 16;
    text.remove_prefix(2);
  }
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  if (error != std::errc{} || end != text.data() + text.size() || number < 0) return std::nullopt;
  return number;
}

class Reader {
 public:
  Reader(const Files& files, Reporter& reporter) : files_(files), reporter_(reporter) {}

  Project Read(const SourceDocument& file) {
    // The language, and with it the character set, is known only when the project was read once.
    project_.charset = CharsetOf(file);
    folder_ = FolderOf(file.address);
    ReadFile(file, Section::kNone);
    return std::move(project_);
  }

 private:
  enum class Section { kNone, kOptions, kAlias, kMap };

  static std::string CharsetOf(const SourceDocument& file) {
    const std::string text =
        LowerCase(DecodeText(file.bytes.substr(0, kMaxProjectBytes), "windows-1250").text);
    constexpr std::string_view kKey = "\nlanguage=";
    const std::size_t at = text.find(kKey);
    if (at == std::string::npos) return Project().charset;
    std::string_view value = std::string_view(text).substr(at + kKey.size());
    value = value.substr(0, value.find('\n'));
    const auto language = NumberOf(TakeWord(value));
    return std::string(CharsetOfLanguage(language ? *language : 0));
  }

  void ReadFile(const SourceDocument& file, Section section) {
    if (file.bytes.size() > kMaxProjectBytes) {
      return reporter_.Warn(0, "'" + file.address + "' is larger than 4 MiB and passed over");
    }
    const std::string text = DecodeText(file.bytes, project_.charset).text;
    bool in_comment = false;
    int number = 0;
    for (std::string_view rest = text; !rest.empty();) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string line = WithoutComments(rest.substr(0, end), in_comment);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      ReadLine(Trimmed(line), ++number, section);
    }
  }

  // Comments of C, and lines that begin with ';'.
  static std::string WithoutComments(std::string_view line, bool& in_comment) {
    std::string out;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const std::string_view two = line.substr(i, 2);
      if (in_comment) {
        if (two == "*/") {
          in_comment = false;
          ++i;
        }
      } else if (two == "/*") {
        in_comment = true;
        ++i;
      } else if (two == "//" && (i == 0 || line[i - 1] != ':')) {
        break;
      } else {
        out += line[i];
      }
    }
    if (Trimmed(out).starts_with(';')) out.clear();
    return out;
  }

  void ReadLine(std::string_view line, int number, Section& section) {
    if (line.empty()) return;
    if (line.starts_with('[')) {
      const std::string name = LowerCase(line.substr(0, line.find(']')));
      section = name == "[options" ? Section::kOptions
                : name == "[alias" ? Section::kAlias
                : name == "[map"   ? Section::kMap
                                   : Section::kNone;
      return;
    }
    const bool has_keys = section == Section::kAlias || section == Section::kMap;
    if (has_keys && LowerCase(line).starts_with("#include"))
      return Include(line.substr(8), number, section);
    if (section == Section::kOptions) ReadOption(line);
    if (section == Section::kAlias) ReadAlias(line, number);
    if (section == Section::kMap) ReadNumber(line);
  }

  void Include(std::string_view name, int number, Section section) {
    name = Trimmed(name);
    if (name.starts_with('"') || name.starts_with('<')) {
      name.remove_prefix(1);
      name = name.substr(0, name.find_first_of("\">"));
    }
    const Target target = ResolveTarget(folder_, name);
    const SourceDocument* file = files_.Find(target.file);
    if (file == nullptr) {
      return reporter_.Warn(
          number, "'" + std::string(TruncateCodePoints(name, 80)) + "' is included but not there");
    }
    if (++includes_ > kMaxIncludes || !included_.insert(target.file).second) return;
    ReadFile(*file, section);
    included_.erase(target.file);
  }

  void ReadOption(std::string_view line) {
    const std::size_t equals = std::min(line.find('='), line.size());
    const std::string key = LowerCase(Trimmed(line.substr(0, equals)));
    const std::string_view value = Trimmed(line.substr(std::min(equals + 1, line.size())));
    if (key == "contents file") project_.contents = ResolveTarget(folder_, value).file;
    if (key == "index file") project_.index = ResolveTarget(folder_, value).file;
  }

  void ReadAlias(std::string_view line, int number) {
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos) {
      return reporter_.Warn(number, "this line of [ALIAS] is no NAME=file");
    }
    const std::string name(Trimmed(line.substr(0, equals)));
    std::string_view written = line.substr(equals + 1);
    written = Trimmed(written.substr(0, written.find(';')));
    if (project_.aliases.size() >= kMaxAliases) return;
    if (!names_.insert(name).second)
      return reporter_.Warn(number, "'" + name + "' is in [ALIAS] twice");
    project_.aliases.push_back({name, ResolveTarget(folder_, written), number});
  }

  void ReadNumber(std::string_view line) {
    if (TakeWord(line) != "#define") return;
    const std::string name(TakeWord(line));
    std::string_view word = TakeWord(line);
    if (word.starts_with('(') && word.ends_with(')')) word = word.substr(1, word.size() - 2);
    const auto number = NumberOf(word);
    if (number && project_.numbers.size() < kMaxAliases) project_.numbers.emplace(name, *number);
  }

  const Files& files_;
  Reporter& reporter_;
  Project project_;
  std::string folder_;
  std::set<std::string> names_;     // of aliases
  std::set<std::string> included_;  // that are being read
  int includes_ = 0;
};

std::string PathOf(const Files& files, std::string_view ending) {
  for (const auto& [path, document] : files.all()) {
    if (HasEnding(path, ending)) return path;
  }
  return {};
}

}  // namespace

Project ReadProject(const Files& files, Reporter& reporter) {
  Project project;
  if (const SourceDocument* file = files.FirstWithEnding(".hhp")) {
    project = Reader(files, reporter).Read(*file);
  } else if (files.Find("#system") != nullptr) {
    project = ReadCompiledProject(files, reporter);
  }
  if (files.Find(project.contents) == nullptr) project.contents = PathOf(files, ".hhc");
  if (files.Find(project.index) == nullptr) project.index = PathOf(files, ".hhk");
  return project;
}

}  // namespace pomocnik::kb::html_help
