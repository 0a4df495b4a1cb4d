// Names of files in a help project, as Windows takes them. Pure.
#pragma once

#include <string>
#include <string_view>

namespace pomocnik::kb::html_help {

// A place in the project.
struct Target {
  std::string
      file;  // path from the project's root, in lower case, with '/'; empty: outside of the project
  std::string anchor;  // behind '#', as written
  bool operator==(const Target&) const = default;
};

// "..\Html\Uvod%20v.htm#a" seen from the folder `folder` ("" or "a/b/"): the file "html/uvod v.htm" and the anchor "a". Also
// "ms-its:help.chm::/html/uvod.htm". Addresses of other places ("https://…") and what leads above the root have no file.
Target ResolveTarget(std::string_view folder, std::string_view written);

// The folder that a file lies in: "" or "a/b/".
std::string FolderOf(std::string_view file);

// Whether the name ends so, in any case: ".htm".
bool HasEnding(std::string_view name, std::string_view ending);

}  // namespace pomocnik::kb::html_help
