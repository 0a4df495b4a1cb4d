#include "kb/newsletter/issue.h"

#include <set>
#include <string>
#include <utility>

#include "kb/charset/charset.h"
#include "kb/dates/dated_item.h"
#include "kb/html/decoding.h"
#include "kb/html/fragment.h"
#include "kb/html/reference.h"
#include "kb/markdown/address.h"
#include "kb/markdown/reporter.h"
#include "kb/markdown/slug.h"
#include "kb/newsletter/issue_parts.h"
#include "kb/newsletter/mail.h"
#include "kb/newsletter/masthead.h"

namespace pomocnik::kb::newsletter {
namespace {

// An issue before it is divided.
struct Source {
  std::string title;  // the mail's subject, or the page's title
  std::optional<Date> sent;
  std::string html;    // text; empty: there is only `plain`
  std::string plain;   // text
  std::string base;    // what links are resolved against
  std::string online;  // where it can be read; empty: not known
};

// What stands in the first <title>.
std::string PageTitle(std::string_view html) {
  const std::size_t begin = html.find("<title");
  if (begin == std::string_view::npos) return {};
  return html::PlainTextOfHtml(html.substr(begin, html.find("</title", begin) - begin));
}

std::optional<Source> ReadMailSource(const SourceDocument& document, Reporter& reporter) {
  auto mail = ReadMail(document.bytes);
  if (!mail) {
    reporter.Fail(0, "more than " + std::to_string(kMaxMailBytes) + " bytes of mail");
    return std::nullopt;
  }
  Source source;
  source.title = std::move(mail->subject);
  source.sent = mail->sent;
  if (!mail->html.empty()) {
    source.html = html::DecodePage(mail->html, mail->html_charset, reporter);
  } else if (!mail->plain.empty()) {
    source.plain = DecodeText(mail->plain, mail->plain_charset).text;
  } else {
    reporter.Fail(0, "the mail has neither HTML nor plain text");
    return std::nullopt;
  }
  return source;
}

std::optional<Source> ReadSource(const SourceDocument& document, const SourceDefaults& defaults,
                                 Reporter& reporter) {
  if (document.media_type == "message/rfc822" || LooksLikeMail(document.bytes)) {
    return ReadMailSource(document, reporter);
  }
  Source source;
  source.html = html::DecodePage(document.bytes, document.charset, reporter);
  source.title = PageTitle(source.html);
  source.sent = document.modified;
  const bool published = !IsWebAddress(document.address) && !defaults.address.empty();
  source.base =
      published ? html::ResolveReference(defaults.address, document.address) : document.address;
  if (IsWebAddress(source.base)) source.online = source.base;
  return source;
}

// The day that the issue itself tells goes before the day that a page was saved on, but a mail knows best when it was sent.
std::optional<Date> DayOf(const Source& source, const IssueParts& parts) {
  if (source.html.empty() || source.base.empty()) {
    if (source.sent) return source.sent;
  }
  if (const auto day = FindIssueDate(parts.head)) return day;
  if (const auto day = FindIssueDate(source.title)) return day;
  return source.sent;
}

std::optional<int> NumberOf(const Source& source, const IssueParts& parts) {
  const auto number = FindIssueNumber(source.title);
  return number ? number : FindIssueNumber(parts.head);
}

// The part's anchor, or one out of its title, that no other part has.
std::string AnchorOf(const IssuePart& part, std::set<std::string>& taken, AnchorNames& names) {
  std::string anchor = part.anchor.empty() ? names.Next(part.title) : part.anchor;
  while (!taken.insert(anchor).second) anchor = names.Next(part.title);
  return anchor;
}

}  // namespace

Imported ReadIssue(const SourceDocument& document, const SourceDefaults& defaults) {
  Imported imported;
  Reporter reporter(document.address, imported.diagnostics);
  const auto source = ReadSource(document, defaults, reporter);
  if (!source) return imported;
  IssueParts parts = source->html.empty() ? DivideText(source->plain)
                                          : DivideHtml(source->html, source->base, reporter);
  const std::string& online = parts.online.empty() ? source->online : parts.online;
  const std::optional<Date> day = DayOf(*source, parts);
  const std::optional<int> number = NumberOf(*source, parts);
  std::set<std::string> taken;
  AnchorNames names;
  for (IssuePart& part : parts.items) {
    const std::string anchor = AnchorOf(part, taken, names);
    ImportedArticle item;
    item.address = document.address + "#" + anchor;
    item.kind = Kind::kNewsletter;
    item.article.title = std::move(part.title);
    item.article.updated = day;
    item.article.issue = number;
    item.article.lang.clear();
    if (!online.empty()) {
      item.article.url = part.anchor.empty() ? online : online + "#" + part.anchor;
    }
    item.article.blocks = std::move(part.blocks);
    if (!part.section.empty()) item.breadcrumb.push_back(std::move(part.section));
    StateValidity(item);
    imported.articles.push_back(std::move(item));
  }
  if (imported.articles.empty() && imported.diagnostics.empty()) {
    reporter.Fail(0, "the issue has no item");
  }
  return imported;
}

}  // namespace pomocnik::kb::newsletter
