#include "bot/overview.h"

#include "index/text/local_day.h"

namespace pomocnik::bot {

Result<deflection::Overview> OverviewReader::Read(
    const deflection::OverviewQuestion& question) const {
  ASSIGN_OR_RETURN(const auto counts, source_.Count({.period = question.period,
                                                     .filter = question.filter,
                                                     .open_since = clock_.Now() - window_}));
  ASSIGN_OR_RETURN(const auto assumptions, ReadAssumptions(source_));
  return deflection::MakeOverview(question, counts, assumptions);
}

deflection::Period OverviewReader::UsualPeriod() const {
  return deflection::LastFullDays(index::LocalDay(clock_.Now()), kUsualDays);
}

Result<deflection::Assumptions> ReadAssumptions(FiguresSource& source) {
  ASSIGN_OR_RETURN(const auto history, source.ListAssumptions());
  return history.empty() ? deflection::Assumptions() : history.front();
}

}  // namespace pomocnik::bot
