// The files of an inbox: requests, and what was done with them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bot/request_store.h"
#include "bot/requests/filed_request.h"

namespace pomocnik::bot::commands {

std::string WriteRequests(const std::vector<FiledRequest>& requests);

// Absent: not what WriteRequests wrote.
std::optional<std::vector<FiledRequest>> ReadRequests(std::string_view text);

std::string WriteReceipt(const ImportCounts& counts);
std::optional<ImportCounts> ReadReceipt(std::string_view text);

}  // namespace pomocnik::bot::commands
