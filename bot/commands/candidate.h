// A version that is built aside, compared with the one in service, and moved into its place or thrown away: what
// `pomocnik publish` and the staff page do. Crashing at any moment leaves what is served as it was.
#pragma once

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "bot/commands/version_build.h"
#include "bot/knowledge.h"
#include "bot/publishing/desk.h"
#include "bot/store/lock_file.h"

namespace pomocnik::bot::commands {

struct CandidateSource {
  std::string kb;                            // folder
  std::vector<std::string> article_folders;  // that replace kb/articles, when not empty
  std::string data;
  ModelAdder add_model;
};

struct PrepareOptions {
  std::function<void(publishing::Phase, publishing::Progress)> on_progress =
      [](publishing::Phase, publishing::Progress) {};
  std::stop_token stop = {};  // ends the preparing, which then is kUnavailable
};

// To be held from before PrepareCandidate until what it does is done; kConflict when somebody else, in this process or another,
// prepares or publishes.
Result<LockFile> LockPublishing(const std::string& data);

// The candidate with the version that was the newest in place when it was compared.
struct PreparedCandidate {
  publishing::Candidate candidate;
  std::string newest;
};

// The version in service; null when there is none.
using ServedVersion = std::function<std::shared_ptr<const Knowledge>()>;

// Builds the candidate in CandidateFolder, in the place of the one before, and asks it and the version in service the questions of
// <kb>/questions.tsv; without that file there are none to ask. `served` is called, and asked, on another thread meanwhile.
// kInvalidArgument: the knowledge base or the question set is broken; the message says where.
Result<PreparedCandidate> PrepareCandidate(const CandidateSource& source,
                                           const ServedVersion& served,
                                           const PrepareOptions& options, const Clock& clock);

// Moves it into service; a running `serve` takes it up by itself. kNotFound: it is not there any more. kConflict: another
// version has been published, or rolled back, since it was compared.
Status PublishCandidate(const std::string& data, const PreparedCandidate& prepared);

void RemoveCandidate(const std::string& data);

}  // namespace pomocnik::bot::commands
