// A knowledge base that holds what a test puts into it and finds what a test tells it to.
#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/search.h"

namespace pomocnik::testing {

// Set up first, then ask from any number of threads.
class FakeSearcher : public index::Searcher {
 public:
  std::map<std::string, kb::Article, std::less<>> articles;         // by id
  std::map<std::string, index::SearchResult, std::less<>> results;  // by the question's text
  std::map<std::string, index::ScreenTopics, std::less<>> screens;  // by "app/screen"
  std::vector<kb::DataFile> data_files;
  std::string published = "20261123T100000Z-0123456789ab";
  std::map<std::string, std::string, std::less<>>
      originals;                 // by the id of the article that repeats it
  std::optional<Error> failure;  // what every call that can fail answers with, when set

  // The literal reading finds the same, but corrects nothing.
  Result<index::SearchResult> Search(const index::Query& query) const override {
    if (failure) return *failure;
    const auto found = results.find(query.text);
    if (found == results.end()) return index::SearchResult();
    index::SearchResult result = found->second;
    if (query.reading == index::Reading::kCorrected) return result;
    for (index::QueryTerm& term : result.terms) term.read_as.clear();
    return result;
  }

  // Every article whose title begins with what was typed, in a group of its own.
  Result<std::vector<index::SuggestionGroup>> Suggest(
      const index::SuggestQuery& query) const override {
    if (failure) return *failure;
    std::vector<index::SuggestionGroup> groups;
    for (const auto& [id, article] : articles) {
      if (query.typed.size() < 2 || !article.title.starts_with(query.typed)) continue;
      if (static_cast<int>(groups.size()) < query.limit)
        groups.push_back({article.module, {{article.title, index::InfoOf(article)}}});
    }
    return groups;
  }

  Result<std::optional<kb::Article>> FindArticle(std::string_view id) const override {
    if (failure) return *failure;
    const auto found = articles.find(id);
    if (found != articles.end()) return std::optional(found->second);
    for (const auto& [own, article] : articles) {
      const auto& aliases = article.aliases;
      const bool leads = article.url == id && !id.empty();
      if (leads || std::find(aliases.begin(), aliases.end(), id) != aliases.end()) {
        return std::optional(article);
      }
    }
    return std::optional<kb::Article>();
  }

  // The first passage.
  std::size_t ChoosePassage(const kb::Article&, std::string_view) const override { return 0; }

  Result<index::ScreenTopics> FindScreen(std::string_view app,
                                         std::string_view screen) const override {
    if (failure) return *failure;
    const auto found = screens.find(std::string(app) + "/" + std::string(screen));
    return found == screens.end() ? index::ScreenTopics() : found->second;
  }

  // The articles' modules, as if all were of the program asked for.
  std::vector<index::ModuleInfo> ListModules(std::string_view app) const override {
    std::map<std::string, std::size_t> counts;
    for (const auto& [id, article] : articles) ++counts[article.module];
    std::vector<index::ModuleInfo> modules;
    for (const auto& [module, count] : counts) modules.push_back({std::string(app), module, count});
    return modules;
  }

  std::vector<index::ArticleInfo> ListArticles(std::string_view module) const override {
    std::vector<index::ArticleInfo> list;
    for (const auto& [id, article] : articles) {
      if (article.module == module) list.push_back(index::InfoOf(article));
    }
    return list;
  }

  std::vector<index::ListedArticle> ListAll() const override {
    std::vector<index::ListedArticle> list;
    for (const auto& [id, article] : articles) {
      const auto original = originals.find(id);
      list.push_back({index::InfoOf(article), original == originals.end() ? id : original->second});
    }
    return list;
  }

  // What stands between spaces, each its own class and worth 1.
  std::vector<std::vector<index::QueryTerm>> ReadWords(
      const std::vector<std::string>& texts) const override {
    std::vector<std::vector<index::QueryTerm>> read;
    for (const std::string& text : texts) {
      std::istringstream words(text);
      std::vector<index::QueryTerm>& terms = read.emplace_back();
      for (std::string word; words >> word;) {
        terms.push_back({.word = word, .lemma = word, .known = true, .read_as = {}, .idf = 1});
      }
    }
    return read;
  }

  const std::vector<kb::DataFile>& DataFiles() const override { return data_files; }
  std::string_view version() const override { return published; }
  std::size_t article_count() const override { return articles.size(); }

  void Add(kb::Article article) {
    std::string id = article.id;
    articles.insert_or_assign(std::move(id), std::move(article));
  }

  // A hit on an article that was added. REQUIRES: it was.
  index::Hit HitOn(std::string_view id, double score = 1) const {
    return {index::InfoOf(articles.find(id)->second), score, {}};
  }
};

}  // namespace pomocnik::testing
