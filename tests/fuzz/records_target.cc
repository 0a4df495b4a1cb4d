// Questions and answers. Input: a file, read as a table and as JSON lines.
#include "kb/records/records.h"
#include "tests/fuzz/imported_check.h"

namespace pomocnik::fuzz {

void RunInput(std::string_view input) {
  const kb::SourceDefaults defaults{
      .source = "fuzz", .address = {}, .module = {}, .lang = {}, .kind = {}};
  const kb::SourceDocument document{.address = "fuzz.csv",
                                    .media_type = {},
                                    .charset = {},
                                    .bytes = std::string(input),
                                    .modified = {}};
  CheckImported(kb::records::ReadCsv(document, defaults));
  CheckImported(kb::records::ReadJsonLines(document, defaults));
}

}  // namespace pomocnik::fuzz
