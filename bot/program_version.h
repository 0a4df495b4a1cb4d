// Versions of the vendor's programs. Pure.
#pragma once

#include <string_view>

namespace pomocnik::bot {

// Whether what is written for some versions holds for one of them.
enum class VersionFit { kHolds, kTooOld, kTooNew };  // kTooOld: the program is older than `from`

// "2026.02.001", "6.25", "2019_04_001", "2022.07.001 (9. 5. 2022)", "Verzija 2026.2". Only the parts that both have
// are compared, so that "2026.2" is no older than "2026.02.001". What has no number, or is empty, holds.
VersionFit FitVersion(std::string_view version, std::string_view from, std::string_view to);

}  // namespace pomocnik::bot
