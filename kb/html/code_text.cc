#include "kb/html/code_text.h"

namespace pomocnik::kb::html {
namespace {

void AppendRaw(const Node* parent, std::string& out) {
  for (const Node* child = FirstChild(parent); child != nullptr; child = NextSibling(child)) {
    if (IsText(child)) out += TextOf(child);
    if (NameOf(child) == "br") out += '\n';
    AppendRaw(child, out);
  }
}

}  // namespace

std::string CodeIn(const Node* element) {
  std::string text;
  AppendRaw(element, text);
  std::erase(text, '\r');
  std::size_t first = text.find_first_not_of(" \t\n");
  if (first == std::string::npos) return "";
  // The first line keeps its indentation.
  std::size_t line = text.find_last_of('\n', first);
  text.erase(0, line == std::string::npos ? 0 : line + 1);
  text.erase(text.find_last_not_of(" \t\n") + 1);
  return text;
}

}  // namespace pomocnik::kb::html
