#include "bot/http/blocks_api.h"

#include <string_view>

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

void WriteText(const kb::Text& text, JsonWriter& json) {
  json.BeginArray();
  for (const kb::Span& span : text) {
    json.BeginObject().Key("text").String(span.text);
    if (const auto style = StyleName(span.style); !style.empty()) json.Key("style").String(style);
    if (!span.href.empty()) json.Key("href").String(span.href);
    json.EndObject();
  }
  json.EndArray();
}

void WriteTexts(const std::vector<kb::Text>& texts, JsonWriter& json) {
  json.BeginArray();
  for (const kb::Text& text : texts) WriteText(text, json);
  json.EndArray();
}

void WriteItems(const std::vector<kb::Item>& items, JsonWriter& json) {
  json.BeginArray();
  for (const kb::Item& item : items) {
    json.BeginObject().Key("blocks");
    WriteBlocks(item.blocks, json);
    json.EndObject();
  }
  json.EndArray();
}

// Writes the members of one block's object.
struct BlockMembers {
  JsonWriter& json;

  void operator()(const kb::Heading& heading) const {
    json.Key("type").String("heading").Key("level").Integer(heading.level);
    json.Key("anchor").String(heading.anchor).Key("text");
    WriteText(heading.text, json);
  }
  void operator()(const kb::Paragraph& paragraph) const {
    json.Key("type").String("paragraph").Key("text");
    WriteText(paragraph.text, json);
  }
  void operator()(const kb::Steps& steps) const {
    json.Key("type").String("steps").Key("start").Integer(steps.start).Key("items");
    WriteItems(steps.items, json);
  }
  void operator()(const kb::List& list) const {
    json.Key("type").String("list").Key("items");
    WriteItems(list.items, json);
  }
  void operator()(const kb::Table& table) const {
    json.Key("type").String("table").Key("header");
    WriteTexts(table.header, json);
    json.Key("rows").BeginArray();
    for (const auto& row : table.rows) WriteTexts(row, json);
    json.EndArray();
  }
  void operator()(const kb::Callout& callout) const {
    json.Key("type").String("callout").Key("tone").String(kb::ToneName(callout.tone));
    json.Key("label").String(callout.label).Key("blocks");
    WriteBlocks(callout.blocks, json);
  }
  void operator()(const kb::Code& code) const {
    json.Key("type").String("code").Key("text").String(code.text);
  }
  void operator()(const kb::Image& image) const {
    json.Key("type").String("image").Key("src").String(image.source).Key("alt").String(image.alt);
  }
  void operator()(const kb::Link& link) const {
    json.Key("type").String("link").Key("href").String(link.href).Key("label").String(link.label);
  }
};

}  // namespace

void WriteBlocks(const std::vector<kb::Block>& blocks, JsonWriter& json) {
  json.BeginArray();
  for (const kb::Block& block : blocks) {
    json.BeginObject();
    std::visit(BlockMembers{json}, block.value);
    json.EndObject();
  }
  json.EndArray();
}

void WriteArticleMembers(const index::ArticleInfo& article, JsonWriter& json) {
  json.Key("article").String(article.id);
  json.Key("title").String(article.title);
  json.Key("module").String(article.module);
  json.Key("kind").String(kb::KindName(article.kind));
  json.Key("lang").String(article.lang);
  json.Key("updated").StringOrNull(article.updated ? FormatDate(*article.updated) : "");
  json.Key("url").StringOrNull(article.url);
}

void WriteArticles(const std::vector<index::ArticleInfo>& articles, JsonWriter& json) {
  json.BeginArray();
  for (const index::ArticleInfo& article : articles) {
    json.BeginObject();
    WriteArticleMembers(article, json);
    json.EndObject();
  }
  json.EndArray();
}

index::ArticleInfo InfoOf(const kb::Article& article) {
  return {.id = article.id,
          .title = article.title,
          .module = article.module,
          .kind = article.kind,
          .lang = article.lang,
          .updated = article.updated,
          .url = article.url};
}

}  // namespace pomocnik::bot::http
