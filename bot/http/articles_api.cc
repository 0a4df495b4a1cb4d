#include "bot/http/articles_api.h"

#include <nlohmann/json.hpp>

#include "bot/http/blocks_api.h"
#include "bot/http/json_text.h"

namespace pomocnik::bot::http {
namespace {

OrderedJson DateOrNull(const std::optional<Date>& date) {
  return TextOrNull(date ? FormatDate(*date) : "");
}

OrderedJson IntegerOrNull(const std::optional<int>& value) {
  return value ? OrderedJson(*value) : OrderedJson();
}

OrderedJson ScreenJson(const kb::Screen& screen) {
  return {
      {"app", screen.app},     {"id", screen.id},         {"number", IntegerOrNull(screen.number)},
      {"title", screen.title}, {"module", screen.module}, {"parent", TextOrNull(screen.parent)}};
}

}  // namespace

std::string WriteArticle(const WholeArticle& whole) {
  const kb::Article& article = whole.article;
  OrderedJson screens = OrderedJson::array();
  for (const kb::Screen& screen : whole.screens) {
    screens.push_back({{"app", screen.app}, {"id", screen.id}, {"title", screen.title}});
  }
  OrderedJson json = ArticleJson(index::InfoOf(article));
  json["validFrom"] = DateOrNull(article.valid_from);
  json["validTo"] = DateOrNull(article.valid_to);
  json["versionFrom"] = TextOrNull(article.version_from);
  json["versionTo"] = TextOrNull(article.version_to);
  json["issue"] = IntegerOrNull(article.issue);
  json["related"] = ArticlesJson(whole.related);
  json["screens"] = std::move(screens);
  json["blocks"] = BlocksJson(article.blocks);
  return Dump(json);
}

std::string WriteSuggestions(const std::vector<index::SuggestionGroup>& groups) {
  OrderedJson list = OrderedJson::array();
  for (const auto& group : groups) {
    OrderedJson suggestions = OrderedJson::array();
    for (const auto& [text, article] : group.suggestions) {
      OrderedJson suggestion = {{"text", text}};
      suggestion.update(ArticleJson(article));
      suggestions.push_back(std::move(suggestion));
    }
    list.push_back({{"module", group.module}, {"suggestions", std::move(suggestions)}});
  }
  return Dump({{"groups", std::move(list)}});
}

std::string WriteSearchResults(const index::SearchResult& result) {
  OrderedJson results = OrderedJson::array();
  for (const index::Hit& hit : result.hits) results.push_back(ArticleJson(hit.article));
  OrderedJson corrections = OrderedJson::array();
  for (const index::QueryTerm& term : result.terms) {
    if (term.read_as.empty()) continue;
    corrections.push_back({{"word", term.word}, {"readAs", term.read_as}});
  }
  return Dump({{"results", std::move(results)}, {"corrections", std::move(corrections)}});
}

std::string WriteScreenHelp(const ScreenHelp& help) {
  const index::ScreenTopics& topics = help.topics;
  OrderedJson modules = OrderedJson::array();
  for (const index::ModuleInfo& module : help.modules) {
    modules.push_back(
        {{"app", module.app}, {"module", module.module}, {"articles", module.articles}});
  }
  return Dump({{"match", index::MatchName(topics.match)},
               {"screen", topics.screen ? ScreenJson(*topics.screen) : OrderedJson()},
               {"form", topics.form ? ScreenJson(*topics.form) : OrderedJson()},
               {"module", TextOrNull(topics.module)},
               {"articles", ArticlesJson(topics.articles)},
               {"shown", TextOrNull(help.shown)},
               {"modules", std::move(modules)}});
}

}  // namespace pomocnik::bot::http
