// How long the figures of the overview take on a state that `pomocnik demo-data` has filled: all queries, and what is
// made of them.
//
//     build/bench/bench_figures DATA [last day, 2026-11-25]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "bot/deflection/figures.h"
#include "bot/overview.h"
#include "bot/store/sqlite_figures_store.h"

namespace {

using namespace pomocnik;
using namespace pomocnik::bot;

constexpr int kRounds = 21;

class StandingClock : public Clock {
 public:
  explicit StandingClock(Date day) : now_(std::chrono::sys_days(day)) {}
  Instant Now() const override { return now_; }
  std::chrono::steady_clock::time_point SteadyNow() const override { return {}; }

 private:
  const Instant now_;
};

struct Case {
  const char* name;
  int days;
  deflection::Filter filter{};
};

double Milliseconds(std::chrono::steady_clock::duration time) {
  return std::chrono::duration<double, std::milli>(time).count();
}

int Fail(const Error& error) {
  std::fprintf(stderr, "%s\n", error.message.c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  const auto last = ParseDate(argc > 2 ? argv[2] : "2026-11-25");
  if (argc < 2 || !last) {
    std::fprintf(stderr, "usage: bench_figures DATA [last day]\n");
    return 1;
  }
  auto file = SqliteFiguresFile::Open(argv[1]);
  if (!file) return Fail(file.error());
  const StandingClock clock(deflection::DayAfter(*last));
  const OverviewReader reader(*file, clock, std::chrono::days(7));
  const Case cases[] = {{"a year", 365},
                        {"half a year, beside the other half", 182},
                        {"30 days", 30},
                        {"a year, one channel", 365, {"web", "", ""}},
                        {"a year, one module", 365, {"", "Obračun plač", ""}}};
  std::printf("%-36s %9s %9s %9s\n", "period", "episodes", "median ms", "worst ms");
  for (const Case& row : cases) {
    deflection::OverviewQuestion question;
    question.period = deflection::LastFullDays(deflection::DayAfter(*last), row.days);
    question.filter = row.filter;
    question.by = deflection::UsualStep(question.period);
    std::vector<double> times;
    long long episodes = 0;
    for (int round = 0; round < kRounds; ++round) {
      const auto begin = std::chrono::steady_clock::now();
      const auto overview = reader.Read(question);
      times.push_back(Milliseconds(std::chrono::steady_clock::now() - begin));
      if (!overview) return Fail(overview.error());
      episodes = overview->totals.tally.episodes;
    }
    std::sort(times.begin(), times.end());
    std::printf("%-36s %9lld %9.1f %9.1f\n", row.name, episodes, times[kRounds / 2], times.back());
  }
  return 0;
}
