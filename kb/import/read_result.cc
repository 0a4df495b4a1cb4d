#include "kb/import/read_result.h"

#include <cassert>
#include <nlohmann/json.hpp>
#include <utility>

#include "kb/import/json.h"

namespace pomocnik::kb {

std::string WithId(std::string_view file, std::string_view id) {
  const std::size_t place = file.find(kNoId);
  assert(place != std::string_view::npos);
  std::string text(file.substr(0, place));
  text.append(id).append(file.substr(place + kNoId.size()));
  return text;
}

std::string WriteReadResult(const ReadResult& result) {
  nlohmann::json articles = nlohmann::json::array();
  for (const ReadArticle& article : result.articles) {
    articles.push_back({{"address", article.address},
                        {"id", article.id},
                        {"url", article.url},
                        {"title", article.title},
                        {"module", article.module},
                        {"file", article.file},
                        {"media", article.media},
                        {"findings", json::Write(article.findings)}});
  }
  return json::Dump({{"articles", std::move(articles)},
                     {"screens", json::Write(result.screens)},
                     {"diagnostics", json::Write(result.diagnostics)},
                     {"missing", result.missing_pictures}});
}

std::optional<ReadResult> ParseReadResult(std::string_view text) {
  const nlohmann::json object = json::Parse(text);
  if (!object.is_object()) return std::nullopt;
  ReadResult result;
  const nlohmann::json& articles = json::List(object, "articles");
  result.articles.reserve(articles.size());
  for (const nlohmann::json& item : articles) {
    ReadArticle article;
    article.address = json::Text(item, "address");
    article.id = json::Text(item, "id");
    article.url = json::Text(item, "url");
    article.title = json::Text(item, "title");
    article.module = json::Text(item, "module");
    article.file = json::Text(item, "file");
    article.media = json::Texts(item, "media");
    article.findings = json::ReadFindings(json::List(item, "findings"));
    if (article.file.find(kNoId) == std::string::npos) return std::nullopt;
    result.articles.push_back(std::move(article));
  }
  result.screens = json::ReadScreens(json::List(object, "screens"));
  result.diagnostics = json::ReadDiagnostics(json::List(object, "diagnostics"));
  result.missing_pictures = json::Texts(object, "missing");
  return result;
}

}  // namespace pomocnik::kb
