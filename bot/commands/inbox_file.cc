#include "bot/commands/inbox_file.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace pomocnik::bot::commands {
namespace {

using Json = nlohmann::json;

const Json* Find(const Json& object, const char* name, bool (Json::*is_type)() const noexcept) {
  const auto found = object.find(name);
  return found != object.end() && ((*found).*is_type)() ? &*found : nullptr;
}

std::optional<FiledRequest> ReadRequest(const Json& json) {
  if (!json.is_object()) return std::nullopt;
  FiledRequest request;
  const std::pair<const char*, std::string*> texts[] = {{"number", &request.number},
                                                        {"state", &request.state},
                                                        {"solution", &request.solution},
                                                        {"text", &request.text}};
  for (const auto& [name, value] : texts) {
    const Json* member = Find(json, name, &Json::is_string);
    if (!member) return std::nullopt;
    *value = member->get<std::string>();
  }
  const Json* created = Find(json, "created", &Json::is_number_integer);
  const Json* references = Find(json, "references", &Json::is_array);
  if (!created || !references) return std::nullopt;
  request.created_at = ToInstant(created->get<std::int64_t>());
  if (const Json* closed = Find(json, "closed", &Json::is_number_integer)) {
    request.closed_at = ToInstant(closed->get<std::int64_t>());
  }
  for (const Json& reference : *references) {
    if (!reference.is_string()) return std::nullopt;
    request.references.push_back(reference.get<std::string>());
  }
  return request;
}

}  // namespace

std::string WriteRequests(const std::vector<FiledRequest>& requests) {
  Json array = Json::array();
  for (const FiledRequest& request : requests) {
    Json json = {{"number", request.number}, {"created", Milliseconds(request.created_at)},
                 {"state", request.state},   {"solution", request.solution},
                 {"text", request.text},     {"references", request.references}};
    if (request.closed_at) json["closed"] = Milliseconds(*request.closed_at);
    array.push_back(std::move(json));
  }
  return array.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<std::vector<FiledRequest>> ReadRequests(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_array()) return std::nullopt;
  std::vector<FiledRequest> requests;
  for (const Json& item : json) {
    auto request = ReadRequest(item);
    if (!request) return std::nullopt;
    requests.push_back(*std::move(request));
  }
  return requests;
}

std::string WriteReceipt(const ImportCounts& counts) {
  return Json{{"added", counts.added}, {"updated", counts.updated}, {"joined", counts.joined}}
      .dump();
}

std::optional<ImportCounts> ReadReceipt(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  ImportCounts counts;
  const std::pair<const char*, std::int64_t*> members[] = {
      {"added", &counts.added}, {"updated", &counts.updated}, {"joined", &counts.joined}};
  for (const auto& [name, value] : members) {
    const Json* member = Find(json, name, &Json::is_number_integer);
    if (!member) return std::nullopt;
    *value = member->get<std::int64_t>();
  }
  return counts;
}

}  // namespace pomocnik::bot::commands
