#include "bot/http/staff/edits_routes.h"

#include <string>
#include <utility>

#include "bot/eval/question_set.h"
#include "bot/http/refusal.h"
#include "bot/http/responses.h"
#include "bot/http/staff/edits_api.h"
#include "index/text/local_day.h"
#include "kb/markdown/address.h"
#include "kb/markdown/body.h"

namespace pomocnik::bot::http {
namespace {

constexpr std::string_view kQuestionsFile = "questions.tsv";

Response Fail(const EditsParts& parts, const StaffRequest& asked, const Error& error) {
  Problem problem = Problem::kStaffUnavailable;
  if (error.code == ErrorCode::kNotFound) problem = Problem::kNoSuchArticle;
  if (error.code == ErrorCode::kConflict) problem = Problem::kEditedMeanwhile;
  if (error.code == ErrorCode::kInvalidArgument) problem = Problem::kBrokenFile;
  parts.log.Warning("edit_refused", {{"reason", error.message}});
  return Refuse({problem, ""}, asked.request.language);
}

Status Note(const EditsParts& parts, const StaffRequest& asked, std::string object) {
  return parts.staff_log.Note(
      {parts.clock.Now(), asked.name, StaffDeed::kEdited, std::move(object)});
}

// The article is saved by now. A question set that cannot be added to shows at the next preparation, with its line.
void KeepQuestions(const EditsParts& parts, const kb::SavedArticle& saved) {
  for (const std::string& question : saved.new_questions) {
    const Status kept = parts.editor->Change(kQuestionsFile, [&](std::string_view table) {
      return eval::PutQuestion(table, {saved.id, saved.lang, question});
    });
    if (!kept) parts.log.Warning("question_not_kept", {{"reason", kept.error().message}});
  }
}

Response ShowArticle(const EditsParts& parts, const StaffRequest& asked) {
  const auto id = asked.request.FindQuery("id");
  if (!id) return Refuse({Problem::kMissingField, "id"}, asked.request.language);
  if (!kb::IsArticleId(*id)) return Refuse({Problem::kWrongField, "id"}, asked.request.language);
  const auto stored = parts.editor->FindArticle(*id);
  if (!stored) return Fail(parts, asked, stored.error());
  if (!*stored) return Refuse({Problem::kNoSuchArticle, ""}, asked.request.language);
  return Json(WriteStoredArticle(**stored));
}

Response SaveArticle(const EditsParts& parts, const StaffRequest& asked) {
  kb::ArticleEdit edit;
  if (const auto wrong = ReadArticleEdit(asked.request.body, edit)) {
    return Refuse(*wrong, asked.request.language);
  }
  edit.updated = index::LocalDay(parts.clock.Now());
  const Status noted =
      Note(parts, asked, edit.id.empty() ? "new article: " + edit.title : "article/" + edit.id);
  if (!noted) return Fail(parts, asked, noted.error());
  const auto saved = parts.editor->SaveArticle(edit);
  if (!saved) return Fail(parts, asked, saved.error());
  KeepQuestions(parts, *saved);
  return Json(WriteSaved(*saved));
}

Response AddQuestion(const EditsParts& parts, const StaffRequest& asked) {
  QuestionEdit edit;
  if (const auto wrong = ReadQuestionEdit(asked.request.body, edit)) {
    return Refuse(*wrong, asked.request.language);
  }
  const Status noted = Note(parts, asked, "question/" + edit.article);
  if (!noted) return Fail(parts, asked, noted.error());
  const auto saved = parts.editor->AddQuestion(edit.article, edit.question);
  if (!saved) return Fail(parts, asked, saved.error());
  KeepQuestions(parts, *saved);
  return Json(WriteFile(saved->file));
}

Response AddSynonym(const EditsParts& parts, const StaffRequest& asked) {
  WordEdit edit;
  if (const auto wrong = ReadWordEdit(asked.request.body, edit)) {
    return Refuse(*wrong, asked.request.language);
  }
  const Status noted = Note(parts, asked, "synonym/" + edit.word);
  if (!noted) return Fail(parts, asked, noted.error());
  const auto file = parts.editor->AddWord(edit.lang, edit.word, edit.means);
  if (!file) return Fail(parts, asked, file.error());
  return Json(WriteFile(*file));
}

Response Preview(const EditsParts&, const StaffRequest& asked) {
  std::string markdown;
  if (const auto wrong = ReadPreview(asked.request.body, markdown)) {
    return Refuse(*wrong, asked.request.language);
  }
  kb::Diagnostics diagnostics;
  kb::Reporter reporter("", diagnostics);
  const auto blocks = kb::ReadBody(markdown, 1, reporter);
  return Json(WritePreview(blocks, diagnostics));
}

}  // namespace

std::vector<StaffRoute> EditsRoutes(const EditsParts& parts) {
  using Answer = Response (*)(const EditsParts&, const StaffRequest&);
  const auto with = [&](Answer answer) -> StaffHandler {
    return [parts, answer](const StaffRequest& asked) {
      if (parts.editor == nullptr) {
        return Refuse({Problem::kEditingOff, ""}, asked.request.language);
      }
      return answer(parts, asked);
    };
  };
  const std::string base = "/api/v1/staff/edits/";
  return {
      {"GET", base + "article", Role::kCurator, {200, 400, 404, 409, 503}, with(ShowArticle)},
      {"POST", base + "article", Role::kCurator, {200, 400, 404, 409, 503}, with(SaveArticle)},
      {"POST", base + "preview", Role::kCurator, {200, 400, 409}, with(Preview)},
      {"POST", base + "question", Role::kCurator, {200, 400, 404, 409, 503}, with(AddQuestion)},
      {"POST", base + "synonym", Role::kCurator, {200, 400, 409, 503}, with(AddSynonym)},
  };
}

}  // namespace pomocnik::bot::http
