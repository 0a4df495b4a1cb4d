// Files and folders that survive a power cut.
#pragma once

#include <string>

#include "base/result.h"

namespace pomocnik::index {

// Returns when what was written to a file, or what a folder lists, is on disk. kUnavailable when the disk is full, else
// kInternal; so does Rename.
Status Sync(const std::string& path);

// In one step, replacing what is there. On disk after Sync of the folder.
Status Rename(const std::string& from, const std::string& to);

// The error of the last failed call, by errno.
Error FailureOf(const std::string& attempt);

}  // namespace pomocnik::index
