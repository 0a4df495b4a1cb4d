// Why a reply was given, in the words of whoever asks (openapi.yaml: Explanation).
#pragma once

#include <string_view>

#include "bot/http/json_text.h"
#include "bot/http/language.h"

namespace pomocnik::bot::http {

// Of an explanation as it is kept with a turn; null when there is none, or it cannot be read.
OrderedJson ExplanationJson(std::string_view kept, Language language);

}  // namespace pomocnik::bot::http
