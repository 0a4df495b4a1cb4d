#include "kb/import/screens_writer.h"

#include <set>
#include <utility>

#include "kb/markdown/front_matter.h"
#include "kb/yaml/scalar.h"

namespace pomocnik::kb {
namespace {

using Name = std::pair<std::string, std::string>;  // app, id

std::string Line(const Screen& screen) {
  std::string line = "- {app: " + yaml::Quoted(screen.app) + ", id: " + yaml::Quoted(screen.id);
  if (screen.number) line += ", number: " + std::to_string(*screen.number);
  line += ", title: " + yaml::Quoted(screen.title) + ", module: " + yaml::Quoted(screen.module);
  if (!screen.parent.empty()) line += ", parent: " + yaml::Quoted(screen.parent);
  return line + "}\n";
}

}  // namespace

std::string WriteScreens(std::vector<Screen> screens) {
  std::set<Name> names;
  std::set<std::pair<std::string, int>> numbers;
  std::erase_if(screens, [&](Screen& screen) {
    screen.title = OneLine(screen.title);
    screen.module = OneLine(screen.module);
    if (screen.title.empty()) screen.title = screen.id;
    if (screen.id.empty() || screen.module.empty()) return true;
    if (screen.number && *screen.number <= 0) screen.number.reset();
    if (screen.number && !numbers.insert({screen.app, *screen.number}).second) {
      screen.number.reset();
    }
    return !names.insert({screen.app, screen.id}).second;
  });
  std::string text;
  for (Screen& screen : screens) {
    if (!names.contains({screen.app, screen.parent})) screen.parent.clear();
    text += Line(screen);
  }
  return text;
}

}  // namespace pomocnik::kb
