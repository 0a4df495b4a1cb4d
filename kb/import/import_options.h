// How a source is to be imported.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "kb/fetch/curl_transport.h"
#include "kb/fetch/options.h"
#include "kb/import/isolated.h"

namespace pomocnik::kb {

enum class Shrinking { kRefused, kAllowed };
enum class Diffs { kNo, kYes };

struct SourceImportOptions {
  std::string data;  // folder
  Shrinking shrinking = Shrinking::kRefused;
  Diffs diffs = Diffs::kNo;  // whether the report tells what changed within articles
  IsolationLimits limits{};
  fetch::FetchOptions fetching{};  // but for allow_hosts, which are the source's
  fetch::Network network{};
  // Called after each page that was fetched and after each piece that was read, with (done, total). While pages are fetched that is
  // in the process apart: what it changes in memory is not seen here.
  std::function<void(std::size_t, std::size_t)> on_progress = [](std::size_t, std::size_t) {};
};

}  // namespace pomocnik::kb
