#include "bot/http/staff/edits_api.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "bot/http/blocks_api.h"
#include "bot/http/json_object.h"
#include "bot/http/json_text.h"
#include "bot/http/request_fields.h"
#include "bot/http/staff/diagnostics_api.h"
#include "kb/markdown/address.h"
#include "kb/markdown/front_matter.h"

namespace pomocnik::bot::http {
namespace {

using Presence = JsonObject::Presence;

constexpr std::size_t kMaxScreens = 20;

// A text of one line, as it is kept.
std::optional<Refusal> ReadLine(const JsonObject& object, const char* name, std::size_t limit,
                                std::string& value) {
  std::string text;
  if (auto wrong = ReadFilledField(object, name, Need::kRequired, text)) return wrong;
  value = kb::CleanLine(text, limit);
  return value.empty() ? std::optional(Refusal{Problem::kWrongField, name}) : std::nullopt;
}

std::optional<Refusal> ReadArticleId(const JsonObject& object, const char* name, Need need,
                                     std::string& id) {
  if (auto wrong = ReadFilledField(object, name, need, id)) return wrong;
  if (id.empty() || kb::IsArticleId(id)) return std::nullopt;
  return Refusal{Problem::kWrongField, name};
}

std::optional<Refusal> ReadScreens(const JsonObject& object, std::vector<kb::ScreenRef>& screens) {
  const Refusal wrong{Problem::kWrongField, "f1"};
  std::vector<std::string> names;
  if (object.ReadStrings("f1", names) == Presence::kWrongType || names.size() > kMaxScreens) {
    return wrong;
  }
  for (const std::string& name : names) {
    const auto screen = kb::ParseScreenRef(kb::CleanLine(name, kb::kMaxTitleCodePoints));
    if (!screen) return wrong;
    screens.push_back(*screen);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Refusal> ReadArticleEdit(std::string_view body, kb::ArticleEdit& edit) {
  const auto object = JsonObject::Parse(body);
  if (!object) return Refusal{Problem::kMalformedJson, ""};
  if (auto wrong = ReadArticleId(*object, "id", Need::kOptional, edit.id)) return wrong;
  struct Field {
    const char* name;
    Need need;
    std::string& value;
  };
  std::string kind;
  const Field fields[] = {{"revision", Need::kOptional, edit.revision},
                          {"title", Need::kRequired, edit.title},
                          {"module", Need::kRequired, edit.module},
                          {"lang", Need::kRequired, edit.lang},
                          {"kind", Need::kRequired, kind},
                          {"markdown", Need::kRequired, edit.markdown}};
  for (const Field& field : fields) {
    if (auto wrong = ReadFilledField(*object, field.name, field.need, field.value)) return wrong;
  }
  const auto known = kb::ParseKind(kind);
  if (!known) return Refusal{Problem::kWrongField, "kind"};
  edit.kind = *known;
  if (object->ReadStrings("questions", edit.questions) == Presence::kWrongType) {
    return Refusal{Problem::kWrongField, "questions"};
  }
  if (auto wrong = ReadScreens(*object, edit.f1)) return wrong;
  const std::string_view wrong = kb::FindWrongField(edit);
  if (wrong.empty()) return std::nullopt;
  return Refusal{Problem::kWrongField, std::string(wrong)};
}

std::optional<Refusal> ReadQuestionEdit(std::string_view body, QuestionEdit& edit) {
  const auto object = JsonObject::Parse(body);
  if (!object) return Refusal{Problem::kMalformedJson, ""};
  if (auto wrong = ReadArticleId(*object, "article", Need::kRequired, edit.article)) return wrong;
  return ReadLine(*object, "question", kb::kMaxQuestionCodePoints, edit.question);
}

std::optional<Refusal> ReadWordEdit(std::string_view body, WordEdit& edit) {
  constexpr std::array<std::string_view, 3> kLanguages = {"sl", "en", "hr"};
  const auto object = JsonObject::Parse(body);
  if (!object) return Refusal{Problem::kMalformedJson, ""};
  if (auto wrong = ReadLine(*object, "word", kb::kMaxWordCodePoints, edit.word)) return wrong;
  if (auto wrong = ReadLine(*object, "means", kb::kMaxWordCodePoints, edit.means)) return wrong;
  if (auto wrong = ReadFilledField(*object, "lang", Need::kRequired, edit.lang)) return wrong;
  if (std::find(kLanguages.begin(), kLanguages.end(), edit.lang) == kLanguages.end()) {
    return Refusal{Problem::kWrongField, "lang"};
  }
  if (edit.word == edit.means) return Refusal{Problem::kWrongField, "means"};
  return std::nullopt;
}

std::optional<Refusal> ReadPreview(std::string_view body, std::string& markdown) {
  const auto object = JsonObject::Parse(body);
  if (!object) return Refusal{Problem::kMalformedJson, ""};
  return ReadFilledField(*object, "markdown", Need::kOptional, markdown);
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
  return Dump({{"blocks", BlocksJson(blocks)}, {"diagnostics", DiagnosticsJson(diagnostics)}});
}

}  // namespace pomocnik::bot::http
