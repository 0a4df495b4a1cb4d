#include "bot/http/page_address.h"

#include "bot/http/html.h"

namespace pomocnik::bot::http {
namespace {

std::string AppPath(std::string_view app) { return app.empty() ? "/f1" : "/f1/" + EscapeUrl(app); }

}  // namespace

std::string PageAddresses::Path() const {
  if (place_.app.empty() || place_.screen.empty()) return AppPath(place_.app);
  return AppPath(place_.app) + "/" + EscapeUrl(place_.screen);
}

std::string PageAddresses::With(const std::string& path, Language language,
                                const PageQuery& query) const {
  std::string address = path + "?lang=" + std::string(LanguageCode(language));
  const auto add = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) address += "&" + std::string(name) + "=" + EscapeUrl(value);
  };
  add("v", version_);
  for (const auto& [name, value] : query) add(name, value);
  return address;
}

std::string PageAddresses::Screen(const PageQuery& query) const { return In(language_, query); }

std::string PageAddresses::In(Language language, const PageQuery& query) const {
  PageQuery all = {{"title", place_.title}};
  all.insert(all.end(), query.begin(), query.end());
  return With(Path(), language, all);
}

std::string PageAddresses::Start() const { return With(AppPath(place_.app), language_, {}); }

std::string PageAddresses::Module(std::string_view app, std::string_view module) const {
  return With(AppPath(app), language_, {{"module", module}});
}

}  // namespace pomocnik::bot::http
