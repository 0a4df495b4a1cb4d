// Newsletters: mails and pages. Input: the document.
#include "kb/newsletter/issue.h"
#include "tests/fuzz/imported_check.h"

namespace pomocnik::fuzz {

void RunInput(std::string_view input) {
  const kb::SourceDocument document{"7.eml", {}, {}, std::string(input), {}};
  const kb::Imported imported = kb::newsletter::ReadIssue(document, {});
  CheckImported(imported);
  Require(!imported.articles.empty() || !imported.diagnostics.empty(),
          "an issue without an item is refused with a reason");
}

}  // namespace pomocnik::fuzz
