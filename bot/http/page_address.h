// The addresses of F1 pages (docs/f1.md).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bot/http/language.h"
#include "bot/screen_help.h"

namespace pomocnik::bot::http {

// Parameters of an address; those without a value are left out.
using PageQuery = std::vector<std::pair<std::string_view, std::string_view>>;

// The addresses that one page leads to: each says again where the program asks from. What the page is made of must
// outlive it.
class PageAddresses {
 public:
  PageAddresses(const ScreenQuestion& place, std::string_view version, Language language)
      : place_(place), version_(version), language_(language) {}

  // "/f1/APP/SCREEN", "/f1/APP" or "/f1": where the search form leads.
  std::string Path() const;

  // The same screen, with what `query` asks for.
  std::string Screen(const PageQuery& query = {}) const;

  // The same page in another language.
  std::string In(Language language, const PageQuery& query) const;

  // The start of the help, of the program if there is one.
  std::string Start() const;

  std::string Module(std::string_view app, std::string_view module) const;

 private:
  std::string With(const std::string& path, Language language, const PageQuery& query) const;

  const ScreenQuestion& place_;
  const std::string_view version_;
  const Language language_;
};

}  // namespace pomocnik::bot::http
