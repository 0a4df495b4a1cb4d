#include "bot/source_names.h"

#include <doctest/doctest.h>

namespace pomocnik::bot {
namespace {

const Instant kNoon = *ParseRfc3339("2026-11-23T11:00:00Z");

TEST_CASE("a source has one name a day in Slovenia, and nobody else has it") {
  SourceNames names;
  const std::string name = names.NameOf("\x0a\x01\x02\x03", kNoon);
  CHECK(name.size() == 16);
  CHECK(names.NameOf("\x0a\x01\x02\x03", *ParseRfc3339("2026-11-23T22:59:59Z")) == name);
  CHECK(names.NameOf("\x0a\x01\x02\x04", kNoon) != name);
  const std::string next = names.NameOf("\x0a\x01\x02\x03", *ParseRfc3339("2026-11-23T23:00:00Z"));
  CHECK(next != name);
  // The salt of a day is gone with it.
  CHECK(names.NameOf("\x0a\x01\x02\x03", kNoon) != name);
  CHECK(SourceNames().NameOf("\x0a\x01\x02\x03", kNoon) != name);
}

TEST_CASE("who is not known has no name") { CHECK(SourceNames().NameOf("", kNoon).empty()); }

}  // namespace
}  // namespace pomocnik::bot
