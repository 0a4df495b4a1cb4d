#include "kb/import/source_state.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/new_file.h"
#include "kb/import/file_finder.h"
#include "kb/import/json.h"

namespace pomocnik::kb {
namespace {

constexpr std::size_t kMaxBytes = 512 * 1024 * 1024;
// Enough to see what is wrong; the report of an import has all.
constexpr std::size_t kMostDiagnostics = 50;

std::string Format(const std::optional<Instant>& instant) {
  return instant ? FormatRfc3339(*instant) : std::string();
}

nlohmann::json Write(const KnownDocument& document) {
  nlohmann::json articles = nlohmann::json::array();
  for (const KnownArticle& article : document.articles) {
    articles.push_back({{"id", article.id},
                        {"address", article.address},
                        {"title", article.title},
                        {"hash", article.hash}});
    if (!article.media.empty()) articles.back()["media"] = article.media;
  }
  nlohmann::json value = {
      {"address", document.address}, {"hash", document.hash}, {"articles", std::move(articles)}};
  if (!document.etag.empty()) value["etag"] = document.etag;
  if (!document.last_modified.empty()) value["lastModified"] = document.last_modified;
  if (!document.screens.empty()) value["screens"] = json::Write(document.screens);
  if (!document.diagnostics.empty()) value["diagnostics"] = json::Write(document.diagnostics);
  if (!document.missing_pictures.empty()) value["missing"] = document.missing_pictures;
  return value;
}

KnownDocument ReadDocument(const nlohmann::json& value) {
  KnownDocument document;
  document.address = json::Text(value, "address");
  document.hash = json::Text(value, "hash");
  document.etag = json::Text(value, "etag");
  document.last_modified = json::Text(value, "lastModified");
  document.screens = json::ReadScreens(json::List(value, "screens"));
  document.diagnostics = json::ReadDiagnostics(json::List(value, "diagnostics"));
  document.missing_pictures = json::Texts(value, "missing");
  const nlohmann::json& articles = json::List(value, "articles");
  document.articles.reserve(articles.size());
  for (const nlohmann::json& item : articles) {
    document.articles.push_back({json::Text(item, "id"), json::Text(item, "address"),
                                 json::Text(item, "title"), json::Text(item, "hash"),
                                 json::Texts(item, "media")});
  }
  return document;
}

}  // namespace

std::string WriteState(const SourceState& state) {
  const std::size_t told = std::min(kMostDiagnostics, state.diagnostics.size());
  const Diagnostics first(state.diagnostics.begin(),
                          state.diagnostics.begin() + static_cast<std::ptrdiff_t>(told));
  return json::Dump({{"outcome", OutcomeName(state.outcome)},
                     {"error", state.error},
                     {"importedAt", Format(state.imported_at)},
                     {"triedAt", Format(state.tried_at)},
                     {"articles", state.articles},
                     {"added", state.added},
                     {"changed", state.changed},
                     {"removed", state.removed},
                     {"warned", state.warned},
                     {"refused", state.refused},
                     {"diagnostics", json::Write(first)}}) +
         "\n";
}

std::optional<SourceState> ParseState(std::string_view text) {
  const nlohmann::json object = json::Parse(text);
  const auto outcome = ParseOutcome(json::Text(object, "outcome"));
  if (!outcome) return std::nullopt;
  const auto count = [&](const char* key) {
    return static_cast<std::size_t>(std::max(0LL, json::Number(object, key)));
  };
  SourceState state;
  state.outcome = *outcome;
  state.error = json::Text(object, "error");
  state.imported_at = ParseRfc3339(json::Text(object, "importedAt"));
  state.tried_at = ParseRfc3339(json::Text(object, "triedAt"));
  state.articles = count("articles");
  state.added = count("added");
  state.changed = count("changed");
  state.removed = count("removed");
  state.warned = count("warned");
  state.refused = count("refused");
  state.diagnostics = json::ReadDiagnostics(json::List(object, "diagnostics"));
  return state;
}

std::string WriteDocuments(const KnownDocuments& documents) {
  nlohmann::json list = nlohmann::json::array();
  for (const KnownDocument& document : documents.documents) list.push_back(Write(document));
  return json::Dump({{"settings", documents.settings}, {"documents", std::move(list)}}) + "\n";
}

KnownDocuments ParseDocuments(std::string_view text) {
  const nlohmann::json object = json::Parse(text);
  KnownDocuments documents;
  documents.settings = json::Text(object, "settings");
  const nlohmann::json& list = json::List(object, "documents");
  documents.documents.reserve(list.size());
  for (const nlohmann::json& item : list) documents.documents.push_back(ReadDocument(item));
  return documents;
}

SourceState ReadState(const std::string& folder) {
  const auto text = ReadFile(folder + "/state.json", kMaxBytes);
  return text ? ParseState(*text).value_or(SourceState()) : SourceState();
}

KnownDocuments ReadDocuments(const std::string& folder) {
  const auto text = ReadFile(folder + "/documents.json", kMaxBytes);
  return text ? ParseDocuments(*text) : KnownDocuments();
}

Status SaveState(const std::string& folder, const SourceState& state) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return Error::Unavailable("cannot make " + folder + ": " + error.message());
  ASSIGN_OR_RETURN(NewFile file, NewFile::Create(folder + "/state.json"));
  RETURN_IF_ERROR(file.Write(WriteState(state)));
  return file.Publish(Existing::kReplace);
}

}  // namespace pomocnik::kb
