#include "kb/markdown/article_writer.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/utf8.h"
#include "kb/markdown/article_parser.h"
#include "kb/markdown/front_matter.h"
#include "kb/markdown/slug.h"
#include "kb/yaml/node.h"
#include "kb/yaml/scalar.h"

namespace pomocnik::kb {
namespace {

constexpr std::string_view kFence = "---\n";
constexpr std::size_t kLongestSlug = 80;  // leaves room for a number below the 100 of an id

std::string FormatOptional(const std::optional<Date>& date) {
  return date ? FormatDate(*date) : std::string();
}

std::string QuotedOrNothing(const std::string& text) {
  return text.empty() ? std::string() : yaml::Quoted(text);
}

std::string ListOrNothing(const std::vector<std::string>& texts) {
  return texts.empty() ? std::string() : yaml::FlowList(texts);
}

std::string FormatScreens(const Article& article) {
  std::vector<std::string> names;
  for (const ScreenRef& ref : article.f1) {
    const bool is_plain = ref.app == ScreenRef().app && ref.screen.find(':') == std::string::npos;
    names.push_back(is_plain ? ref.screen : ref.app + ":" + ref.screen);
  }
  return ListOrNothing(names);
}

// One a line: they are sentences.
std::string FormatQuestions(const Article& article) {
  std::string lines;
  for (const std::string& question : article.questions) {
    lines += "\n  - " + yaml::Plain(question);
  }
  return lines;
}

// A key with the YAML of its value: "" when the article has none.
struct Key {
  std::string_view name;
  std::string (*format)(const Article&);
};

// In the order of kb/README.md.
constexpr Key kKeys[] = {
    {"id", [](const Article& article) { return yaml::Plain(article.id); }},
    {"title", [](const Article& article) { return yaml::Quoted(article.title); }},
    {"module", [](const Article& article) { return yaml::Plain(article.module); }},
    {"kind", [](const Article& article) { return std::string(KindName(article.kind)); }},
    {"lang", [](const Article& article) { return yaml::Plain(article.lang); }},
    {"f1", FormatScreens},
    {"tags", [](const Article& article) { return ListOrNothing(article.tags); }},
    {"questions", FormatQuestions},
    {"updated", [](const Article& article) { return FormatOptional(article.updated); }},
    {"valid_from", [](const Article& article) { return FormatOptional(article.valid_from); }},
    {"valid_to", [](const Article& article) { return FormatOptional(article.valid_to); }},
    {"version_from", [](const Article& article) { return QuotedOrNothing(article.version_from); }},
    {"version_to", [](const Article& article) { return QuotedOrNothing(article.version_to); }},
    {"url", [](const Article& article) { return QuotedOrNothing(article.url); }},
    {"aliases", [](const Article& article) { return ListOrNothing(article.aliases); }},
    {"related", [](const Article& article) { return ListOrNothing(article.related); }},
    {"issue",
     [](const Article& article) {
       return article.issue ? std::to_string(*article.issue) : std::string();
     }},
};

std::string FormatLine(std::string_view name, std::string_view value) {
  if (value.empty()) return "";
  std::string line(name);
  line += value.front() == '\n' ? ":" : ": ";
  return line.append(value) + "\n";
}

// Begins with what belongs to the front matter, and ends with a line end.
std::string Join(std::string_view front_matter, std::string_view body) {
  std::string text(kFence);
  text.append(front_matter).append(kFence).append("\n").append(body);
  if (text.back() != '\n') text += '\n';
  return text;
}

std::vector<std::string> SplitLines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1);
    lines.emplace_back(text.substr(0, end + 1));
    text.remove_prefix(end + 1);
  }
  return lines;
}

bool IsBlank(std::string_view line) { return line.find_first_not_of(" \t\r\n") == line.npos; }

bool BeginsKey(std::string_view line, std::string_view name) {
  if (!line.starts_with(name)) return false;
  const std::size_t next = line.find_first_not_of(" \t", name.size());
  return next != std::string_view::npos && line[next] == ':';
}

// Whether a line goes on with the value of the key above it.
bool Continues(std::string_view line) {
  return std::string_view(" \t-]}").find(line.front()) != std::string_view::npos;
}

// Puts `value` in the place of what the key has, or behind the last key; without a value the key goes.
void SetKey(std::vector<std::string>& lines, std::string_view name, std::string_view value) {
  const auto begin = std::find_if(lines.begin(), lines.end(), [name](const std::string& line) {
    return BeginsKey(line, name);
  });
  if (begin == lines.end()) {
    if (!value.empty()) lines.push_back(FormatLine(name, value));
    return;
  }
  auto end = begin + 1;
  for (auto line = end; line != lines.end(); ++line) {
    if (IsBlank(*line)) continue;
    if (!Continues(*line)) break;
    end = line + 1;
  }
  const auto place = lines.erase(begin, end);
  if (!value.empty()) lines.insert(place, FormatLine(name, value));
}

std::optional<Article> Parse(std::string_view file) {
  Diagnostics ignored;
  return ParseArticle(file, "", ignored);
}

bool SaysTheSame(const Article& one, const Article& other) {
  return std::all_of(std::begin(kKeys), std::end(kKeys),
                     [&](const Key& key) { return key.format(one) == key.format(other); });
}

}  // namespace

std::string FormatArticle(const Article& article, std::string_view body) {
  std::string front_matter;
  for (const Key& key : kKeys) front_matter += FormatLine(key.name, key.format(article));
  return Join(front_matter, body);
}

std::string RewriteArticle(std::string_view file, const Article& article, std::string_view body) {
  const auto parts = SplitArticle(file);
  const auto before = Parse(file);
  if (!parts || !before) return FormatArticle(article, body);
  std::vector<std::string> lines = SplitLines(parts->front_matter);
  for (const Key& key : kKeys) {
    const std::string value = key.format(article);
    if (value != key.format(*before)) SetKey(lines, key.name, value);
  }
  std::string front_matter;
  for (const std::string& line : lines) front_matter += line;
  std::string text = Join(front_matter, body);
  // A front matter that is laid out in some other way than line by line is written anew.
  const auto after = Parse(text);
  return after && SaysTheSame(*after, article) ? text : FormatArticle(article, body);
}

std::string_view BodyOf(std::string_view file) {
  const auto parts = SplitArticle(file);
  if (!parts) return {};
  std::string_view body = parts->body;
  while (!body.empty()) {
    if (body.starts_with(kByteOrderMark)) {
      body.remove_prefix(kByteOrderMark.size());
      continue;
    }
    const std::string_view line = body.substr(0, body.find('\n'));
    if (!IsBlank(line)) break;
    body.remove_prefix(std::min(line.size() + 1, body.size()));
  }
  return body;
}

std::string IdOf(std::string_view file) {
  const auto parts = SplitArticle(file);
  if (!parts) return "";
  Diagnostics ignored;
  const auto front_matter = yaml::Parse(parts->front_matter, "", ignored);
  const auto id = front_matter ? front_matter->Find("id") : std::nullopt;
  return id ? OneLine(id->Scalar()) : "";
}

std::string NewArticleId(std::string_view title, const std::set<std::string>& taken) {
  std::string slug = Slug(title);
  if (slug.size() > kLongestSlug) {
    const std::size_t end = slug.rfind('-', kLongestSlug);
    slug.resize(end == std::string::npos ? kLongestSlug : end);
  }
  if (slug.empty()) slug = "clanek";
  std::string id = slug;
  for (int number = 2; taken.contains(id); ++number) id = slug + "-" + std::to_string(number);
  return id;
}

}  // namespace pomocnik::kb
