#include "kb/newsletter/mail.h"

#include <doctest/doctest.h>

namespace pomocnik::kb::newsletter {
namespace {

TEST_CASE("a mail tells its subject and day, whatever they are encoded in") {
  const auto mail = ReadMail(
      "Subject: =?windows-1250?q?E-novice=2C_=9At=2E_?=\r\n =?utf-8?b?NyDigqw=?=\r\n"
      "Date: Tue, 16 Jan 2024 23:59:00 +0100\r\n\r\nBesedilo\r\n");
  REQUIRE(mail);
  CHECK(mail->subject == "E-novice, št. 7 €");
  CHECK(FormatDate(*mail->sent) == "2024-01-16");
  CHECK(mail->plain == "Besedilo\r\n");
  CHECK(mail->html.empty());
}

TEST_CASE("parts are decoded, and attached ones left alone") {
  const auto mail = ReadMail(
      "From: a@b.example\nMIME-Version: 1.0\n"
      "Content-Type: multipart/mixed; boundary=o\n\n"
      "--o\nContent-Type: multipart/alternative; boundary=i\n\n"
      "--i\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
      "cmHEjXVu\n"
      "--i\nContent-Type: text/html; charset=\"windows-1250\"\n"
      "Content-Transfer-Encoding: quoted-printable\n\n<p>ra=E8=\nun\n"
      "--i--\n"
      "--o\nContent-Type: text/html\nContent-Disposition: attachment; filename=a.html\n\n<p>x\n"
      "--o\nContent-Type: message/rfc822\n\nSubject: inner\nContent-Type: text/html\n\n<p>inner\n"
      "--o--\n");
  REQUIRE(mail);
  CHECK(mail->plain == "račun");
  CHECK(mail->html == "<p>ra\xe8un");
  CHECK(mail->html_charset == "windows-1250");
}

TEST_CASE("a mail that is damaged is read as far as possible") {
  const auto cut = ReadMail(
      "From: a\nContent-Type: multipart/alternative; boundary=i\n\n--i\nContent-Type: "
      "text/html\n\n<p>a");
  REQUIRE(cut);
  CHECK(cut->html == "<p>a");
  CHECK(ReadMail("From: a\nContent-Type: multipart/mixed\n\nno boundary").has_value());
  CHECK(ReadMail("From: a\n").has_value());
  CHECK(ReadMail("Subject: \xff\xfe\x00\n\nx").has_value());
}

TEST_CASE("mails without end in each other end") {
  std::string nested = "From: a\n";
  for (int i = 0; i < 20'000; ++i) nested += "Content-Type: message/rfc822\n\n";
  CHECK(ReadMail(nested).has_value());
  nested = "From: a\n";
  for (int i = 0; i < 20'000; ++i) {
    const std::string name = "b" + std::to_string(i);
    nested += "Content-Type: multipart/mixed; boundary=" + name + "\n\n--" + name + "\n";
  }
  CHECK(ReadMail(nested).has_value());
}

TEST_CASE("what is no mail is none") {
  for (const char* bytes : {"", "<html>", "Dragi prijatelji,\n", "{\"a\": 1}"}) {
    CAPTURE(bytes);
    CHECK_FALSE(ReadMail(bytes));
  }
  CHECK_FALSE(ReadMail("From: a\n\n" + std::string(kMaxMailBytes, 'x')));
}

}  // namespace
}  // namespace pomocnik::kb::newsletter
