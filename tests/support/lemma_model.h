// The lemma model that ctest's fixture `lemma_model` has learnt from Debian's word lists.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "kb/lexicon/lexicon.h"
#include "tests/support/files.h"

namespace pomocnik::testing {

// For a library's data files. REQUIRES: the test names the fixture (FIXTURE in its CMakeLists.txt).
inline kb::DataFile LearntLemmaModel() {
  std::string bytes = ReadFile(POMOCNIK_BINARY_DIR "/lexicon/lemmas.model");
  REQUIRE_MESSAGE(!bytes.empty(), "no model; run this with ctest, which learns it first");
  return {std::string(kb::kLemmaModelFile), std::move(bytes)};
}

}  // namespace pomocnik::testing
