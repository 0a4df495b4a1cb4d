// What lies where in the folder that --data names.
#pragma once

#include <memory>
#include <string>

#include "base/log.h"
#include "base/result.h"
#include "bot/knowledge.h"

namespace pomocnik::bot::commands {

std::string IndexFolder(const std::string& data);      // of the index versions
std::string CandidateFolder(const std::string& data);  // of a version that is not in service yet
std::string MediaFolder(
    const std::string& data);  // of pictures, as articles name them below /media/
std::string PublishLockFile(const std::string& data);
std::string LemmaModelFile(const std::string& data);   // made by `pomocnik lexicon build`
std::string IdentityKeyFile(const std::string& data);  // for IdentityKeys::Open

// Opens the newest index version that is sound and whose data files can be read. Those that were passed
// over are logged. kNotFound: there is none; the message says how to make one.
Result<std::shared_ptr<const Knowledge>> OpenNewestKnowledge(const std::string& data, Log& log);

// Opens one version completely, digest included.
Result<std::shared_ptr<const Knowledge>> OpenKnowledge(const std::string& data,
                                                       const std::string& version);
// The same of any folder of versions.
Result<std::shared_ptr<const Knowledge>> OpenKnowledgeIn(const std::string& folder,
                                                         const std::string& version);

}  // namespace pomocnik::bot::commands
