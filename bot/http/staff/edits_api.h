// Changes of the knowledge base on the wire (openapi.yaml: EditedArticle, ArticleEdit, …).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "bot/http/refusal.h"
#include "kb/diagnostic.h"
#include "kb/editing/editor.h"

namespace pomocnik::bot::http {

// {id?, revision?, title, module, lang, kind, markdown, questions?}
std::optional<Refusal> ReadArticleEdit(std::string_view body, kb::ArticleEdit& edit);

// {article, question}, the question as it is kept.
struct QuestionEdit {
  std::string article;
  std::string question;
};
std::optional<Refusal> ReadQuestionEdit(std::string_view body, QuestionEdit& edit);

// {word, means, lang}, the words as they are kept.
struct WordEdit {
  std::string word;
  std::string means;
  std::string lang;  // of the word
};
std::optional<Refusal> ReadWordEdit(std::string_view body, WordEdit& edit);

// {markdown}
std::optional<Refusal> ReadPreview(std::string_view body, std::string& markdown);

std::string WriteStoredArticle(const kb::StoredArticle& stored);
std::string WriteSaved(const kb::SavedArticle& saved);
std::string WriteFile(std::string_view file);
std::string WritePreview(const std::vector<kb::Block>& blocks, const kb::Diagnostics& diagnostics);

}  // namespace pomocnik::bot::http
