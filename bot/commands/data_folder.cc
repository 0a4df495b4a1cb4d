#include "bot/commands/data_folder.h"

#include "index/fts/catalog.h"

namespace pomocnik::bot::commands {

std::string IndexFolder(const std::string& data) { return data + "/index"; }
std::string LemmaModelFile(const std::string& data) { return data + "/lemmas.model"; }
std::string IdentityKeyFile(const std::string& data) { return data + "/identity.key"; }

Result<std::shared_ptr<const Knowledge>> OpenKnowledge(const std::string& data,
                                                       const std::string& version) {
  ASSIGN_OR_RETURN(auto searcher, index::OpenVersion(IndexFolder(data), version));
  return Knowledge::Open(std::move(searcher));
}

Result<std::shared_ptr<const Knowledge>> OpenNewestKnowledge(const std::string& data, Log& log) {
  for (const std::string& version : index::ListVersions(IndexFolder(data))) {
    auto knowledge = OpenKnowledge(data, version);
    if (knowledge) return knowledge;
    log.Failure("index_refused", {{"version", version}, {"reason", knowledge.error().message}});
  }
  return Error::NotFound("no usable index in " + IndexFolder(data) +
                         "; make one with: pomocnik index --kb kb --data " + data);
}

}  // namespace pomocnik::bot::commands
