#include "kb/markdown/front_matter.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "kb/markdown/address.h"

namespace pomocnik::kb {
namespace {

// Takes the first line off `rest`, without its end.
std::string_view TakeLine(std::string_view& rest) {
  std::size_t end = rest.find('\n');
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

bool IsFence(std::string_view line) {
  std::size_t end = line.find_last_not_of(" \t");
  return line.substr(0, end == std::string_view::npos ? 0 : end + 1) == "---";
}

bool IsLanguageCode(std::string_view text) {
  return text.size() == 2 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

constexpr std::string_view kNeverInScreens = "\"'\\<>,;[]{}";

// Of a program.
bool IsAppName(std::string_view text) {
  return !text.empty() && text.size() <= 100 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || c == '-';
  });
}

// Programs name their screens as they like: ".uno:PrintPreview", "modules/swriter/ui/watermarkdialog/Transparency".
bool IsScreenName(std::string_view text) {
  return !text.empty() && text.size() <= 100 && std::all_of(text.begin(), text.end(), [](char c) {
    return c > ' ' && c <= '~' && kNeverInScreens.find(c) == std::string_view::npos;
  });
}

// True if `value` stands in the line and is no part of a longer name.
bool HasName(std::string_view line, std::string_view value) {
  auto continues_name = [&](std::size_t position) {
    if (position >= line.size()) return false;
    char c = line[position];
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
  };
  for (std::size_t found = line.find(value); found != std::string_view::npos;
       found = line.find(value, found + 1)) {
    bool begins = found == 0 || !continues_name(found - 1);
    if (begins && !continues_name(found + value.size())) return true;
  }
  return false;
}

// Reads the values of one front matter; each function reads one key into one field.
class FieldReader {
 public:
  FieldReader(const yaml::Node& map, Reporter& reporter) : map_(map), reporter_(reporter) {}

  void Required(std::string_view key, std::string& field) {
    auto node = map_.Find(key);
    if (!node) return Fail(node, key, "is missing");
    Optional(key, field);
    bool is_empty = node->IsNull() || (node->IsScalar() && field.empty());
    if (is_empty) Fail(node, key, "is empty");
  }

  void Optional(std::string_view key, std::string& field) {
    auto node = map_.Find(key);
    if (!node || node->IsNull()) return;
    if (!node->IsScalar()) return Fail(node, key, "must be a text");
    field = OneLine(node->Scalar());
  }

  void Optional(std::string_view key, std::optional<Date>& field) {
    std::string text;
    Optional(key, text);
    if (text.empty()) return;
    field = ParseDate(text);
    if (!field) Fail(map_.Find(key), key, "must be a date like 2026-11-23, not '" + text + "'");
  }

  void Optional(std::string_view key, std::optional<int>& field) {
    std::string text;
    Optional(key, text);
    if (text.empty()) return;
    int number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc{} && end == text.data() + text.size() && number > 0) {
      field = number;
    } else {
      Fail(map_.Find(key), key, "must be a whole number above 0, not '" + text + "'");
    }
  }

  void Optional(std::string_view key, std::vector<std::string>& field) {
    auto node = map_.Find(key);
    if (!node || node->IsNull()) return;
    if (!node->IsSequence()) return Fail(node, key, "must be a list like [one, two]");
    for (const yaml::Node& item : node->Items()) {
      std::string text = OneLine(item.Scalar());
      if (text.empty()) {
        Fail(item, key, "holds something that is not a text");
      } else {
        field.push_back(std::move(text));
      }
    }
  }

  void Fail(const std::optional<yaml::Node>& node, std::string_view key, std::string_view problem) {
    reporter_.Fail(node ? node->line() : 1, "'" + std::string(key) + "' " + std::string(problem));
  }

 private:
  const yaml::Node& map_;
  Reporter& reporter_;
};

void WarnOfUnknownKeys(const yaml::Node& map, Reporter& reporter) {
  constexpr std::array<std::string_view, 17> kKnownKeys = {
      "id",         "title",     "module",  "kind",       "lang",     "f1",
      "tags",       "questions", "updated", "valid_from", "valid_to", "version_from",
      "version_to", "url",       "aliases", "related",    "issue"};
  for (const auto& [key, node] : map.Entries()) {
    if (std::find(kKnownKeys.begin(), kKnownKeys.end(), key) == kKnownKeys.end()) {
      reporter.Warn(node.line(), "unknown key '" + key + "'");
    }
  }
}

void ReadKind(const yaml::Node& map, FieldReader& fields, Article& article) {
  std::string name;
  fields.Required("kind", name);
  if (name.empty()) return;
  if (auto kind = ParseKind(name)) {
    article.kind = *kind;
  } else {
    fields.Fail(map.Find("kind"), "kind",
                "must be tip, f1, newsletter, policy, release, guide, legislation or stub, not '" +
                    name + "'");
  }
}

void ReadScreens(const yaml::Node& map, FieldReader& fields, Article& article) {
  std::vector<std::string> names;
  fields.Optional("f1", names);
  for (const std::string& name : names) {
    auto ref = ParseScreenRef(name);
    if (!ref) {
      fields.Fail(map.Find("f1"), "f1", "must list screens as [app:]SCREEN, not '" + name + "'");
    } else if (std::find(article.f1.begin(), article.f1.end(), *ref) == article.f1.end()) {
      article.f1.push_back(*ref);
    }
  }
}

void ReadRelated(const yaml::Node& map, FieldReader& fields, Article& article) {
  fields.Optional("related", article.related);
  for (const std::string& id : article.related) {
    if (!IsArticleId(id)) fields.Fail(map.Find("related"), "related", "holds no id: '" + id + "'");
  }
}

void ReadAliases(const yaml::Node& map, FieldReader& fields, Article& article) {
  fields.Optional("aliases", article.aliases);
  for (const std::string& alias : article.aliases) {
    if (IsArticleId(alias) || IsWebAddress(alias)) continue;
    fields.Fail(map.Find("aliases"), "aliases", "holds no address and no id: '" + alias + "'");
  }
}

void CheckValues(const yaml::Node& map, FieldReader& fields, const Article& article) {
  if (!article.id.empty() && !IsArticleId(article.id)) {
    fields.Fail(map.Find("id"), "id",
                "must be at most 100 lower-case letters (a-z), digits and hyphens, not '" +
                    article.id + "'");
  }
  if (!article.lang.empty() && !IsLanguageCode(article.lang)) {
    fields.Fail(map.Find("lang"), "lang",
                "must be a two-letter code like sl, not '" + article.lang + "'");
  }
  if (!article.url.empty() && !IsWebAddress(article.url)) {
    fields.Fail(map.Find("url"), "url", "must begin with https:// or http://");
  }
  if (article.valid_from && article.valid_to && *article.valid_from > *article.valid_to) {
    fields.Fail(map.Find("valid_to"), "valid_to", "is before 'valid_from'");
  }
}

}  // namespace

std::optional<ScreenRef> ParseScreenRef(std::string_view text) {
  ScreenRef ref;
  std::size_t colon = text.find(':');
  if (colon != std::string_view::npos) ref.app = text.substr(0, colon);
  ref.screen = text.substr(colon == std::string_view::npos ? 0 : colon + 1);
  if (!IsAppName(ref.app) || !IsScreenName(ref.screen)) return std::nullopt;
  return ref;
}

std::string OneLine(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (kWhiteSpace.find(c) == std::string_view::npos) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::optional<ArticleParts> SplitArticle(std::string_view markdown) {
  std::string_view rest = markdown;
  if (rest.starts_with(kByteOrderMark)) rest.remove_prefix(kByteOrderMark.size());
  if (!IsFence(TakeLine(rest))) return std::nullopt;
  ArticleParts parts;
  parts.body_line = 2;
  const char* begin = rest.data();
  while (!rest.empty()) {
    const char* end = rest.data();
    ++parts.body_line;
    if (!IsFence(TakeLine(rest))) continue;
    parts.front_matter = std::string_view(begin, static_cast<std::size_t>(end - begin));
    parts.body = rest;
    return parts;
  }
  return std::nullopt;
}

Article ReadFrontMatter(const yaml::Node& front_matter, Reporter& reporter) {
  Article article;
  article.lang.clear();  // required: the default is for articles made in code
  if (!front_matter.IsMap()) {
    reporter.Fail(front_matter.line(), "the front matter must be lines of 'key: value'");
    return article;
  }
  WarnOfUnknownKeys(front_matter, reporter);
  FieldReader fields(front_matter, reporter);
  fields.Required("id", article.id);
  fields.Required("title", article.title);
  fields.Required("module", article.module);
  ReadKind(front_matter, fields, article);
  fields.Required("lang", article.lang);
  ReadScreens(front_matter, fields, article);
  fields.Optional("tags", article.tags);
  fields.Optional("questions", article.questions);
  fields.Optional("updated", article.updated);
  fields.Optional("valid_from", article.valid_from);
  fields.Optional("valid_to", article.valid_to);
  fields.Optional("version_from", article.version_from);
  fields.Optional("version_to", article.version_to);
  fields.Optional("url", article.url);
  ReadAliases(front_matter, fields, article);
  ReadRelated(front_matter, fields, article);
  fields.Optional("issue", article.issue);
  CheckValues(front_matter, fields, article);
  return article;
}

int FrontMatterLine(std::string_view markdown, std::string_view key, std::string_view value) {
  auto parts = SplitArticle(markdown);
  if (!parts) return 1;
  int key_line = 0;
  std::string_view rest = parts->front_matter;
  for (int line_number = 2; !rest.empty(); ++line_number) {
    std::string_view line = TakeLine(rest);
    if (line.substr(0, 1) == "#") continue;
    bool begins_key = !line.empty() && kWhiteSpace.find(line[0]) == std::string_view::npos &&
                      line[0] != '-' && line[0] != ']';
    if (begins_key && key_line > 0) break;
    if (begins_key && line.substr(0, key.size()) == key &&
        line.find_first_not_of(kWhiteSpace, key.size()) == line.find(':', key.size())) {
      key_line = line_number;
    }
    if (key_line > 0 && HasName(line, value)) return line_number;
  }
  return std::max(key_line, 1);
}

}  // namespace pomocnik::kb
