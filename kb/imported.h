// What the importers of all formats make of a source: values only. From here an article goes through recognition and naming
// (kb/recognition) into a Markdown file, the one format that is indexed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "kb/article.h"
#include "kb/diagnostic.h"
#include "kb/screens.h"

namespace pomocnik::kb {

// Bytes as a source gave them.
struct SourceDocument {
  std::string
      address;  // absolute https address, or relative to the source's folder with '/' as separator
  std::string media_type;  // without parameters, lower case; empty: not told
  std::string charset;     // as told beside the bytes; empty: not told
  std::string bytes;
  std::optional<Date> modified;
};

// What the configuration says of a source. Holds where the source itself says nothing.
struct SourceDefaults {
  std::string source;  // its name: lower-case ASCII letters, digits, hyphens
  std::string
      address;  // where it is published: relative addresses are resolved against it; empty: nowhere
  std::string app = "icenter";
  std::string module;
  std::string lang;
  std::optional<Kind> kind;
};

// Something that was recognised rather than stated.
struct Finding {
  std::string field;  // "kind", "module", "lang", "version_from", "updated", …
  std::string value;
  double confidence = 1;  // 0 to 1
  std::string evidence;   // what it was read from: "the slug begins with fakturiranje-"
  bool operator==(const Finding&) const = default;
};

// An article on its way in. Within `article`, what the source does not state is empty (lang, module, updated, version_from …)
// and `id` is empty; links hold absolute addresses, and Image::source the address of the picture in the source (absolute, or
// relative to the source's folder) until the picture is copied and gets its path below /media/.
struct ImportedArticle {
  Article article;
  std::optional<Kind> kind;  // that the source states; article.kind counts only from recognition on
  std::string
      address;  // of the article in its source, as SourceDocument::address; unique in a source
  std::vector<std::string> aliases;     // further addresses that lead to it, absolute
  std::vector<std::string> breadcrumb;  // outermost first, without the article itself
  std::vector<std::string>
      attachments;  // addresses of files that the article is the stub of, such as PDFs
  std::vector<Finding> findings;
};

// What came out of a document.
struct Imported {
  std::vector<ImportedArticle> articles;
  std::vector<Screen> screens;
  Diagnostics
      diagnostics;  // `file` is the document's address; an error: the article or the document is refused
};

}  // namespace pomocnik::kb
