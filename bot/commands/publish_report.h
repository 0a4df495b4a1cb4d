// What `pomocnik publish` tells a person, as text.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "bot/publishing/desk.h"
#include "index/fts/service.h"

namespace pomocnik::bot::commands {

// Articles that differ (`limit` of each kind, the others counted), then every question lost and won with what was shown and
// what would be.
std::string FormatCandidate(const publishing::Candidate& candidate, std::size_t limit);

// A line a version, newest first.
std::string FormatVersions(const std::vector<index::KeptVersion>& versions,
                           const std::string& served);

}  // namespace pomocnik::bot::commands
