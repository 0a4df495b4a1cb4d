// The F1 page: the topics of a screen, whole or as a list. Needs no JavaScript; the chat joins where there
// is some.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bot/http/language.h"
#include "bot/http/refusal.h"
#include "index/search.h"
#include "kb/article.h"

namespace pomocnik::bot::http {

// The addresses of the files that a page needs.
struct PageFiles {
  std::string stylesheet;
  std::string widget;
};

struct F1Page {
  PageFiles files;
  Language language = Language::kSlovene;
  std::string app;     // as asked for
  std::string screen;  // as asked for
  index::ScreenTopics topics;
  std::optional<kb::Article> article;       // shown whole; without it the topics are listed
  std::vector<index::ArticleInfo> related;  // of the article
  std::string portal_url;                   // the way to a person
  std::string portal_label;
};

// Any text in it is escaped. Says which level of the screens matched.
std::string RenderF1Page(const F1Page& page);

// Refuse, as a page that says what is wrong.
Response RefuseWithPage(const Refusal& refusal, Language language, const PageFiles& files);

}  // namespace pomocnik::bot::http
