// Whether articles still lead somewhere on the web: their own addresses and the links in their text.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "kb/diagnostic.h"
#include "kb/fetch/fetcher.h"
#include "kb/library.h"

namespace pomocnik::bot::commands {

struct WebLinks {
  std::size_t fine = 0;
  std::size_t moved = 0;
  std::size_t broken = 0;
  std::size_t unsure = 0;       // their hosts do not answer today
  std::size_t not_checked = 0;  // not https, or not to be asked
  kb::Diagnostics
      diagnostics;  // of all that are not fine, but for those not checked; in the order of articles
};

// "help.icenter.si": those that https addresses of the articles lead to, each once.
std::vector<std::string> LinkedHosts(const kb::Library& library);

// Asks for each address once. `on_progress` is called with (done, total).
WebLinks CheckWebLinks(const kb::Library& library, kb::fetch::Fetcher& fetcher,
                       const std::function<void(std::size_t, std::size_t)>& on_progress);

}  // namespace pomocnik::bot::commands
