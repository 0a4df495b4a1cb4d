// What is remembered of a source between two imports. Values, and their JSON.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "kb/diagnostic.h"
#include "kb/import/import_report.h"
#include "kb/screens.h"

namespace pomocnik::kb {

// How it went last: <data>/sources/<name>/state.json.
struct SourceState {
  SourceOutcome outcome = SourceOutcome::kImported;
  std::string error;                   // why it is not kImported
  std::optional<Instant> imported_at;  // when it was imported last; absent: never
  std::optional<Instant> tried_at;     // when that was tried last
  std::size_t articles = 0;
  std::size_t added = 0;  // by the last import that changed something, like the next two
  std::size_t changed = 0;
  std::size_t removed = 0;
  std::size_t warned = 0;
  std::size_t refused = 0;
  Diagnostics diagnostics;  // the first of them
  bool operator==(const SourceState&) const = default;
};

std::string WriteState(const SourceState& state);
// Absent when the text is none.
std::optional<SourceState> ParseState(std::string_view json);

// An article that a document gave.
struct KnownArticle {
  std::string id;
  std::string address;
  std::string title;
  std::string hash;  // of its file
  std::vector<std::string> media;
};

// A document that was read, and what it gave.
struct KnownDocument {
  std::string address;
  std::string hash;  // of its bytes
  std::string etag;  // as its server told; likewise the next
  std::string last_modified;
  std::vector<KnownArticle> articles;
  std::vector<Screen> screens;
  Diagnostics diagnostics;
  std::vector<std::string> missing_pictures;
};

// What need not be read again: <data>/sources/<name>/documents.json.
struct KnownDocuments {
  std::string settings;  // of the configuration and the program that they were read with
  std::vector<KnownDocument> documents;  // by address
};

std::string WriteDocuments(const KnownDocuments& documents);
// Empty when the text is none.
KnownDocuments ParseDocuments(std::string_view json);

// Of a source's folder <data>/sources/<name>; what is usual when there is none.
SourceState ReadState(const std::string& folder);
KnownDocuments ReadDocuments(const std::string& folder);
// Replaces it in one step.
Status SaveState(const std::string& folder, const SourceState& state);

}  // namespace pomocnik::kb
