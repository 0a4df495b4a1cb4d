// Screens -> the text of a screens.yaml. Pure.
#pragma once

#include <string>
#include <vector>

#include "kb/screens.h"

namespace pomocnik::kb {

// A text that ParseScreens reads without errors; of screens with one app and id only the first is there.
std::string WriteScreens(std::vector<Screen> screens);

}  // namespace pomocnik::kb
