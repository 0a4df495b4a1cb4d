#include "bot/http/staff/figures_routes.h"

#include <string>
#include <utility>
#include <variant>

#include "bot/deflection/figures_csv.h"
#include "bot/deflection/small_cells.h"
#include "bot/http/responses.h"
#include "bot/http/staff/figures_api.h"
#include "bot/overview.h"

namespace pomocnik::bot::http {
namespace {

Response RefuseFor(const FiguresParts& parts, std::string_view route, const Error& error,
                   Language language) {
  const Problem problem = ProblemOf(error.code);
  if (RefusalStatus(problem) >= 500) {
    parts.log.Failure("request_failed", {{"route", std::string(route)}, {"error", error.message}});
  }
  return Refuse({problem, ""}, language);
}

// The figures that are asked for, or why there are none.
std::variant<deflection::Overview, Response> ReadOverview(const FiguresParts& parts,
                                                          const Request& request) {
  const OverviewReader reader(parts.store, parts.clock, parts.window);
  deflection::OverviewQuestion question;
  if (const auto refusal = ReadOverviewQuestion(request, reader.UsualPeriod(), question)) {
    return Refuse(*refusal, request.language);
  }
  auto overview = reader.Read(question);
  if (!overview) return RefuseFor(parts, "overview", overview.error(), request.language);
  return std::move(*overview);
}

Response ShowOverview(const FiguresParts& parts, const StaffRequest& asked) {
  auto read = ReadOverview(parts, asked.request);
  if (auto* refused = std::get_if<Response>(&read)) return std::move(*refused);
  return Json(WriteOverview(std::get<deflection::Overview>(read)));
}

Response AsFile(Response response, const std::string& name) {
  response.headers.push_back({"Content-Disposition", "attachment; filename=\"" + name + "\""});
  return response;
}

Response ExportOverview(const FiguresParts& parts, const StaffRequest& asked) {
  const Request& request = asked.request;
  const auto format = request.FindQuery("format").value_or("csv");
  if (format != "csv" && format != "json") {
    return Refuse({Problem::kWrongField, "format"}, request.language);
  }
  auto read = ReadOverview(parts, request);
  if (auto* refused = std::get_if<Response>(&read)) return std::move(*refused);
  auto& overview = std::get<deflection::Overview>(read);
  if (const Status noted = parts.staff_log.Note({.at = parts.clock.Now(),
                                                 .name = asked.name,
                                                 .act = StaffDeed::kExported,
                                                 .object = "overview"});
      !noted) {
    return RefuseFor(parts, "exportOverview", noted.error(), request.language);
  }
  HideSmallCells(overview);
  if (format == "json") return AsFile(Json(WriteOverviewExport(overview)), "overview.json");
  return AsFile(Text("text/csv; charset=utf-8", WriteOverviewCsv(overview)), "overview.csv");
}

Response TakeAssumptions(const FiguresParts& parts, const StaffRequest& asked) {
  const Request& request = asked.request;
  deflection::Assumptions assumptions{.changed_by = asked.name, .changed_at = parts.clock.Now()};
  if (const auto refusal = ReadAssumptionsRequest(request.body, assumptions)) {
    return Refuse(*refusal, request.language);
  }
  Status done = parts.staff_log.Note({.at = *assumptions.changed_at,
                                      .name = asked.name,
                                      .act = StaffDeed::kEdited,
                                      .object = "assumptions"});
  if (done) done = parts.store.SaveAssumptions(assumptions);
  if (!done) return RefuseFor(parts, "assumptions", done.error(), request.language);
  return Json(WriteAssumptions(assumptions));
}

}  // namespace

std::vector<StaffRoute> FiguresRoutes(const FiguresParts& parts) {
  using Answer = Response (*)(const FiguresParts&, const StaffRequest&);
  const auto with_parts = [&parts](Answer answer) {
    return [parts, answer](const StaffRequest& asked) { return answer(parts, asked); };
  };
  return {
      {"GET",
       "/api/v1/staff/overview",
       Role::kViewer,
       {200, 400, 500, 503},
       with_parts(ShowOverview)},
      {"GET",
       "/api/v1/staff/export/overview",
       Role::kViewer,
       {200, 400, 500, 503},
       with_parts(ExportOverview)},
      {"POST",
       "/api/v1/staff/assumptions",
       Role::kAdmin,
       {200, 400, 415, 500, 503},
       with_parts(TakeAssumptions)},
  };
}

}  // namespace pomocnik::bot::http
