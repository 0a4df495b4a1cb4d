#include "index/text/local_day.h"

#include <unicode/basictz.h>
#include <unicode/timezone.h>

#include <memory>

namespace pomocnik::index {

Date LocalDay(Instant instant) {
  static const std::unique_ptr<const icu::TimeZone> kZone(
      icu::TimeZone::createTimeZone("Europe/Ljubljana"));
  std::int32_t raw_offset = 0;
  std::int32_t summer_offset = 0;
  UErrorCode status = U_ZERO_ERROR;
  kZone->getOffset(static_cast<UDate>(instant.time_since_epoch().count()), false, raw_offset,
                   summer_offset, status);
  auto local = instant + std::chrono::milliseconds{raw_offset + summer_offset};
  return Date{std::chrono::floor<std::chrono::days>(local)};
}

}  // namespace pomocnik::index
