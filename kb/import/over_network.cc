#include "kb/import/over_network.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <utility>

namespace pomocnik::kb {
namespace {

constexpr std::chrono::hours kPatience{7};
constexpr std::chrono::minutes kProcessor{10};

}  // namespace

Result<std::string> RunOverNetwork(const IsolationLimits& limits,
                                   const std::function<std::string()>& work) {
  IsolationLimits patient = limits;
  patient.network = Network::kYes;
  patient.patience = kPatience;
  patient.processor = kProcessor;
  std::optional<Result<std::string>> told;
  IsolatedWork only;
  only.pieces = 1;
  only.work = [&](std::size_t) { return work(); };
  only.take = [&](std::size_t, Result<std::string> result) { told = std::move(result); };
  RETURN_IF_ERROR(RunIsolated(only, patient));
  return *std::move(told);
}

}  // namespace pomocnik::kb
