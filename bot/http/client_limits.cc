#include "bot/http/client_limits.h"

#include <string>

#include "bot/http/client_address.h"

namespace pomocnik::bot::http {
namespace {

constexpr std::size_t kMaxClients = 65'536;  // about 5 MB
constexpr double kSecondsADay = 24 * 60 * 60;

TokenRate RequestRate(const ClientRates& rates) {
  return {.per_second = static_cast<double>(rates.requests_per_second),
          .burst = static_cast<double>(rates.burst)};
}

TokenRate MessageRate(const ClientRates& rates) {
  return {.per_second = rates.messages_per_day / kSecondsADay,
          .burst = static_cast<double>(rates.messages_per_day)};
}

}  // namespace

ClientLimits::ClientLimits(const Clock& clock, const ClientRates& rates)
    : clock_(clock),
      requests_(RequestRate(rates), kMaxClients),
      messages_(MessageRate(rates), kMaxClients) {}

void ClientLimits::Configure(const ClientRates& rates) {
  requests_.Configure(RequestRate(rates));
  messages_.Configure(MessageRate(rates));
}

std::optional<Refusal> ClientLimits::Admit(std::string_view client_address, Cost cost) {
  if (cost == Cost::kNothing) return std::nullopt;
  const std::string client = ClientPrefix(client_address);
  const auto now = clock_.SteadyNow();
  if (const auto wait = requests_.Take(client, now); wait.count() > 0) {
    ++refused_requests_;
    return Refusal{Problem::kTooManyRequests, "", wait};
  }
  if (cost == Cost::kRequest) return std::nullopt;
  if (const auto wait = messages_.Take(client, now); wait.count() > 0) {
    ++refused_messages_;
    return Refusal{Problem::kTooManyMessages, "", wait};
  }
  return std::nullopt;
}

}  // namespace pomocnik::bot::http
