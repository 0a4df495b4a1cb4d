#include "kb/knowledge_owl/answer.h"

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>
#include <utility>

#include "kb/charset/charset.h"
#include "kb/dates/written_dates.h"
#include "kb/markdown/front_matter.h"

namespace pomocnik::kb::knowledge_owl {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxValues = 200;  // of a list
// A value costs many times the byte that it may be written with.
constexpr std::size_t kMaxJsonValues = 4'000'000;
constexpr int kMaxJsonDepth = 32;

// The value of a key; null when there is none.
const Json& At(const Json& object, const char* key) {
  static const Json kNull;
  const auto found = object.find(key);
  return found == object.end() ? kNull : *found;
}

std::string Text(const Json& value) {
  if (value.is_number_integer()) return value.dump();
  if (!value.is_string()) return {};
  return DecodeText(value.get_ref<const std::string&>(), {}).text;
}

std::string TextAt(const Json& object, const char* key) { return OneLine(Text(At(object, key))); }

// A list of texts, or one text with commas or line ends between them. Empty ones are left out.
std::vector<std::string> ListAt(const Json& object, const char* key) {
  std::vector<std::string> list;
  const auto add = [&](std::string_view text) {
    std::string line = OneLine(text);
    if (!line.empty() && list.size() < kMaxValues) list.push_back(std::move(line));
  };
  const Json& value = At(object, key);
  if (value.is_array()) {
    for (const Json& item : value) add(Text(item));
    return list;
  }
  const std::string joined = Text(value);
  for (std::string_view rest = joined; !rest.empty();) {
    const std::size_t end = std::min(rest.find_first_of(",\n"), rest.size());
    add(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return list;
}

std::optional<Date> DayOfSeconds(std::int64_t seconds) {
  constexpr std::int64_t kLastSecond = 253'402'300'799;  // of the year 9999
  if (seconds <= 0 || seconds > kLastSecond) return std::nullopt;
  return Date(std::chrono::floor<std::chrono::days>(
      std::chrono::sys_seconds(std::chrono::seconds(seconds))));
}

// "2025-04-08 09:09:57", {"sec": 1744103397, "usec": 0}, or seconds.
std::optional<Date> DateAt(const Json& object, const char* key) {
  const Json& value = At(object, key);
  const Json& seconds = value.is_object() ? At(value, "sec") : value;
  if (seconds.is_number_integer()) return DayOfSeconds(seconds.get<std::int64_t>());
  return ReadDate(Text(value));
}

Version VersionOf(const Json& object) {
  return {.title = TextAt(object, "title"), .html = Text(At(object, "text"))};
}

bool IsLanguage(std::string_view name) {
  return name.size() == 2 &&
         std::all_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// {"sl": {title, text}, "en": …}, or {title, text} where languages are not used.
Versions VersionsOf(const Json& object) {
  Versions versions;
  if (!object.is_object()) return versions;
  for (const auto& [name, value] : object.items()) {
    if (IsLanguage(name) && value.is_object()) versions[name] = VersionOf(value);
  }
  const Version plain = VersionOf(object);
  const bool has_text = std::any_of(versions.begin(), versions.end(),
                                    [](const auto& entry) { return !entry.second.html.empty(); });
  if (!has_text && !plain.html.empty()) versions[""] = plain;
  return versions;
}

OwlArticle ArticleOf(const Json& object, const std::string& document) {
  OwlArticle article;
  article.document = document;
  article.id = TextAt(object, "id");
  article.slug = TextAt(object, "url_hash");
  article.name = TextAt(object, "name");
  article.status = TextAt(object, "status");
  article.visibility = TextAt(object, "visibility");
  article.reader_roles = ListAt(object, "reader_roles");
  article.languages = ListAt(object, "languages");
  const Json& current = At(object, "current_version");
  article.current = VersionsOf(current);
  article.current_id = TextAt(object, "current_version_id");
  if (article.current_id.empty() && current.is_object()) {
    article.current_id = TextAt(current, "version_id");
  }
  article.category = TextAt(object, "category");
  article.parents = ListAt(object, "parents");
  article.search_phrases = ListAt(object, "search_phrases");
  article.screens = ListAt(object, "application_screens");
  article.redirect = TextAt(object, "redirect_link");
  article.date = DateAt(object, "date_published");
  if (!article.date) article.date = DateAt(object, "date_modified");
  return article;
}

enum class ObjectType { kArticle, kVersion, kCategory };

ObjectType TypeOf(const Json& object) {
  const std::string type = TextAt(object, "type");
  if (type == "articleversion" || object.contains("article_id")) return ObjectType::kVersion;
  if (type == "category" || object.contains("category_view")) return ObjectType::kCategory;
  return ObjectType::kArticle;
}

void AddObject(const Json& object, const std::string& document, Answer& answer) {
  if (!object.is_object()) return;
  switch (TypeOf(object)) {
    case ObjectType::kArticle:
      answer.articles.push_back(ArticleOf(object, document));
      break;
    case ObjectType::kVersion:
      answer.versions[TextAt(object, "id")] = VersionsOf(object);
      break;
    case ObjectType::kCategory:
      answer.categories[TextAt(object, "id")] = {.name = TextAt(object, "name"),
                                                 .parent = TextAt(object, "parent")};
      break;
  }
}

// A whole number, also where the API writes it as a text.
std::optional<int> NumberAt(const Json& object, const char* key) {
  constexpr int kMost = 1'000'000;
  int number = 0;
  const std::string text = TextAt(object, key);
  if (text.empty() || text.size() > 6) return std::nullopt;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = std::min(number * 10 + (c - '0'), kMost);
  }
  return number;
}

std::optional<int> NextPageOf(const Json& statistics) {
  if (!statistics.is_object()) return std::nullopt;
  auto page = NumberAt(statistics, "current_page");
  if (!page) page = NumberAt(statistics, "page");
  const auto pages = NumberAt(statistics, "total_pages");
  if (!page || !pages || *page < 1 || *page >= *pages) return std::nullopt;
  return *page + 1;
}

}  // namespace

Result<Answer> ReadAnswer(const SourceDocument& document) {
  const std::string text = DecodeText(document.bytes, document.charset).text;
  std::size_t values = 0;
  bool too_much = false;
  const auto is_kept = [&](int depth, Json::parse_event_t, const Json&) {
    too_much = too_much || depth > kMaxJsonDepth || ++values > kMaxJsonValues;
    return !too_much;
  };
  const Json json = Json::parse(text, is_kept, false);
  if (too_much) return Error::InvalidArgument("its JSON is nested too deep or has too many values");
  if (json.is_discarded()) return Error::InvalidArgument("it is no JSON");
  if (!json.is_object() || !json.contains("data")) {
    return Error::InvalidArgument("it is no answer of the API: there is no 'data'");
  }
  if (At(json, "valid") == Json(false)) return Error::InvalidArgument("the API told of a failure");
  Answer answer;
  const Json& data = At(json, "data");
  if (data.is_array()) {
    answer.articles.reserve(data.size());
    for (const Json& object : data) AddObject(object, document.address, answer);
  } else {
    AddObject(data, document.address, answer);
  }
  answer.next_page = NextPageOf(At(json, "page_stats"));
  return answer;
}

}  // namespace pomocnik::kb::knowledge_owl
