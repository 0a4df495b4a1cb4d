#include "bot/http/articles_api.h"

#include "bot/http/blocks_api.h"
#include "bot/http/json_writer.h"

namespace pomocnik::bot::http {
namespace {

std::string DateOrEmpty(const std::optional<Date>& date) {
  return date ? FormatDate(*date) : std::string();
}

void WriteIntegerOrNull(const std::optional<int>& value, JsonWriter& json) {
  value ? json.Integer(*value) : json.Null();
}

void WriteScreen(const std::optional<kb::Screen>& screen, JsonWriter& json) {
  json.Key("screen");
  if (!screen) {
    json.Null();
    return;
  }
  json.BeginObject().Key("app").String(screen->app).Key("id").String(screen->id);
  json.Key("number");
  WriteIntegerOrNull(screen->number, json);
  json.Key("title").String(screen->title).Key("module").String(screen->module);
  json.Key("parent").StringOrNull(screen->parent).EndObject();
}

}  // namespace

std::string WriteArticle(const kb::Article& article,
                         const std::vector<index::ArticleInfo>& related) {
  JsonWriter json;
  json.BeginObject();
  WriteArticleMembers(InfoOf(article), json);
  json.Key("validFrom").StringOrNull(DateOrEmpty(article.valid_from));
  json.Key("validTo").StringOrNull(DateOrEmpty(article.valid_to));
  json.Key("versionFrom").StringOrNull(article.version_from);
  json.Key("versionTo").StringOrNull(article.version_to);
  json.Key("issue");
  WriteIntegerOrNull(article.issue, json);
  json.Key("related");
  WriteArticles(related, json);
  json.Key("blocks");
  WriteBlocks(article.blocks, json);
  json.EndObject();
  return std::move(json).Take();
}

std::string WriteSuggestions(const std::vector<index::Suggestion>& suggestions) {
  JsonWriter json;
  json.BeginObject().Key("suggestions").BeginArray();
  for (const index::Suggestion& suggestion : suggestions) {
    json.BeginObject();
    WriteArticleMembers(suggestion.article, json);
    json.EndObject();
  }
  json.EndArray().EndObject();
  return std::move(json).Take();
}

std::string WriteSearchResults(const index::SearchResult& result) {
  JsonWriter json;
  json.BeginObject().Key("results").BeginArray();
  for (const index::Hit& hit : result.hits) {
    json.BeginObject();
    WriteArticleMembers(hit.article, json);
    json.EndObject();
  }
  json.EndArray().Key("corrections").BeginArray();
  for (const index::QueryTerm& term : result.terms) {
    if (term.read_as.empty()) continue;
    json.BeginObject().Key("word").String(term.word);
    json.Key("readAs").String(term.read_as).EndObject();
  }
  json.EndArray().EndObject();
  return std::move(json).Take();
}

std::string_view MatchName(index::ScreenMatch match) {
  switch (match) {
    case index::ScreenMatch::kScreen:
      return "screen";
    case index::ScreenMatch::kParent:
      return "parent";
    case index::ScreenMatch::kModule:
      return "module";
    case index::ScreenMatch::kNone:
      return "none";
  }
  return "none";
}

std::string WriteScreenTopics(const index::ScreenTopics& topics) {
  JsonWriter json;
  json.BeginObject().Key("match").String(MatchName(topics.match));
  WriteScreen(topics.screen, json);
  json.Key("articles");
  WriteArticles(topics.articles, json);
  json.EndObject();
  return std::move(json).Take();
}

}  // namespace pomocnik::bot::http
