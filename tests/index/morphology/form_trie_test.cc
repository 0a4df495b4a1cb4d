#include "index/morphology/form_trie.h"

#include <doctest/doctest.h>

namespace pomocnik::index {
namespace {

TEST_CASE("a form is found by its stem and its ending") {
  const FormTrie trie({"davek", "davka", "davki", "davkih", "nov"});
  const std::uint32_t stem = trie.Walk(FormTrie::kRoot, "davk");
  CHECK(trie.FormAt(stem) == FormTrie::kNone);
  CHECK(trie.FormAt(trie.Walk(stem, "a")) == 1);
  CHECK(trie.FormAt(trie.Walk(stem, "i")) == 2);
  CHECK(trie.FormAt(trie.Walk(stem, "ih")) == 3);
  CHECK(trie.FormAt(trie.Walk(stem, "ov")) == FormTrie::kNone);
  CHECK(trie.FormAt(trie.Walk(FormTrie::kRoot, "davek")) == 0);
  CHECK(trie.FormAt(trie.Walk(FormTrie::kRoot, "nov")) == 4);
  CHECK(trie.Walk(FormTrie::kRoot, "novo") == FormTrie::kNone);
  CHECK(trie.Walk(trie.Walk(FormTrie::kRoot, "x"), "a") == FormTrie::kNone);
}

TEST_CASE("an empty trie knows nothing") {
  const FormTrie trie(std::vector<std::string>{});
  CHECK(trie.FormAt(FormTrie::kRoot) == FormTrie::kNone);
  CHECK(trie.Walk(FormTrie::kRoot, "a") == FormTrie::kNone);
}

}  // namespace
}  // namespace pomocnik::index
