#include "bot/turn_record.h"

#include "bot/explanation.h"
#include "bot/privacy/redaction.h"

namespace pomocnik::bot {
namespace {

std::string JoinArticles(const std::vector<index::Hit>& hits) {
  std::string joined;
  for (const index::Hit& hit : hits) {
    if (!joined.empty()) joined += ',';
    joined += hit.article.id;
  }
  return joined;
}

// The article that the reply quotes; empty for none.
std::string AnsweredArticle(const Reply& reply) {
  if (reply.decision != Decision::kAnswer || reply.citations.empty()) return {};
  return reply.citations.front().article.id;
}

}  // namespace

TurnRecord RecordOf(const Question& question, const Answer& answer) {
  TurnRecord record;
  record.lang = answer.reply.lang;
  record.question = Redact(question.text).text;
  record.decision = DecisionName(answer.reply.decision);
  record.articles = JoinArticles(answer.candidates);
  record.article = AnsweredArticle(answer.reply);
  record.explanation = ToJson(Explain(answer));
  record.confidence = answer.confidence;
  record.app = Redact(question.context.app).text;
  record.screen = Redact(question.context.screen).text;
  record.module = Redact(question.context.module).text;
  record.index_version = answer.index_version;
  record.episode = answer.conversation.episode;
  if (answer.reply.verdict) record.verdict = VerdictName(answer.reply.verdict->verdict);
  return record;
}

}  // namespace pomocnik::bot
