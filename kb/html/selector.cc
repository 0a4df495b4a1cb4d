#include "kb/html/selector.h"

#include <libxml/xpath.h>

#include <utility>

namespace pomocnik::kb::html {
namespace {

struct FreeContext {
  void operator()(xmlXPathContext* context) const { xmlXPathFreeContext(context); }
};

}  // namespace

Selector::Selector(std::string xpath, std::shared_ptr<_xmlXPathCompExpr> compiled)
    : xpath_(std::move(xpath)), compiled_(std::move(compiled)) {}

std::optional<Selector> Selector::Compile(std::string_view xpath) {
  std::string text(xpath);
  std::unique_ptr<xmlXPathContext, FreeContext> context(xmlXPathNewContext(nullptr));
  context->error = [](void*, xmlError*) {};  // otherwise it prints them
  auto* compiled =
      xmlXPathCtxtCompile(context.get(), reinterpret_cast<const xmlChar*>(text.c_str()));
  if (compiled == nullptr) return std::nullopt;
  return Selector(std::move(text),
                  std::shared_ptr<_xmlXPathCompExpr>(compiled, xmlXPathFreeCompExpr));
}

}  // namespace pomocnik::kb::html
