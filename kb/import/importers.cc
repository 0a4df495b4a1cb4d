#include "kb/import/importers.h"

#include <utility>

#include "kb/import/markdown_page.h"

namespace pomocnik::kb {

Result<Importer> MakeImporter(const SourceConfig& config) {
  switch (config.format) {
    case SourceFormat::kMarkdown:
      return Importer([](std::vector<SourceDocument> documents) {
        return ReadMarkdownPage(documents.front());
      });
    default:
      return Error::InvalidArgument("no importer for the format " +
                                    std::string(FormatName(config.format)));
  }
}

Result<std::string> RulesText(const SourceConfig&) { return std::string(); }

}  // namespace pomocnik::kb
