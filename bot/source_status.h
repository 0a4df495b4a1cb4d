// How a source of articles stands; for those who look after the service.
#pragma once

#include <string>
#include <vector>

#include "kb/import/source_state.h"

namespace pomocnik::bot {

struct SourceStatus {
  std::string name;
  std::string format;
  kb::SourceState state;
};
using SourceStatuses = std::vector<SourceStatus>;  // in the order of the configuration

}  // namespace pomocnik::bot
