#include "bot/http/events_api.h"

#include <utility>

#include "base/utf8.h"

namespace pomocnik::bot::http {
namespace {

using deflection::EventKind;

// What a page may tell; the rest is seen by the server itself.
std::optional<EventKind> ReadKind(const std::string& name) {
  const auto kind = deflection::ParseKind(name);
  const bool told =
      kind == EventKind::kVisit || kind == EventKind::kView || kind == EventKind::kSuggestion;
  return told ? kind : std::nullopt;
}

std::optional<Refusal> ReadArticle(const JsonObject& object, Need need, std::string& article) {
  if (auto refusal = ReadField(object, "article", need, article)) return refusal;
  if (CountCodePoints(article) <= kMaxContextCodePoints) return std::nullopt;
  return Refusal{Problem::kLongField, "article"};
}

std::optional<Refusal> ReadView(const JsonObject& object, EventBatch::Item& item) {
  if (auto refusal = ReadTurn(object, item.turn)) return refusal;
  if (auto refusal = ReadField(object, "how", Need::kRequired, item.detail)) return refusal;
  if (item.detail != deflection::kOpened && item.detail != deflection::kDwell) {
    return Refusal{Problem::kWrongField, "how"};
  }
  return ReadArticle(object, Need::kOptional, item.article);
}

std::optional<Refusal> ReadItem(const JsonObject& object, EventBatch::Item& item) {
  std::string name;
  if (auto refusal = ReadField(object, "kind", Need::kRequired, name)) return refusal;
  const auto kind = ReadKind(name);
  if (!kind) return Refusal{Problem::kWrongField, "kind"};
  item.kind = *kind;
  if (*kind == EventKind::kView) return ReadView(object, item);
  if (*kind == EventKind::kSuggestion) return ReadArticle(object, Need::kRequired, item.article);
  return std::nullopt;
}

std::optional<Refusal> ReadItems(const JsonObject& object, std::vector<EventBatch::Item>& items) {
  std::vector<JsonObject> objects;
  const auto presence = object.ReadObjects("events", objects);
  if (presence == JsonObject::Presence::kAbsent) return Refusal{Problem::kMissingField, "events"};
  const bool fits = !objects.empty() && objects.size() <= kMaxEventsAtOnce;
  if (presence == JsonObject::Presence::kWrongType || !fits) {
    return Refusal{Problem::kWrongField, "events"};
  }
  for (const JsonObject& member : objects) {
    EventBatch::Item item;
    if (auto refusal = ReadItem(member, item)) {
      refusal->field = "events[" + std::to_string(items.size()) + "]." + refusal->field;
      return refusal;
    }
    items.push_back(std::move(item));
  }
  return std::nullopt;
}

}  // namespace

std::optional<Refusal> ReadEventsRequest(std::string_view body, EventsRequest& request) {
  const auto object = JsonObject::Parse(body);
  if (!object) return Refusal{Problem::kMalformedJson, ""};
  if (auto refusal = ReadLanguage(*object, request.lang)) return refusal;
  if (auto refusal = ReadContext(*object, request.context)) return refusal;
  return ReadItems(*object, request.events);
}

}  // namespace pomocnik::bot::http
