// Pictures of articles: the files of <data>/media on the wire.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bot/http/message.h"

namespace pomocnik::bot::http {

// The bytes of folder/names[0]/…: a file of at most kb::kMaxPictureBytes, to which no link leads, under names of ASCII letters, digits,
// '.', '_' and '-' that do not begin with a dot. Absent for anything else. Thread-safe.
std::optional<std::string> ReadMediaFile(const std::string& folder,
                                         const std::vector<std::string>& names);

// The picture that the path's parameters name, else 404. A name that is made of its content ("0b1c…9f.png", at least 32 hex digits)
// may be kept for ever.
Response ShowPicture(const std::string& folder, const Request& request);

}  // namespace pomocnik::bot::http
