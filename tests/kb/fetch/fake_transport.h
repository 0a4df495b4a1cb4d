// A network that is a table, and a wait that only moves the clock.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "kb/fetch/transport.h"
#include "kb/fetch/waiter.h"
#include "tests/support/fake_clock.h"

namespace pomocnik::kb::fetch {

class FakeTransport : public Transport {
 public:
  // Answers are given out one after the other, the last again and again.
  void Answer(const std::string& address, WireResponse response) {
    answers_[address].push_back(std::move(response));
  }
  void Fail(const std::string& address, Error error) { errors_.emplace(address, std::move(error)); }

  Result<WireResponse> Exchange(const WireRequest& request) override {
    const std::string& address = request.address.text;
    requests.push_back(request);
    if (const auto error = errors_.find(address); error != errors_.end()) return error->second;
    const auto known = answers_.find(address);
    if (known == answers_.end()) return WireResponse{404, {}, {}};
    std::vector<WireResponse>& left = known->second;
    WireResponse response = left.front();
    if (left.size() > 1) left.erase(left.begin());
    return response;
  }

  // The addresses that were asked for, without those of robots.txt.
  std::string Asked() const {
    std::string asked;
    for (const WireRequest& request : requests) {
      if (request.address.target == "/robots.txt") continue;
      asked += (asked.empty() ? "" : " ") + request.address.text;
    }
    return asked;
  }

  std::vector<WireRequest> requests;

 private:
  std::map<std::string, std::vector<WireResponse>> answers_;
  std::map<std::string, Error> errors_;
};

class FakeWaiter : public Waiter {
 public:
  explicit FakeWaiter(testing::FakeClock& clock) : clock_(clock) {}

  void Wait(std::chrono::nanoseconds time, const std::stop_token&) override {
    waited += time;
    clock_.Tick(std::chrono::ceil<std::chrono::milliseconds>(time));
  }

  std::chrono::nanoseconds waited{0};

 private:
  testing::FakeClock& clock_;
};

}  // namespace pomocnik::kb::fetch
