// The F1 page: the topics of a screen, whole or as a list, an article, or what a search found. All of it works
// without JavaScript; docs/f1.md is the contract of its addresses and of the marks that /f1.js finds its way by.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bot/article_search.h"
#include "bot/http/language.h"
#include "bot/http/refusal.h"
#include "bot/screen_help.h"
#include "index/search.h"
#include "kb/article.h"

namespace pomocnik::bot::http {

// The addresses of the files that a page needs.
struct PageFiles {
  std::string stylesheet;
  std::string script;
};

struct F1Search {
  std::string query;
  ArticleSearch found;
};

struct F1Page {
  PageFiles files;
  Language language = Language::kSlovene;
  ScreenQuestion place;              // as asked for
  std::string version;               // of the program, as asked for; may be empty
  std::vector<std::string> origins;  // that the page may talk to

  // What is shown goes by these, the first that is there: what was searched for, unless an article of it is read;
  // the article; the articles of the module; the topics of the screen.
  ScreenHelp help;
  std::optional<F1Search> search;
  enum class Reads {
    kTopic,
    kChosen
  } reads = Reads::kTopic;  // whether the reader chose the article
  std::optional<kb::Article> article;
  std::vector<index::ArticleInfo> related;  // of the article
  std::string module;                       // whose articles are listed; empty: none
  std::vector<index::ArticleInfo> module_articles;
  enum class Missing { kNo, kYes } missing = Missing::kNo;  // the article asked for is not there

  std::string portal_url;  // the way to a person
  std::string portal_label;
};

// Any text in it is escaped. Says which level of the screens matched.
std::string RenderF1Page(const F1Page& page);

// Refuse, as a page that says what is wrong and leads to the start of the help.
Response RefuseWithPage(const Refusal& refusal, Language language, const PageFiles& files);

}  // namespace pomocnik::bot::http
