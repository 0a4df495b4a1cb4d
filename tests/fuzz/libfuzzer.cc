#include <cstddef>
#include <cstdint>

#include "tests/fuzz/target.h"

// What a target sets up at its first input is not to count as that input's time.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
  pomocnik::fuzz::RunInput("");
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  pomocnik::fuzz::RunInput({reinterpret_cast<const char*>(data), size});
  return 0;
}
