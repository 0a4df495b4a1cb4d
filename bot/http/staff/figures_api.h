// The figures on the wire (openapi.yaml: StaffOverview, StaffAssumptions).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "bot/deflection/figures.h"
#include "bot/http/message.h"
#include "bot/http/refusal.h"

namespace pomocnik::bot::http {

// The longest period that can be asked for.
inline constexpr int kMostDays = 3 * 366;

// Reads from, to, channel, module, lang and by. What is not given of the period is that of `usual`.
std::optional<Refusal> ReadOverviewQuestion(const Request& request, const deflection::Period& usual,
                                            deflection::OverviewQuestion& question);

// Leaves changed_by and changed_at as they are.
std::optional<Refusal> ReadAssumptionsRequest(std::string_view body,
                                              deflection::Assumptions& assumptions);

// What is hidden is null.
std::string WriteOverview(const deflection::Overview& overview);
// The same, and below which count a number was hidden.
std::string WriteOverviewExport(const deflection::Overview& overview);

std::string WriteAssumptions(const deflection::Assumptions& assumptions);

}  // namespace pomocnik::bot::http
