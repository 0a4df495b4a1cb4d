#include "tests/support/fake_turn_store.h"

#include <doctest/doctest.h>

#include "tests/bot/store/turn_store_contract.h"

namespace pomocnik::bot {
namespace {

TEST_CASE("the fake store keeps what every turn store promises") {
  testing::FakeTurnStore store;
  CheckTurnStoreContract(store);
}

}  // namespace
}  // namespace pomocnik::bot
