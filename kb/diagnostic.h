// What is wrong with a file of the knowledge base, told to its author.
#pragma once

#include <string>
#include <vector>

namespace pomocnik::kb {

enum class Severity { kWarning, kError };  // an error leaves the file (or the entry) out

struct Diagnostic {
  Severity severity = Severity::kError;
  std::string file;
  int line = 0;  // from 1; 0 when the file as a whole is meant
  std::string message;
  std::string code{};     // what is wrong, for pages in other languages; empty: see the message
  std::string excerpt{};  // of the text that it is about; in the message, too
  bool operator==(const Diagnostic&) const = default;
};

using Diagnostics = std::vector<Diagnostic>;

// "kb/articles/a.md:3: error: …", as compilers write it.
std::string FormatDiagnostic(const Diagnostic& diagnostic);

}  // namespace pomocnik::kb
