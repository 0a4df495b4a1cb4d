// Texts as YAML that reads back as just these texts. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pomocnik::kb::yaml {

// In double quotes, on one line, whatever the text holds. REQUIRES: IsValidUtf8(text).
std::string Quoted(std::string_view text);

// Without quotes where nobody could read the text as anything else, in quotes otherwise.
std::string Plain(std::string_view text);

// "[one, two]", without quotes where that is safe.
std::string FlowList(const std::vector<std::string>& texts);

}  // namespace pomocnik::kb::yaml
