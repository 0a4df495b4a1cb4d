#include "base/result.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

namespace pomocnik {
namespace {

Result<int> Half(int number) {
  if (number % 2 != 0) return Error::InvalidArgument(std::to_string(number) + " is odd");
  return number / 2;
}

Result<int> Quarter(int number) {
  ASSIGN_OR_RETURN(int half, Half(number));
  ASSIGN_OR_RETURN(int quarter, Half(half));
  return quarter;
}

Status CheckEven(int number) {
  RETURN_IF_ERROR(Half(number));
  return {};
}

TEST_CASE("a result is a value or an error") {
  CHECK(Half(4).has_value());
  CHECK(*Half(4) == 2);
  CHECK(Half(4).value_or(9) == 2);
  CHECK_FALSE(Half(3));
  CHECK(Half(3).value_or(9) == 9);
  CHECK(Half(3).error().code == ErrorCode::kInvalidArgument);
  CHECK(Half(3).error().message == "3 is odd");
}

TEST_CASE("the macros hand on values and errors") {
  CHECK(Quarter(8).value() == 2);
  CHECK(Quarter(3).error().message == "3 is odd");
  CHECK(Quarter(6).error().message == "3 is odd");
  CHECK(CheckEven(2));
  CHECK(CheckEven(5).error().message == "5 is odd");
}

TEST_CASE("values that can only be moved are moved") {
  Result<std::unique_ptr<int>> result = std::make_unique<int>(7);
  REQUIRE(result);
  std::unique_ptr<int> taken = std::move(result).value();
  CHECK(*taken == 7);
}

TEST_CASE("an error can be told from a value of its own kind") {
  Result<std::string> text = std::string("x");
  CHECK(text->size() == 1);
  text = Error::NotFound("nothing");
  CHECK(text.error().code == ErrorCode::kNotFound);
}

TEST_CASE("each factory has its code") {
  CHECK(Error::InvalidArgument("").code == ErrorCode::kInvalidArgument);
  CHECK(Error::NotFound("").code == ErrorCode::kNotFound);
  CHECK(Error::Conflict("").code == ErrorCode::kConflict);
  CHECK(Error::Unavailable("").code == ErrorCode::kUnavailable);
  CHECK(Error::Internal("").code == ErrorCode::kInternal);
}

}  // namespace
}  // namespace pomocnik
