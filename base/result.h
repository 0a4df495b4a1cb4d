// Value or error, without exceptions.
#pragma once

#include <cassert>
#include <chrono>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

namespace pomocnik {

// What a caller may act on. A new code is added only if some caller acts differently on it;
// bot/http/server.cc maps each one to an HTTP status.
enum class ErrorCode {
  kInvalidArgument,  // the input is wrong; repeating it cannot help
  kNotFound,         // the thing named does not exist, or is not the caller's
  kConflict,         // the thing exists already with another content
  kExhausted,        // a limit is reached for now; repeating after Error::retry_after may help
  kFull,             // a limit is reached for good; the same must be done on another thing
  kUnavailable,      // a needed part is down or busy; repeating later may help
  kInternal,         // everything else
};

// The message is for operators: what was attempted and with what. Visitors never see it.
struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string message;
  std::chrono::nanoseconds retry_after{0};  // of kExhausted

  static Error InvalidArgument(std::string message) {
    return {ErrorCode::kInvalidArgument, std::move(message)};
  }
  static Error NotFound(std::string message) { return {ErrorCode::kNotFound, std::move(message)}; }
  static Error Conflict(std::string message) { return {ErrorCode::kConflict, std::move(message)}; }
  static Error Exhausted(std::string message, std::chrono::nanoseconds retry_after) {
    return {ErrorCode::kExhausted, std::move(message), retry_after};
  }
  static Error Full(std::string message) { return {ErrorCode::kFull, std::move(message)}; }
  static Error Unavailable(std::string message) {
    return {ErrorCode::kUnavailable, std::move(message)};
  }
  static Error Internal(std::string message) { return {ErrorCode::kInternal, std::move(message)}; }
};

// Holds a T or an Error. The names are those of std::expected, so that a later compiler's own type can
// take its place. Dropping one is a warning. Result<bool> does not compile: `if (result)` would test the
// wrong thing; use a two-value enum.
template <typename T>
class [[nodiscard]] Result {
  static_assert(!std::is_same_v<T, bool>, "use a two-value enum");
  static_assert(!std::is_same_v<T, Error>, "an Error is not a value");

 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  // REQUIRES: has_value().
  T& value() & { return *Get(); }
  const T& value() const& { return *Get(); }
  T&& value() && { return std::move(*Get()); }
  T& operator*() & { return *Get(); }
  const T& operator*() const& { return *Get(); }
  T&& operator*() && { return std::move(*Get()); }
  T* operator->() { return Get(); }
  const T* operator->() const { return Get(); }

  // REQUIRES: !has_value().
  const Error& error() const& {
    assert(!has_value());
    return *std::get_if<1>(&state_);
  }
  Error&& error() && {
    assert(!has_value());
    return std::move(*std::get_if<1>(&state_));
  }

  T value_or(T fallback) && { return has_value() ? std::move(*Get()) : std::move(fallback); }

 private:
  T* Get() {
    assert(has_value());
    return std::get_if<0>(&state_);
  }
  const T* Get() const {
    assert(has_value());
    return std::get_if<0>(&state_);
  }

  std::variant<T, Error> state_;
};

// Success, or an Error.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)), failed_(true) {}

  bool has_value() const { return !failed_; }
  explicit operator bool() const { return has_value(); }

  // REQUIRES: !has_value().
  const Error& error() const& {
    assert(failed_);
    return error_;
  }
  Error&& error() && {
    assert(failed_);
    return std::move(error_);
  }

 private:
  Error error_;
  bool failed_ = false;
};

using Status = Result<void>;

}  // namespace pomocnik

#define POMOCNIK_CONCAT_INNER(a, b) a##b
#define POMOCNIK_CONCAT(a, b) POMOCNIK_CONCAT_INNER(a, b)

// Returns the error of a Status or Result expression from the enclosing function, if it has one.
#define RETURN_IF_ERROR(expression)                                               \
  do {                                                                            \
    if (auto status_ = (expression); !status_) return std::move(status_).error(); \
  } while (false)

// ASSIGN_OR_RETURN(auto x, F()): x takes the value of F(), or its error is returned.
#define ASSIGN_OR_RETURN(declaration, expression) \
  ASSIGN_OR_RETURN_INNER(POMOCNIK_CONCAT(result_, __LINE__), declaration, expression)
#define ASSIGN_OR_RETURN_INNER(result, declaration, expression) \
  auto result = (expression);                                   \
  if (!result) return std::move(result).error();                \
  declaration = std::move(result).value()
