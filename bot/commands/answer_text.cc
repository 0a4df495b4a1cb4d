#include "bot/commands/answer_text.h"

#include <cstdio>
#include <string_view>

namespace pomocnik::bot::commands {
namespace {

std::string Number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", value);
  return text;
}

// Puts `first` before the first line and as much space before the others.
std::string Indent(const std::string& text, const std::string& first) {
  std::string indented = first;
  for (std::size_t i = 0; i < text.size(); ++i) {
    indented += text[i];
    const bool line_ends = text[i] == '\n' && i + 1 < text.size() && text[i + 1] != '\n';
    if (line_ends) indented += std::string(first.size(), ' ');
  }
  return indented;
}

std::string FormatItem(const kb::Item& item, const std::string& mark) {
  std::string text = FormatBlocks(item.blocks);
  return Indent(text.empty() ? "\n" : text, mark);
}

std::string FormatRow(const std::vector<kb::Text>& cells) {
  std::string line;
  for (const kb::Text& cell : cells) line += (line.empty() ? "" : " | ") + kb::PlainText(cell);
  return line + "\n";
}

struct Formatter {
  std::string operator()(const kb::Heading& heading) const {
    return "## " + kb::PlainText(heading.text) + "\n";
  }
  std::string operator()(const kb::Paragraph& paragraph) const {
    return kb::PlainText(paragraph.text) + "\n";
  }
  std::string operator()(const kb::Steps& steps) const {
    std::string text;
    int number = steps.start;
    for (const kb::Item& item : steps.items) {
      text += FormatItem(item, std::to_string(number++) + ". ");
    }
    return text;
  }
  std::string operator()(const kb::List& list) const {
    std::string text;
    for (const kb::Item& item : list.items) text += FormatItem(item, "- ");
    return text;
  }
  std::string operator()(const kb::Table& table) const {
    std::string text = FormatRow(table.header);
    for (const auto& row : table.rows) text += FormatRow(row);
    return text;
  }
  std::string operator()(const kb::Callout& callout) const {
    return Indent(callout.label + "\n" + FormatBlocks(callout.blocks), "  ");
  }
  std::string operator()(const kb::Code& code) const { return Indent(code.text + "\n", "    "); }
  std::string operator()(const kb::Image& image) const { return "[" + image.alt + "]\n"; }
  std::string operator()(const kb::Link& link) const {
    return link.label + ": " + link.href + "\n";
  }
};

std::string FormatSource(const index::ArticleInfo& article) {
  std::string text = article.title + " (" + article.module;
  if (article.updated) text += ", " + FormatDate(*article.updated);
  text += ") [" + article.id + "]";
  return article.url.empty() ? text + "\n" : text + " " + article.url + "\n";
}

std::string Signed(double value) { return (value < 0 ? "" : "+") + Number(value); }

std::string FormatTerm(const index::QueryTerm& term) {
  std::string text = "  " + term.word + " -> " + term.lemma;
  if (!term.read_as.empty()) text += " (read as " + term.read_as + ")";
  if (!term.known) return text + " (unknown), idf " + Number(term.idf) + "\n";
  text += ", idf " + Number(term.idf) + ":";
  const char* separator = " ";
  for (const index::Variant& variant : term.variants) {
    text += separator + variant.terms + " " + Number(variant.weight);
    separator = ", ";
  }
  return text + "\n";
}

std::string FormatFactors(const index::TermFactors& factors) {
  std::string sum;
  for (const double share : factors.fields) {
    if (share > 0) sum += (sum.empty() ? "" : " + ") + Number(share);
  }
  return " = idf " + Number(factors.idf) + " x weight " + Number(factors.weight) + " x " +
         Number(factors.saturated) + ", saturated from " + sum;
}

}  // namespace

std::string FormatBlocks(const std::vector<kb::Block>& blocks) {
  std::string text;
  for (const kb::Block& block : blocks) text += std::visit(Formatter(), block.value);
  return text;
}

std::string FormatAnswer(const Answer& answer) {
  const Reply& reply = answer.reply;
  std::string text;
  const bool titled = reply.decision == Decision::kAnswer && !reply.citations.empty();
  if (titled) text += reply.citations.front().article.title + "\n\n";
  if (reply.understood) text += reply.understood->text + " (--literal)\n\n";
  text += FormatBlocks(reply.blocks) + "\n";
  for (std::size_t i = 0; i < reply.choices.size(); ++i) {
    text += std::to_string(i + 1) + ". " + FormatSource(reply.choices[i].article);
  }
  for (const Citation& citation : reply.citations) text += "Vir: " + FormatSource(citation.article);
  if (reply.verdict) {
    text += "Cena: " + std::string(VerdictName(reply.verdict->verdict)) + " (" +
            reply.verdict->clause + ")\n" + FormatBlocks(reply.verdict->blocks);
  }
  text += reply.handoff.label + ": " + reply.handoff.portal_url + "\n";
  return text + "Odločitev: " + std::string(DecisionName(reply.decision)) + ", zanesljivost " +
         Number(answer.confidence) + "\n";
}

std::string FormatExplanation(const Answer& answer, const index::ConfidenceModel& model) {
  std::string text = "Index " + answer.index_version + "\nWords, each with what was looked for:\n";
  for (const index::QueryTerm& term : answer.terms) text += FormatTerm(term);
  text += "Confidence " + Number(answer.confidence) + " = 1 / (1 + e^-z), z =\n     " +
          Signed(model.intercept()) + " intercept\n";
  const auto values = index::FeatureValues(answer.features);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double weight = model.weights()[i];
    text += "     " + Signed(weight * values[i]) + " " + index::ConfidenceFeatures()[i].name + " " +
            Number(values[i]) + " x " + Number(weight) + "\n";
  }
  text += "Articles, each with the sum of its words times its factors:\n";
  int rank = 0;
  for (const index::Hit& hit : answer.candidates) text += FormatHit(++rank, hit);
  return text;
}

std::string FormatFeatures(const index::Features& features) {
  std::string text = "Features:";
  for (const index::ConfidenceFeature& feature : index::ConfidenceFeatures()) {
    text += " " + std::string(feature.name) + " " + Number(feature.value(features));
  }
  return text + "\n";
}

std::string FormatHit(int rank, const index::Hit& hit) {
  std::string text = std::to_string(rank) + ". " + Number(hit.score) + " " + hit.article.id + " " +
                     hit.article.title + "\n";
  for (const index::ScorePart& part : hit.explanation) {
    const bool factor = part.kind == index::ScorePart::Kind::kFactor;
    text += "     " + (factor ? "x" + Number(part.amount) : Signed(part.amount)) + " " + part.name;
    if (part.kind == index::ScorePart::Kind::kTerm) text += FormatFactors(part.term);
    text += "\n";
  }
  return text;
}

}  // namespace pomocnik::bot::commands
