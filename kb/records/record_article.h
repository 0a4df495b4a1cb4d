// Records -> articles.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "kb/imported.h"
#include "kb/markdown/reporter.h"
#include "kb/records/record.h"

namespace pomocnik::kb::records {

// Makes the articles of one document. `defaults` must outlive it.
class ArticleMaker {
 public:
  ArticleMaker(const SourceDocument& document, const SourceDefaults& defaults);

  // One more article; or an error; or a record that is not published.
  void Add(const Record& record);
  // An error of the whole document (line 0) or of a line.
  void Fail(int line, std::string message) { reporter_.Fail(line, std::move(message)); }
  // A name that is no field is told once.
  void WarnOfName(int line, std::string_view name);

  Imported Finish() &&;

 private:
  std::string AddressFor(const Record& record, const Article& article);

  std::string document_;  // its address
  const SourceDefaults& defaults_;
  Imported imported_;
  Reporter reporter_;
  std::set<std::string> taken_;  // addresses
  std::set<std::string> unknown_names_;
  int unpublished_ = 0;
};

}  // namespace pomocnik::kb::records
