// What an import changed, in a line.
#pragma once

#include <string>
#include <vector>

#include "kb/import/import_report.h"

namespace pomocnik::kb::testing {

inline std::string Ids(const std::vector<ReportedArticle>& articles) {
  std::string ids;
  for (const ReportedArticle& article : articles) ids += article.id + " ";
  return ids;
}

// "+added ~changed -removed".
inline std::string Changes(const SourceReport& report) {
  return "+" + Ids(report.added) + "~" + Ids(report.changed) + "-" + Ids(report.removed);
}

}  // namespace pomocnik::kb::testing
