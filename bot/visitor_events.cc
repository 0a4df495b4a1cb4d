#include "bot/visitor_events.h"

#include <algorithm>

#include "bot/privacy/redaction.h"
#include "bot/turn_owner.h"

namespace pomocnik::bot {
namespace {

using deflection::EventKind;

// A view only names its turn, whose place the store knows.
deflection::Event ViewOf(const EventBatch::Item& item, const EventBatch& batch, Instant now) {
  deflection::Event event;
  event.at = now;
  event.kind = EventKind::kView;
  event.turn_id = item.turn;
  event.article = item.article;
  event.detail = item.detail;
  event.source = batch.source;
  return event;
}

deflection::Event PlacedEvent(const EventBatch& batch, Instant now) {
  deflection::Event event;
  event.at = now;
  event.channel = Redact(batch.channel).text;
  event.lang = batch.lang;
  event.app = Redact(batch.app).text;
  event.screen = Redact(batch.screen).text;
  event.module = Redact(batch.module).text;
  event.source = batch.source;
  return event;
}

}  // namespace

Status VisitorEvents::Take(const EventBatch& batch) {
  const Instant now = clock_.Now();
  const deflection::Event placed = PlacedEvent(batch, now);
  std::vector<deflection::Event> events;
  for (const EventBatch::Item& item : batch.items) {
    if (item.kind == EventKind::kView) {
      RETURN_IF_ERROR(CheckTurnOwner(turns_, keys_, item.turn, batch.secret));
      events.push_back(ViewOf(item, batch, now));
      continue;
    }
    events.push_back(placed);
    events.back().kind = item.kind;
    events.back().article = item.article;
  }
  const bool has_views =
      std::any_of(events.begin(), events.end(),
                  [](const deflection::Event& event) { return event.kind == EventKind::kView; });
  if (has_views) return events_.SaveEvents(events);
  events_.NoteEvents(events);
  return {};
}

}  // namespace pomocnik::bot
