#include "bot/http/staff/edits_api.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "bot/http/blocks_api.h"
#include "bot/http/json_object.h"
#include "bot/http/json_text.h"
#include "kb/markdown/address.h"

namespace pomocnik::bot::http {
namespace {

using Json = nlohmann::ordered_json;
using Presence = JsonObject::Presence;

enum class Needed { kNo, kYes };

std::optional<Refusal> ReadText(const JsonObject& object, const char* name, Needed needed,
                                std::string& value) {
  const Presence presence = object.ReadString(name, value);
  if (presence == Presence::kWrongType) return Refusal{Problem::kWrongField, name};
  if (needed == Needed::kYes && value.empty()) return Refusal{Problem::kMissingField, name};
  return std::nullopt;
}

// A text of one line, as it is kept.
std::optional<Refusal> ReadLine(const JsonObject& object, const char* name, std::size_t limit,
                                std::string& value) {
  std::string text;
  if (auto wrong = ReadText(object, name, Needed::kYes, text)) return wrong;
  value = kb::CleanLine(text, limit);
  return value.empty() ? std::optional(Refusal{Problem::kWrongField, name}) : std::nullopt;
}

std::optional<Refusal> ReadArticleId(const JsonObject& object, const char* name, Needed needed,
                                     std::string& id) {
  if (auto wrong = ReadText(object, name, needed, id)) return wrong;
  if (id.empty() || kb::IsArticleId(id)) return std::nullopt;
  return Refusal{Problem::kWrongField, name};
}

}  // namespace

std::optional<Refusal> ReadArticleEdit(std::string_view body, kb::ArticleEdit& edit) {
  const auto object = JsonObject::Parse(body);
  if (!object) return Refusal{Problem::kMalformedJson, ""};
  if (auto wrong = ReadArticleId(*object, "id", Needed::kNo, edit.id)) return wrong;
  struct Field {
    const char* name;
    Needed needed;
    std::string& value;
  };
  std::string kind;
  const Field fields[] = {{"revision", Needed::kNo, edit.revision},
                          {"title", Needed::kYes, edit.title},
                          {"module", Needed::kYes, edit.module},
                          {"lang", Needed::kYes, edit.lang},
                          {"kind", Needed::kYes, kind},
                          {"markdown", Needed::kYes, edit.markdown}};
  for (const Field& field : fields) {
    if (auto wrong = ReadText(*object, field.name, field.needed, field.value)) return wrong;
  }
  const auto known = kb::ParseKind(kind);
  if (!known) return Refusal{Problem::kWrongField, "kind"};
  edit.kind = *known;
  if (object->ReadStrings("questions", edit.questions) == Presence::kWrongType) {
    return Refusal{Problem::kWrongField, "questions"};
  }
  const std::string_view wrong = kb::FindWrongField(edit);
  if (wrong.empty()) return std::nullopt;
  return Refusal{Problem::kWrongField, std::string(wrong)};
}

std::optional<Refusal> ReadQuestionEdit(std::string_view body, QuestionEdit& edit) {
  const auto object = JsonObject::Parse(body);
  if (!object) return Refusal{Problem::kMalformedJson, ""};
  if (auto wrong = ReadArticleId(*object, "article", Needed::kYes, edit.article)) return wrong;
  return ReadLine(*object, "question", kb::kMaxQuestionCodePoints, edit.question);
}

std::optional<Refusal> ReadWordEdit(std::string_view body, WordEdit& edit) {
  constexpr std::array<std::string_view, 3> kLanguages = {"sl", "en", "hr"};
  const auto object = JsonObject::Parse(body);
  if (!object) return Refusal{Problem::kMalformedJson, ""};
  if (auto wrong = ReadLine(*object, "word", kb::kMaxWordCodePoints, edit.word)) return wrong;
  if (auto wrong = ReadLine(*object, "means", kb::kMaxWordCodePoints, edit.means)) return wrong;
  if (auto wrong = ReadText(*object, "lang", Needed::kYes, edit.lang)) return wrong;
  if (std::find(kLanguages.begin(), kLanguages.end(), edit.lang) == kLanguages.end()) {
    return Refusal{Problem::kWrongField, "lang"};
  }
  if (edit.word == edit.means) return Refusal{Problem::kWrongField, "means"};
  return std::nullopt;
}

std::optional<Refusal> ReadPreview(std::string_view body, std::string& markdown) {
  const auto object = JsonObject::Parse(body);
  if (!object) return Refusal{Problem::kMalformedJson, ""};
  return ReadText(*object, "markdown", Needed::kNo, markdown);
}

std::string WriteStoredArticle(const kb::StoredArticle& stored) {
  const kb::Article& article = stored.article;
  return Dump({{"id", article.id},
               {"revision", stored.revision},
               {"title", article.title},
               {"module", article.module},
               {"lang", article.lang},
               {"kind", kb::KindName(article.kind)},
               {"markdown", stored.body},
               {"questions", article.questions}});
}

std::string WriteSaved(const kb::SavedArticle& saved) {
  return Dump({{"id", saved.id}, {"file", saved.file}});
}

std::string WriteFile(std::string_view file) { return Dump({{"file", file}}); }

std::string WritePreview(const std::vector<kb::Block>& blocks, const kb::Diagnostics& diagnostics) {
  Json list = Json::array();
  for (const kb::Diagnostic& diagnostic : diagnostics) {
    const bool fails = diagnostic.severity == kb::Severity::kError;
    list.push_back({{"line", diagnostic.line},
                    {"severity", fails ? "error" : "warning"},
                    {"text", diagnostic.message}});
  }
  return Dump({{"blocks", BlocksJson(blocks)}, {"diagnostics", std::move(list)}});
}

}  // namespace pomocnik::bot::http
