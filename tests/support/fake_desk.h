// A publishing desk that is in the state a test puts it in, and notes what it is asked for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bot/publishing/desk.h"

namespace pomocnik::testing {

class FakeDesk : public bot::publishing::Desk {
 public:
  bot::publishing::State now;
  std::optional<Error> failure;    // what every change answers with, when set
  std::vector<std::string> asked;  // "begin", "go VERSION" …

  bot::publishing::State state() const override { return now; }
  Status Begin() override { return Do("begin"); }
  Status Go(const std::string& version) override { return Do("go " + version); }
  Status Discard() override { return Do("discard"); }
  Status RollBack(const std::string& version) override { return Do("rollback " + version); }

 private:
  Status Do(std::string what) {
    asked.push_back(std::move(what));
    return failure ? Status(*failure) : Status();
  }
};

}  // namespace pomocnik::testing
