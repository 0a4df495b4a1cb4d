#include "bench/search/engine.h"

namespace pomocnik::bench {

std::unique_ptr<Engine> MakeXapianEngine(std::string) { return nullptr; }

}  // namespace pomocnik::bench
