#include "bot/http/f1_routes.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "bot/article_search.h"
#include "bot/http/articles_api.h"
#include "bot/http/responses.h"
#include "bot/screen_help.h"
#include "bot/screen_presses.h"

namespace pomocnik::bot::http {
namespace {

// A host program sends what it has: what is longer is cut off, not refused.
constexpr std::size_t kMaxNameCodePoints = 200;
constexpr std::size_t kMaxVersionCodePoints = 40;
constexpr std::size_t kMaxQueryCodePoints = 500;
constexpr int kMostResults = 8;

std::string Shorten(std::string_view text, std::size_t limit) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  text = TruncateCodePoints(text, limit);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return std::string(text);
}

std::string ReadQuery(const Request& request, std::string_view name, std::size_t limit) {
  return Shorten(request.FindQuery(name).value_or(""), limit);
}

// The part of the path, without the slashes around it that a program put there by mistake.
std::string ReadName(const Request& request, std::size_t index) {
  if (request.path_parameters.size() <= index) return "";
  std::string_view name = request.path_parameters[index];
  while (name.starts_with('/')) name.remove_prefix(1);
  while (name.ends_with('/')) name.remove_suffix(1);
  return Shorten(name, kMaxNameCodePoints);
}

ScreenQuestion ReadPlace(const Request& request) {
  return {.app = ReadName(request, 0),
          .screen = ReadName(request, 1),
          .title = ReadQuery(request, "title", kMaxNameCodePoints)};
}

F1Page ReadPage(const RouteParts& parts, const Request& request) {
  F1Page page;
  page.files = FilesOfPages(parts);
  page.language = request.language;
  page.place = ReadPlace(request);
  page.version = ReadQuery(request, "v", kMaxVersionCodePoints);
  page.origins = request.allowed_origins;
  return page;
}

// What was searched for, and what was found for it, unless an article of that is read.
Status AddSearch(const Request& request, const Knowledge& knowledge, Instant now, F1Page& page) {
  const std::string text = ReadQuery(request, "q", kMaxQueryCodePoints);
  if (text.empty()) return {};
  page.search = F1Search{text, {}};
  if (page.reads == F1Page::Reads::kChosen && page.article) return {};
  const index::ScreenTopics& topics = page.help.topics;
  index::Query query;
  query.text = text;
  query.context = {.app = topics.screen ? topics.screen->app : page.place.app,
                   .screen = topics.screen ? topics.screen->id : page.place.screen,
                   .module = page.module.empty() ? topics.module : page.module,
                   .version = page.version};
  query.limit = kMostResults;
  query.now = now;
  ASSIGN_OR_RETURN(page.search->found, SearchArticles(query, knowledge));
  return {};
}

Status AddArticle(const Request& request, const index::Searcher& searcher, F1Page& page) {
  std::string id = page.help.shown;
  if (const auto chosen = request.FindQuery("article"); chosen && !chosen->empty()) {
    id = *chosen;
    page.reads = F1Page::Reads::kChosen;
  }
  if (id.empty()) return {};
  ASSIGN_OR_RETURN(page.article, searcher.FindArticle(id));
  if (page.article) {
    page.related = FindRelated(searcher, *page.article);
  } else {
    page.missing = F1Page::Missing::kYes;
  }
  return {};
}

// Only a start page lists the articles of a module.
void AddModule(const Request& request, const index::Searcher& searcher, F1Page& page) {
  if (!page.place.screen.empty()) return;
  const std::string module = ReadQuery(request, "module", kMaxNameCodePoints);
  page.module_articles = searcher.ListArticles(module);
  if (!page.module_articles.empty()) page.module = module;
}

Status Complete(const RouteParts& parts, const Request& request, const Knowledge& knowledge,
                F1Page& page) {
  const Instant now = parts.clock.Now();
  ASSIGN_OR_RETURN(page.help, FindScreenHelp(page.place, knowledge, now));
  AddModule(request, *knowledge.searcher, page);
  RETURN_IF_ERROR(AddArticle(request, *knowledge.searcher, page));
  RETURN_IF_ERROR(AddSearch(request, knowledge, now, page));
  page.portal_url = knowledge.policy.portal_url;
  page.portal_label = knowledge.phrases.Format(phrase::kHandoffLabel, LanguageCode(page.language));
  return {};
}

// The address under which a browser may keep the file for ever; the bare path when there is no such file.
std::string AssetUrl(const RouteParts& parts, std::string_view path) {
  const auto found = std::find_if(parts.assets.begin(), parts.assets.end(),
                                  [&](const assets::Asset& asset) { return asset.path == path; });
  std::string url(path);
  if (found != parts.assets.end()) url += "?v=" + std::string(found->version());
  return url;
}

void NotePress(const RouteParts& parts, const Request& request, const ScreenQuestion& place,
               const index::ScreenTopics& topics) {
  const auto knowledge = parts.knowledge.Get();
  const auto version = knowledge ? knowledge->searcher->version() : std::string_view();
  parts.presses.Note(place, topics,
                     {.lang = std::string(LanguageCode(request.language)),
                      .index_version = std::string(version),
                      .source = NameSource(parts, request)});
}

}  // namespace

PageFiles FilesOfPages(const RouteParts& parts) {
  return {.stylesheet = AssetUrl(parts, "/f1.css"), .script = AssetUrl(parts, "/f1.js")};
}

std::vector<index::ArticleInfo> FindRelated(const index::Searcher& searcher,
                                            const kb::Article& article) {
  std::vector<index::ArticleInfo> related;
  for (const std::string& id : article.related) {
    const auto found = searcher.FindArticle(id);
    if (found && *found) related.push_back(index::InfoOf(**found));
  }
  return related;
}

std::vector<kb::Screen> FindScreensOf(const index::Searcher& searcher, const kb::Article& article) {
  std::vector<kb::Screen> screens;
  for (const kb::ScreenRef& place : article.f1) {
    const auto topics = searcher.FindScreen(place.app, place.screen);
    if (topics && topics->screen) screens.push_back(*topics->screen);
  }
  return screens;
}

Response ShowScreen(const RouteParts& parts, const Request& request) {
  const auto knowledge = parts.knowledge.Get();
  if (knowledge == nullptr) return Refuse({Problem::kNoIndex, ""}, request.language);
  const ScreenQuestion place = ReadPlace(request);
  const auto help = FindScreenHelp(place, *knowledge, parts.clock.Now());
  if (!help) return Refuse({Report(parts, "f1", help.error()), ""}, request.language);
  const bool pressed = request.FindQuery("press") != "false";
  if (pressed && !place.screen.empty()) NotePress(parts, request, place, help->topics);
  return Json(WriteScreenHelp(*help));
}

Response ShowF1Page(const RouteParts& parts, const Request& request) {
  F1Page page = ReadPage(parts, request);
  const auto knowledge = parts.knowledge.Get();
  if (knowledge == nullptr) {
    return RefuseWithPage({Problem::kNoIndex, ""}, request.language, page.files);
  }
  if (const Status filled = Complete(parts, request, *knowledge, page); !filled) {
    const Problem problem = Report(parts, "f1Page", filled.error());
    return RefuseWithPage({problem, ""}, request.language, page.files);
  }
  // Reading on is no press of F1.
  const bool pressed = !page.search && page.reads == F1Page::Reads::kTopic;
  if (pressed && !page.place.screen.empty()) {
    NotePress(parts, request, page.place, page.help.topics);
  }
  return Html(RenderF1Page(page));
}

}  // namespace pomocnik::bot::http
