// What stands between the search form and the foot of an F1 page.
#pragma once

#include <string>

#include "bot/http/page.h"

namespace pomocnik::bot::http {

std::string PageTitle(const F1Page& page);

// Safe HTML.
std::string RenderContent(const F1Page& page);

}  // namespace pomocnik::bot::http
