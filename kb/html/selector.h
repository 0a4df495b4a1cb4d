// A choice of nodes in a page: an XPath 1.0 expression, compiled once.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct _xmlXPathCompExpr;

namespace pomocnik::kb::html {

// Cheap to copy. Not to be used by two threads at once, its copies included.
class Selector {
 public:
  // Absent when the text is no XPath expression. Names of elements and attributes are in lower case; there are no
  // namespaces.
  static std::optional<Selector> Compile(std::string_view xpath);

  const std::string& xpath() const { return xpath_; }
  _xmlXPathCompExpr* compiled() const { return compiled_.get(); }

 private:
  Selector(std::string xpath, std::shared_ptr<_xmlXPathCompExpr> compiled);

  std::string xpath_;
  std::shared_ptr<_xmlXPathCompExpr> compiled_;
};

}  // namespace pomocnik::kb::html
