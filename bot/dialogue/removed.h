// Tells a person what was taken out of their words. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bot/dialogue/phrases.h"
#include "bot/privacy/redaction.h"

namespace pomocnik::bot {

// A sentence that names each kind once with its number, in the order of PersonalData: "Odstranili smo:
// 2 telefonski številki, 1 geslo." Empty when nothing was found.
std::string DescribeRemoved(const std::vector<PersonalData>& found, const Phrases& phrases,
                            std::string_view lang);

}  // namespace pomocnik::bot
