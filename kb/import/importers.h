// The formats of sources, each with what reads it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "kb/import/source_config.h"
#include "kb/imported.h"

namespace pomocnik::kb {

// Documents that are read together (GroupingOf) -> articles. Pure.
using Importer = std::function<Imported(const std::vector<SourceDocument>&)>;

// What reads the source. kInvalidArgument: its rules are wrong; the message says where.
Result<Importer> MakeImporter(const SourceConfig& config);

// What, beside the configuration, decides what is read: changes when an importer gives other articles for the same bytes.
Result<std::string> RulesText(const SourceConfig& config);
inline constexpr int kImportersVersion = 1;

}  // namespace pomocnik::kb
