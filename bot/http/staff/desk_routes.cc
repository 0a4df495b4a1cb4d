#include "bot/http/staff/desk_routes.h"

#include <string>
#include <utility>

#include "bot/http/responses.h"
#include "bot/http/staff/conversations_api.h"
#include "bot/http/staff/day_range.h"
#include "bot/http/staff/gaps_api.h"
#include "bot/http/staff/review_api.h"
#include "bot/overview.h"
#include "index/text/local_day.h"

namespace pomocnik::bot::http {
namespace {

Response Fail(const DeskParts& parts, const StaffRequest& asked, const Error& error) {
  parts.log.Failure("staff_request_failed", {{"error", error.message}});
  return Refuse({Problem::kStaffUnavailable, ""}, asked.request.language);
}

// What a page asks about, from the same moment on.
struct Asked {
  deflection::Period period;
  TimeSpan span;
};

std::optional<Refusal> ReadPeriod(const DeskParts& parts, const StaffRequest& request,
                                  Asked& asked) {
  DayRange days = LastDays(parts.clock.Now(), kUsualDays);
  if (auto wrong = ReadDayRange(request.request, days)) return wrong;
  asked = {{days.from, days.to}, {BeginOf(days), EndOf(days)}};
  return std::nullopt;
}

Response ShowGaps(const DeskParts& parts, const StaffRequest& request) {
  Asked asked;
  if (const auto wrong = ReadPeriod(parts, request, asked)) {
    return Refuse(*wrong, request.request.language);
  }
  const auto knowledge = parts.knowledge.Get();
  if (knowledge == nullptr) return Refuse({Problem::kNoIndex, ""}, request.request.language);
  const auto minutes = parts.minutes_per_request();
  if (!minutes) return Fail(parts, request, minutes.error());
  const auto gaps = parts.gaps.Find(asked.period, asked.span, *knowledge);
  if (!gaps) return Fail(parts, request, gaps.error());
  return Json(WriteGaps(*gaps, *minutes));
}

Response DecideOnGap(const DeskParts& parts, const StaffRequest& request) {
  GapStateRequest wire;
  if (const auto wrong = ReadGapStateRequest(request.request.body, wire)) {
    return Refuse(*wrong, request.request.language);
  }
  const Status marked = parts.store.MarkGap({wire.id, wire.state, parts.clock.Now(), request.name});
  if (!marked) return Fail(parts, request, marked.error());
  return Json(R"({"saved":true})");
}

Response ShowArticles(const DeskParts& parts, const StaffRequest& request) {
  Asked asked;
  if (const auto wrong = ReadPeriod(parts, request, asked)) {
    return Refuse(*wrong, request.request.language);
  }
  const auto knowledge = parts.knowledge.Get();
  if (knowledge == nullptr) return Refuse({Problem::kNoIndex, ""}, request.request.language);
  const auto articles = parts.articles.ListArticles(asked.period, asked.span, *knowledge->searcher);
  if (!articles) return Fail(parts, request, articles.error());
  return Json(
      WriteReviewedArticles(*articles, index::LocalDay(parts.clock.Now()), parts.stale_ages));
}

Response ShowScreens(const DeskParts& parts, const StaffRequest& request) {
  Asked asked;
  if (const auto wrong = ReadPeriod(parts, request, asked)) {
    return Refuse(*wrong, request.request.language);
  }
  const auto knowledge = parts.knowledge.Get();
  if (knowledge == nullptr) return Refuse({Problem::kNoIndex, ""}, request.request.language);
  const auto screens = parts.articles.ListScreens(asked.period, *knowledge->searcher);
  if (!screens) return Fail(parts, request, screens.error());
  return Json(WriteReviewedScreens(*screens));
}

Response ShowConversations(const DeskParts& parts, const StaffRequest& request) {
  Asked asked;
  if (const auto wrong = ReadPeriod(parts, request, asked)) {
    return Refuse(*wrong, request.request.language);
  }
  ConversationQuery query;
  query.span = asked.span;
  if (const auto wrong = ReadConversationQuery(request.request, query)) {
    return Refuse(*wrong, request.request.language);
  }
  const auto page = parts.store.ListConversations(query);
  if (!page) return Fail(parts, request, page.error());
  return Json(WriteConversations(*page));
}

// The conversation as JSON, after it was noted who looks at it; or the refusal.
struct Found {
  Response response;
  enum class Shown { kNo, kYes } shown = Shown::kNo;
};

Found FindAndNote(const DeskParts& parts, const StaffRequest& request, const std::string& id,
                  StaffDeed deed) {
  const Language language = request.request.language;
  if (CheckConversationId(id) == IdForm::kWrong) {
    return {Refuse({Problem::kNoSuchConversation, ""}, language)};
  }
  const auto conversation = parts.store.FindConversation(id);
  if (!conversation) return {Fail(parts, request, conversation.error())};
  if (!*conversation) return {Refuse({Problem::kNoSuchConversation, ""}, language)};
  const Status noted =
      parts.staff_log.Note({parts.clock.Now(), request.name, deed, "conversation/" + id});
  if (!noted) return {Fail(parts, request, noted.error())};
  return {Json(WriteConversation(**conversation, language)), Found::Shown::kYes};
}

Response ShowConversation(const DeskParts& parts, const StaffRequest& request) {
  return FindAndNote(parts, request, request.request.path_parameters[0], StaffDeed::kViewed)
      .response;
}

Response ExportConversation(const DeskParts& parts, const StaffRequest& request) {
  const auto id = request.request.FindQuery("id");
  if (!id) return Refuse({Problem::kMissingField, "id"}, request.request.language);
  Found found = FindAndNote(parts, request, std::string(*id), StaffDeed::kExported);
  if (found.shown == Found::Shown::kYes) {
    found.response.headers.push_back(
        {"Content-Disposition", "attachment; filename=\"pogovor-" + std::string(*id) + ".json\""});
  }
  return std::move(found.response);
}

Response EraseConversation(const DeskParts& parts, const StaffRequest& request) {
  std::string id;
  if (const auto wrong = ReadEraseRequest(request.request.body, id)) {
    return Refuse(*wrong, request.request.language);
  }
  const auto conversation = parts.store.FindConversation(id);
  if (!conversation) return Fail(parts, request, conversation.error());
  if (!*conversation) {
    return Refuse({Problem::kNoSuchConversation, ""}, request.request.language);
  }
  Status status = parts.staff_log.Note(
      {parts.clock.Now(), request.name, StaffDeed::kErased, "conversation/" + id});
  if (status) status = parts.store.EraseConversation(id);
  // Two may erase it at once.
  const bool erased = status || status.error().code == ErrorCode::kNotFound;
  return erased ? Json(R"({"erased":true})") : Fail(parts, request, status.error());
}

}  // namespace

std::vector<StaffRoute> DeskRoutes(const DeskParts& parts) {
  using Answer = Response (*)(const DeskParts&, const StaffRequest&);
  const auto row = [&](std::string method, const std::string& path, Role least,
                       std::vector<int> statuses, Answer answer) {
    return StaffRoute{std::move(method), "/api/v1/staff/" + path, least, std::move(statuses),
                      [parts, answer](const StaffRequest& asked) { return answer(parts, asked); }};
  };
  return {
      row("GET", "gaps", Role::kViewer, {200, 400}, ShowGaps),
      row("POST", "gaps/state", Role::kCurator, {200}, DecideOnGap),
      row("GET", "articles", Role::kViewer, {200, 400}, ShowArticles),
      row("GET", "screens", Role::kViewer, {200, 400}, ShowScreens),
      row("GET", "conversations", Role::kViewer, {200, 400}, ShowConversations),
      row("GET", "conversations/{id}", Role::kViewer, {200, 404}, ShowConversation),
      row("POST", "conversations/erase", Role::kCurator, {200, 404}, EraseConversation),
      row("GET", "export/conversation", Role::kViewer, {200, 400, 404}, ExportConversation),
  };
}

}  // namespace pomocnik::bot::http
