#include "kb/newsletter/mail.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>

#include "kb/charset/charset.h"
#include "kb/feed/feed_date.h"

namespace pomocnik::kb::newsletter {
namespace {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

std::string_view View(const char* text) { return text == nullptr ? std::string_view() : text; }

// The bytes of a part without its transfer encoding.
std::string ContentOf(GMimePart* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (content == nullptr) return {};
  const Owned<GMimeStream> stream(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, stream.get());
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

struct Search {
  Mail& mail;
  int parts = 0;
};

void TakePart(GMimeObject*, GMimeObject* part, void* user) {
  auto& search = *static_cast<Search*>(user);
  if (++search.parts > kMaxMailParts || !GMIME_IS_PART(part)) return;
  if (!View(g_mime_part_get_filename(GMIME_PART(part))).empty()) return;
  GMimeContentType* type = g_mime_object_get_content_type(part);
  const bool html = g_mime_content_type_is_type(type, "text", "html") != 0;
  if (!html && g_mime_content_type_is_type(type, "text", "plain") == 0) return;
  std::string& text = html ? search.mail.html : search.mail.plain;
  if (!text.empty()) return;
  text = ContentOf(GMIME_PART(part));
  (html ? search.mail.html_charset : search.mail.plain_charset) =
      View(g_mime_object_get_content_type_parameter(part, "charset"));
}

// The subject as text, whatever the mail holds in its place.
std::string SubjectOf(GMimeMessage* message) {
  return DecodeText(View(g_mime_message_get_subject(message)), {}).text;
}

}  // namespace

bool LooksLikeMail(std::string_view bytes) {
  constexpr std::array<std::string_view, 12> kHeaders = {
      "from:",       "to:",           "subject:",      "date:",         "received:", "return-path:",
      "message-id:", "mime-version:", "content-type:", "delivered-to:", "x-",        "from "};
  std::string start(bytes.substr(0, 20));
  std::transform(start.begin(), start.end(), start.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return std::any_of(kHeaders.begin(), kHeaders.end(),
                     [&](std::string_view header) { return start.starts_with(header); });
}

std::optional<Mail> ReadMail(std::string_view bytes) {
  if (bytes.size() > kMaxMailBytes || !LooksLikeMail(bytes)) return std::nullopt;
  static std::once_flag once;
  std::call_once(once, g_mime_init);
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  if (message == nullptr) return std::nullopt;
  Mail mail;
  mail.subject = SubjectOf(message.get());
  mail.sent =
      feed::ParseFeedDate(View(g_mime_object_get_header(GMIME_OBJECT(message.get()), "Date")));
  Search search{mail};
  g_mime_message_foreach(message.get(), TakePart, &search);
  return mail;
}

}  // namespace pomocnik::kb::newsletter
