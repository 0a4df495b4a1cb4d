// The reference of an episode in the text of a request.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pomocnik::bot {

// What looks like IdentityKeys::ReferenceFor ("P-7K3F9Q"), each once, in the order of the text.
std::vector<std::string> FindReferences(std::string_view text);

}  // namespace pomocnik::bot
