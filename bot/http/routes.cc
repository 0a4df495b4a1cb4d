#include "bot/http/routes.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "bot/http/articles_api.h"
#include "bot/http/f1_routes.h"
#include "bot/http/json_text.h"
#include "bot/http/media.h"
#include "bot/http/refusal.h"
#include "bot/http/responses.h"
#include "bot/http/turn_routes.h"

namespace pomocnik::bot::http {
namespace {

constexpr std::size_t kMaxTypedCodePoints = 200;
constexpr std::size_t kMaxSearchCodePoints = 500;
constexpr std::size_t kMaxFactCodePoints = 100;

// Reads a query parameter that has to be given and may be at most `limit` code points long.
std::optional<Refusal> ReadTyped(const Request& request, std::size_t limit, std::string& typed) {
  const auto value = request.FindQuery("q");
  if (!value) return Refusal{Problem::kMissingField, "q"};
  if (CountCodePoints(*value) > limit) return Refusal{Problem::kLongField, "q"};
  typed = *value;
  return std::nullopt;
}

// Leaves `limit` as it is when the parameter is not given.
std::optional<Refusal> ReadLimit(const Request& request, int max, int& limit) {
  const auto value = request.FindQuery("limit");
  if (!value) return std::nullopt;
  int number = 0;
  const auto [end, error] = std::from_chars(value->data(), value->data() + value->size(), number);
  if (error != std::errc() || end != value->data() + value->size() || number < 1 || number > max) {
    return Refusal{Problem::kWrongField, "limit"};
  }
  limit = number;
  return std::nullopt;
}

std::optional<Refusal> ReadReading(const Request& request, index::Reading& reading) {
  const auto value = request.FindQuery("literal").value_or("false");
  if (value != "true" && value != "false") return Refusal{Problem::kWrongField, "literal"};
  reading = value == "true" ? index::Reading::kLiteral : index::Reading::kCorrected;
  return std::nullopt;
}

// Leaves `fact` empty when the parameter is not given.
std::optional<Refusal> ReadFact(const Request& request, std::string_view name, std::string& fact) {
  fact = request.FindQuery(name).value_or("");
  if (CountCodePoints(fact) <= kMaxFactCodePoints) return std::nullopt;
  return Refusal{Problem::kLongField, std::string(name)};
}

// Where the person is searching from.
std::optional<Refusal> ReadContext(const Request& request, index::Context& context) {
  if (auto refusal = ReadFact(request, "app", context.app)) return refusal;
  if (auto refusal = ReadFact(request, "screen", context.screen)) return refusal;
  if (auto refusal = ReadFact(request, "module", context.module)) return refusal;
  return ReadFact(request, "version", context.version);
}

Response Suggest(const RouteParts& parts, const Request& request) {
  index::SuggestQuery query;
  if (auto refusal = ReadTyped(request, kMaxTypedCodePoints, query.typed)) {
    return Refuse(*refusal, request.language);
  }
  if (auto refusal = ReadFact(request, "module", query.context.module)) {
    return Refuse(*refusal, request.language);
  }
  if (auto refusal = ReadLimit(request, 20, query.limit)) return Refuse(*refusal, request.language);
  query.now = parts.clock.Now();
  const auto knowledge = parts.knowledge.Get();
  if (knowledge == nullptr) return Refuse({Problem::kNoIndex, ""}, request.language);
  const auto groups = knowledge->searcher->Suggest(query);
  if (!groups) return Refuse({Report(parts, "suggest", groups.error()), ""}, request.language);
  return Json(WriteSuggestions(*groups));
}

Response Search(const RouteParts& parts, const Request& request) {
  index::Query query;
  if (auto refusal = ReadTyped(request, kMaxSearchCodePoints, query.text)) {
    return Refuse(*refusal, request.language);
  }
  if (query.text.find_first_not_of(' ') == std::string::npos) {
    return Refuse({Problem::kMissingField, "q"}, request.language);
  }
  if (auto refusal = ReadContext(request, query.context)) {
    return Refuse(*refusal, request.language);
  }
  if (auto refusal = ReadLimit(request, 30, query.limit)) return Refuse(*refusal, request.language);
  if (auto refusal = ReadReading(request, query.reading)) return Refuse(*refusal, request.language);
  query.now = parts.clock.Now();
  const auto knowledge = parts.knowledge.Get();
  if (knowledge == nullptr) return Refuse({Problem::kNoIndex, ""}, request.language);
  const auto result = knowledge->searcher->Search(query);
  if (!result) return Refuse({Report(parts, "search", result.error()), ""}, request.language);
  return Json(WriteSearchResults(*result));
}

Response ShowArticle(const RouteParts& parts, const Request& request) {
  const auto knowledge = parts.knowledge.Get();
  if (knowledge == nullptr) return Refuse({Problem::kNoIndex, ""}, request.language);
  const auto article = knowledge->searcher->FindArticle(request.path_parameters[0]);
  if (!article) return Refuse({Report(parts, "article", article.error()), ""}, request.language);
  if (!*article) return Refuse({Problem::kNoSuchArticle, ""}, request.language);
  const index::Searcher& searcher = *knowledge->searcher;
  return Json(WriteArticle(
      {**article, FindRelated(searcher, **article), FindScreensOf(searcher, **article)}));
}

Response ShowAsset(const assets::Asset& asset, const Request& request) {
  Response response;
  response.headers.push_back({"ETag", std::string(asset.etag)});
  // An old page may still name an old version; what it gets then is the present file.
  if (request.FindQuery("v") == asset.version()) {
    response.headers.push_back({"Cache-Control", "public, max-age=31536000, immutable"});
  }
  const auto known = FindHeader(request.head.headers, "If-None-Match");
  if (known && (*known == "*" || known->find(asset.etag) != std::string_view::npos)) {
    response.status = 304;
    return response;
  }
  response.content_type = asset.content_type;
  response.body = asset.bytes;
  return response;
}

Response ShowMedia(const RouteParts& parts, const Request& request) {
  return ShowPicture(parts.media_folder, request);
}

Response RefuseUnready(Problem problem, OrderedJson refused, Language language) {
  Response response = Refuse({problem, ""}, language);
  auto body = OrderedJson::parse(response.body);
  body["refused"] = std::move(refused);
  response.body = Dump(body);
  return response;
}

Response ShowReadiness(const RouteParts& parts, const Request& request) {
  const auto knowledge = parts.knowledge.Get();
  auto refused = OrderedJson::array();
  for (const auto& [version, reason] : parts.index_status().refused) {
    refused.push_back({{"version", version}, {"reason", reason}});
  }
  const bool drains = parts.phase == Phase::kDraining;
  if (drains || knowledge == nullptr) {
    const Problem problem = drains ? Problem::kDraining : Problem::kNoIndex;
    return RefuseUnready(problem, std::move(refused), request.language);
  }
  return Json(Dump({{"index", knowledge->searcher->version()},
                    {"articles", knowledge->searcher->article_count()},
                    {"refused", std::move(refused)}}));
}

Response ShowMetrics(const RouteParts& parts, const Request&) {
  return Text("text/plain; version=0.0.4; charset=utf-8",
              RenderMetrics(parts.counters, parts.chat.counters()) +
                  RenderLimitMetrics(parts.limits, parts.chat.counters()) +
                  RenderPressMetrics(parts.presses.counters()) +
                  RenderSignInMetrics(parts.sign_ins) +
                  RenderStateMetrics(parts.state_status(), parts.writer_counters()) +
                  RenderProcessMetrics(parts.connections, parts.started) +
                  RenderIndexMetrics(parts.index_status(), parts.knowledge.Get().get()) +
                  RenderSourceMetrics(parts.source_statuses()));
}

Response ShowLiveness(const RouteParts&, const Request&) { return Text("text/plain", "ok\n"); }

constexpr std::string_view kStaffPage = "/staff";  // and its files: "/staff.js"

Surface AssetSurface(const assets::Asset& asset) {
  const bool is_ours =
      asset.content_type.starts_with("text/html") || asset.path.starts_with(kStaffPage);
  return is_ours ? Surface::kPage : Surface::kWidget;
}

// One page for every address below it: its script shows what the address names.
void AddStaffPage(const assets::Asset& page, std::vector<Route>& routes) {
  for (const char* path : {"/staff", "/staff/{page}"}) {
    routes.push_back({"GET", path, Surface::kStaffPage, {200}, [page](const Request&) {
                        return Html(std::string(page.bytes));
                      }});
  }
}

struct RouteEntry {
  std::string_view method;
  std::string_view path;
  Surface surface;
  std::vector<int> statuses;
  Cost cost;
  Response (*answer)(const RouteParts&, const Request&);
};

std::vector<RouteEntry> Entries() {
  using enum Surface;
  using enum Cost;
  return {
      {"POST",
       "/api/v1/chat",
       kApi,
       {200, 400, 404, 409, 413, 415, 429, 500, 503},
       kMessage,
       TakeTurn},
      {"GET", "/api/v1/suggest", kApi, {200, 400, 429, 500, 503}, kRequest, Suggest},
      {"GET", "/api/v1/search", kApi, {200, 400, 429, 500, 503}, kRequest, Search},
      {"GET", "/api/v1/articles/{id}", kApi, {200, 404, 429, 500, 503}, kRequest, ShowArticle},
      {"GET", "/api/v1/f1/{app}/{screen}", kApi, {200, 429, 500, 503}, kRequest, ShowScreen},
      {"GET", "/api/v1/f1/{app}", kApi, {200, 429, 500, 503}, kRequest, ShowScreen},
      {"POST",
       "/api/v1/feedback",
       kApi,
       {200, 400, 404, 413, 415, 429, 500, 503},
       kRequest,
       TakeFeedback},
      {"POST",
       "/api/v1/draft",
       kApi,
       {200, 400, 404, 413, 415, 429, 500, 503},
       kRequest,
       TakeDraft},
      {"POST",
       "/api/v1/draft-event",
       kApi,
       {200, 400, 404, 413, 415, 429, 500, 503},
       kRequest,
       TakeDraftEvent},
      {"POST",
       "/api/v1/events",
       kApi,
       {200, 400, 404, 413, 415, 429, 500, 503},
       kRequest,
       TakeEvents},
      {"GET", "/f1/{app}/{screen}", kF1Page, {200, 429, 500, 503}, kRequest, ShowF1Page},
      {"GET", "/f1/{app}", kF1Page, {200, 429, 500, 503}, kRequest, ShowF1Page},
      {"GET", "/f1", kF1Page, {200, 429, 500, 503}, kRequest, ShowF1Page},
      {"GET", "/media/{name}", kMedia, {200, 404}, kNothing, ShowMedia},
      {"GET", "/media/{source}/{name}", kMedia, {200, 404}, kNothing, ShowMedia},
      {"GET", "/livez", kPlain, {200}, kNothing, ShowLiveness},
      {"GET", "/readyz", kPlain, {200, 503}, kNothing, ShowReadiness},
      {"GET", "/metrics", kPlain, {200}, kNothing, ShowMetrics},
  };
}

}  // namespace

std::vector<Route> MakeRoutes(const RouteParts& parts) {
  std::vector<Route> routes;
  for (const RouteEntry& entry : Entries()) {
    routes.push_back(
        {std::string(entry.method), std::string(entry.path), entry.surface, entry.statuses,
         [parts, answer = entry.answer](const Request& request) { return answer(parts, request); },
         entry.cost});
    if (entry.surface == Surface::kF1Page) {
      routes.back().claim = Claim::kRest;
      routes.back().refuse = [files = FilesOfPages(parts)](const Refusal& refusal,
                                                           Language language) {
        return RefuseWithPage(refusal, language, files);
      };
    }
  }
  for (const assets::Asset& asset : parts.assets) {
    if (asset.path == kStaffPage) {
      AddStaffPage(asset, routes);
      continue;
    }
    routes.push_back({"GET",
                      std::string(asset.path),
                      AssetSurface(asset),
                      {200, 304},
                      [asset](const Request& request) { return ShowAsset(asset, request); }});
  }
  return routes;
}

}  // namespace pomocnik::bot::http
