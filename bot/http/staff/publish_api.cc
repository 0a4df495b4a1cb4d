#include "bot/http/staff/publish_api.h"

#include <nlohmann/json.hpp>

#include "base/clock.h"
#include "bot/http/json_object.h"
#include "bot/http/json_text.h"
#include "bot/http/request_fields.h"
#include "bot/http/staff/diagnostics_api.h"

namespace pomocnik::bot::http {
namespace {

using publishing::ArticleRef;

constexpr std::size_t kMaxVersionBytes = 100;

OrderedJson RefsJson(const std::vector<ArticleRef>& articles) {
  OrderedJson list = OrderedJson::array();
  for (const ArticleRef& article : articles) {
    list.push_back({{"id", article.id}, {"title", article.title}});
  }
  return list;
}

OrderedJson QuestionsJson(const std::vector<publishing::QuestionChange>& questions) {
  OrderedJson list = OrderedJson::array();
  for (const auto& question : questions) {
    list.push_back({{"id", question.id},
                    {"text", question.text},
                    {"expected", question.expected.title},
                    {"was", question.was.article.title},
                    {"now", question.now.article.title},
                    {"wasDecision", DecisionName(question.was.decision)},
                    {"nowDecision", DecisionName(question.now.decision)}});
  }
  return list;
}

OrderedJson CandidateJson(const publishing::Candidate& candidate) {
  return {{"version", candidate.version},
          {"articles", candidate.articles},
          {"changes",
           {{"added", RefsJson(candidate.changes.added)},
            {"changed", RefsJson(candidate.changes.changed)},
            {"removed", RefsJson(candidate.changes.removed)}}},
          {"questions", candidate.questions},
          {"won", QuestionsJson(candidate.differences.won)},
          {"lost", QuestionsJson(candidate.differences.lost)},
          {"diagnostics", DiagnosticsJson(candidate.diagnostics)}};
}

std::string_view StandingOf(const kb::SourceState& state) {
  if (!state.tried_at) return "new";
  if (state.outcome == kb::SourceOutcome::kImported) return "good";
  return state.imported_at ? "stale" : "failed";
}

OrderedJson SourcesJson(const SourceStatuses& sources) {
  OrderedJson list = OrderedJson::array();
  for (const SourceStatus& source : sources) {
    const kb::SourceState& state = source.state;
    list.push_back({{"name", source.name},
                    {"format", source.format},
                    {"state", StandingOf(state)},
                    {"error", TextOrNull(state.error)},
                    {"importedAt", state.imported_at ? FormatRfc3339(*state.imported_at) : ""},
                    {"triedAt", state.tried_at ? FormatRfc3339(*state.tried_at) : ""},
                    {"articles", state.articles},
                    {"added", state.added},
                    {"changed", state.changed},
                    {"removed", state.removed},
                    {"warned", state.warned},
                    {"refused", state.refused},
                    {"diagnostics", DiagnosticsJson(state.diagnostics)}});
  }
  return list;
}

}  // namespace

std::string WritePublishState(const publishing::State& state) {
  OrderedJson versions = OrderedJson::array();
  for (const publishing::Version& version : state.versions) {
    versions.push_back({{"version", version.version},
                        {"articles", version.articles},
                        {"at", version.made_at ? FormatRfc3339(*version.made_at) : ""},
                        {"served", version.served == publishing::Version::Served::kYes}});
  }
  return Dump({{"state", PhaseName(state.phase)},
               {"progress", {{"done", state.progress.done}, {"total", state.progress.total}}},
               {"served", state.served},
               {"versions", std::move(versions)},
               {"candidate", state.candidate ? CandidateJson(*state.candidate) : OrderedJson()},
               {"error", TextOrNull(state.error)},
               {"editable", state.editable == publishing::State::Editable::kYes},
               {"sources", SourcesJson(state.sources)}});
}

std::optional<Refusal> ReadVersion(std::string_view body, std::string& version) {
  const auto object = JsonObject::Parse(body);
  if (!object) return Refusal{Problem::kMalformedJson, ""};
  if (auto wrong = ReadFilledField(*object, "version", Need::kRequired, version)) return wrong;
  if (version.size() > kMaxVersionBytes) return Refusal{Problem::kLongField, "version"};
  return std::nullopt;
}

}  // namespace pomocnik::bot::http
