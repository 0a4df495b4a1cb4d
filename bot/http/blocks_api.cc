#include "bot/http/blocks_api.h"

#include <nlohmann/json.hpp>
#include <string_view>

#include "bot/http/json_text.h"

namespace pomocnik::bot::http {
namespace {

// Empty for plain text.
std::string_view StyleName(kb::Span::Style style) {
  switch (style) {
    case kb::Span::Style::kPlain:
      return "";
    case kb::Span::Style::kStrong:
      return "strong";
    case kb::Span::Style::kEmphasis:
      return "emphasis";
    case kb::Span::Style::kCode:
      return "code";
  }
  return "";
}

template <typename Value, typename ToJson>
OrderedJson ArrayOf(const std::vector<Value>& values, ToJson to_json) {
  OrderedJson array = OrderedJson::array();
  for (const Value& value : values) array.push_back(to_json(value));
  return array;
}

OrderedJson SpanJson(const kb::Span& span) {
  OrderedJson json = {{"text", span.text}};
  if (const auto style = StyleName(span.style); !style.empty()) json["style"] = style;
  if (!span.href.empty()) json["href"] = span.href;
  return json;
}

OrderedJson TextJson(const kb::Text& text) { return ArrayOf(text, SpanJson); }

OrderedJson TextsJson(const std::vector<kb::Text>& texts) { return ArrayOf(texts, TextJson); }

OrderedJson ItemJson(const kb::Item& item) { return {{"blocks", BlocksJson(item.blocks)}}; }

struct ToBlockJson {
  OrderedJson operator()(const kb::Heading& heading) const {
    return {{"type", "heading"},
            {"level", heading.level},
            {"anchor", heading.anchor},
            {"text", TextJson(heading.text)}};
  }
  OrderedJson operator()(const kb::Paragraph& paragraph) const {
    return {{"type", "paragraph"}, {"text", TextJson(paragraph.text)}};
  }
  OrderedJson operator()(const kb::Steps& steps) const {
    return {{"type", "steps"}, {"start", steps.start}, {"items", ArrayOf(steps.items, ItemJson)}};
  }
  OrderedJson operator()(const kb::List& list) const {
    return {{"type", "list"}, {"items", ArrayOf(list.items, ItemJson)}};
  }
  OrderedJson operator()(const kb::Table& table) const {
    return {{"type", "table"},
            {"header", TextsJson(table.header)},
            {"rows", ArrayOf(table.rows, TextsJson)}};
  }
  OrderedJson operator()(const kb::Callout& callout) const {
    return {{"type", "callout"},
            {"tone", kb::ToneName(callout.tone)},
            {"label", callout.label},
            {"blocks", BlocksJson(callout.blocks)}};
  }
  OrderedJson operator()(const kb::Code& code) const {
    return {{"type", "code"}, {"text", code.text}};
  }
  OrderedJson operator()(const kb::Image& image) const {
    return {{"type", "image"}, {"src", image.source}, {"alt", image.alt}};
  }
  OrderedJson operator()(const kb::Link& link) const {
    return {{"type", "link"}, {"href", link.href}, {"label", link.label}};
  }
};

}  // namespace

OrderedJson BlocksJson(const std::vector<kb::Block>& blocks) {
  return ArrayOf(blocks,
                 [](const kb::Block& block) { return std::visit(ToBlockJson(), block.value); });
}

OrderedJson ArticleJson(const index::ArticleInfo& article) {
  return {{"article", article.id},
          {"title", article.title},
          {"module", article.module},
          {"kind", kb::KindName(article.kind)},
          {"lang", article.lang},
          {"updated", TextOrNull(article.updated ? FormatDate(*article.updated) : "")},
          {"url", TextOrNull(article.url)}};
}

OrderedJson ArticlesJson(const std::vector<index::ArticleInfo>& articles) {
  return ArrayOf(articles, ArticleJson);
}

}  // namespace pomocnik::bot::http
