// A saved mail (.eml). The library that reads it stays behind this header. Pure; any bytes are taken.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"

namespace pomocnik::kb::newsletter {

struct Mail {
  std::string subject;       // text
  std::optional<Date> sent;  // the day as the sender's clock showed it
  std::string
      html;  // the bytes of the first part that is HTML, decoded from their transfer encoding
  std::string html_charset;  // as told; empty: not told
  std::string plain;         // likewise of the first that is plain text
  std::string plain_charset;
};

// Far above a mail with its pictures.
inline constexpr std::size_t kMaxMailBytes = 32 * 1024 * 1024;
inline constexpr int kMaxMailParts = 1'000;

// Whether the bytes begin as a mail does: with a header that mails have.
bool LooksLikeMail(std::string_view bytes);

// Parts that are attached are not looked at. Absent when the bytes are no mail, or too many.
std::optional<Mail> ReadMail(std::string_view bytes);

}  // namespace pomocnik::kb::newsletter
