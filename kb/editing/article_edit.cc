#include "kb/editing/article_edit.h"

#include <algorithm>

#include "base/utf8.h"
#include "kb/markdown/article_parser.h"
#include "kb/markdown/article_writer.h"
#include "kb/markdown/front_matter.h"

namespace pomocnik::kb {
namespace {

bool IsControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\x7f'; }

bool IsLanguage(std::string_view text) {
  return text.size() == 2 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// The first error of the article that would be written; empty when there is none.
std::string FirstError(const ArticleEdit& edit) {
  Article article = Apply(edit, {});
  article.id = "a";
  Diagnostics diagnostics;
  ParseArticle(FormatArticle(article, edit.markdown), "", diagnostics);
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity == Severity::kError) return diagnostic.message;
  }
  return "";
}

}  // namespace

std::string CleanLine(std::string_view text, std::size_t limit) {
  if (!IsValidUtf8(text)) return "";
  std::string line = OneLine(text);
  const bool fits =
      std::none_of(line.begin(), line.end(), IsControl) && CountCodePoints(line) <= limit;
  return fits ? line : "";
}

Article Apply(const ArticleEdit& edit, Article article) {
  article.title = CleanLine(edit.title, kMaxTitleCodePoints);
  article.module = CleanLine(edit.module, kMaxTitleCodePoints);
  article.kind = edit.kind;
  article.lang = edit.lang;
  article.questions.clear();
  for (const std::string& text : edit.questions) {
    std::string question = CleanLine(text, kMaxQuestionCodePoints);
    auto& known = article.questions;
    if (std::find(known.begin(), known.end(), question) == known.end()) {
      known.push_back(std::move(question));
    }
  }
  if (edit.updated) article.updated = edit.updated;
  return article;
}

std::string_view FindWrongField(const ArticleEdit& edit, std::string* why) {
  if (CleanLine(edit.title, kMaxTitleCodePoints).empty()) return "title";
  if (CleanLine(edit.module, kMaxTitleCodePoints).empty()) return "module";
  if (!IsLanguage(edit.lang)) return "lang";
  const bool questions =
      edit.questions.size() <= kMaxQuestions &&
      std::none_of(edit.questions.begin(), edit.questions.end(), [](const std::string& question) {
        return CleanLine(question, kMaxQuestionCodePoints).empty();
      });
  if (!questions) return "questions";
  if (!IsValidUtf8(edit.markdown) || edit.markdown.find('\0') != std::string::npos) {
    return "markdown";
  }
  const std::string error = FirstError(edit);
  if (why != nullptr) *why = error;
  return error.empty() ? "" : "markdown";
}

}  // namespace pomocnik::kb
