#include "kb/diagnostic.h"

namespace pomocnik::kb {

std::string FormatDiagnostic(const Diagnostic& diagnostic) {
  std::string text = diagnostic.file;
  if (diagnostic.line > 0) text += ":" + std::to_string(diagnostic.line);
  text += diagnostic.severity == Severity::kError ? ": error: " : ": warning: ";
  return text + diagnostic.message;
}

}  // namespace pomocnik::kb
