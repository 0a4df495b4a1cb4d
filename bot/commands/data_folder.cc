#include "bot/commands/data_folder.h"

#include "index/fts/catalog.h"

namespace pomocnik::bot::commands {

std::string IndexFolder(const std::string& data) { return data + "/index"; }
std::string CandidateFolder(const std::string& data) { return data + "/candidate"; }
std::string MediaFolder(const std::string& data) { return data + "/media"; }
std::string PublishLockFile(const std::string& data) { return data + "/publish.lock"; }
std::string LemmaModelFile(const std::string& data) { return data + "/lemmas.model"; }
std::string IdentityKeyFile(const std::string& data) { return data + "/identity.key"; }

Result<std::shared_ptr<const Knowledge>> OpenKnowledge(const std::string& data,
                                                       const std::string& version) {
  return OpenKnowledgeIn(IndexFolder(data), version);
}

Result<std::shared_ptr<const Knowledge>> OpenKnowledgeIn(const std::string& folder,
                                                         const std::string& version) {
  ASSIGN_OR_RETURN(auto searcher, index::OpenVersion(folder, version));
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
