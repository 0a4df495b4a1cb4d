// Work on the network, in a process apart from this one that may use nothing else of it.
#pragma once

#include <functional>
#include <string>

#include "base/result.h"
#include "kb/import/isolated.h"

namespace pomocnik::kb {

// What `work` returned there. It may take hours: servers are slow, and the crawl has limits of its own. Errors are those of
// RunIsolated; kUnavailable: the process has ended.
Result<std::string> RunOverNetwork(const IsolationLimits& limits,
                                   const std::function<std::string()>& work);

}  // namespace pomocnik::kb
