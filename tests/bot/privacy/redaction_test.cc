#include "bot/privacy/redaction.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace pomocnik::bot {
namespace {

struct Row {
  std::string_view text;
  std::string_view redacted;
};

void CheckRows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    Redaction redaction = Redact(row.text);
    CHECK_MESSAGE(redaction.text == row.redacted, row.text);
    CHECK_MESSAGE(Redact(redaction.text).text == redaction.text, row.text);
  }
}

void CheckKept(const std::vector<std::string_view>& texts) {
  for (std::string_view text : texts) {
    CHECK_MESSAGE(Redact(text).text == text, text);
    CHECK_MESSAGE(Redact(text).found.empty(), text);
  }
}

TEST_CASE("personal numbers are found by their date and check digit") {
  CheckRows({{"EMŠO 0101006500006.", "EMŠO [EMŠO]."},
             {"(0101006500006)", "([EMŠO])"},
             {"EMŠO: 0101 006 500 006", "EMŠO: [EMŠO]"},
             {"EMŠO 0101006500007", "EMŠO [EMŠO]"}});  // mistyped, but called one
  CheckKept({"0101006500007", "3101006500006", "koda 10101006500006"});
}

TEST_CASE("a tax number needs SI in front or a word that says so") {
  CheckRows({{"davčna št.: 12345679", "davčna št.: [davčna številka]"},
             {"Davčna številka je 12345678", "Davčna številka je [davčna številka]"},
             {"ID za DDV: SI10000003", "ID za DDV: [davčna številka]"},
             {"ID za DDV 12345679", "ID za DDV [davčna številka]"},
             {"SI 10000003", "[davčna številka]"},
             {"ID za DDV: SI-10000003", "ID za DDV: [davčna številka]"},
             {"ＳＩ　１００００００３", "[davčna številka]"},
             {"OIB 12345678903", "OIB [davčna številka]"},
             {"davčna podjetja 12345679 in direktorja 50223054",
              "davčna podjetja [davčna številka] in direktorja [davčna številka]"}});
  CheckKept({"12345679", "račun št. 12345679", "davčna številka na računu 12345679",
             "kje si 12345679", "ｓｉ 12345679", "SI12345678", "SI-12345678",
             "seznam 12345679 12345679", "datum 22112026"});
}

TEST_CASE("accounts are found with and without the country, whole or in groups") {
  CheckRows({{"SI56191000000123438", "[IBAN]"},
             {"si56 1910 0000 0123 438, hvala", "[IBAN], hvala"},
             {"191000000123438", "[IBAN]"},
             {"TRR 19100-0000123439", "TRR [IBAN]"},
             {"na TRR SI56 1910 0000 0123 439", "na TRR [IBAN]"},
             {"HR12 1001 0051 8630 0016 0", "[IBAN]"},
             {"GB29 NWBK 6016 1331 9268 19", "[IBAN]"},
             {"AE07 0331 2345 6789 0123 456", "[IBAN]"}});
  CheckKept({"SI56 1910 0000 0123 439", "SI12 1234567890123", "SI00 12345-678-90", "SI99 2026",
             "RF18 5390 0754 7034"});
}

TEST_CASE("what only begins like a reference hides no number") {
  CheckRows({{"sklic SI12\n0101006500006", "sklic SI12\n[EMŠO]"},
             {"SI12: 4111111111111111", "SI12: [kartica]"},
             {"kartica, sklic SI12 8\n4000000000000010\n6", "kartica, sklic SI12 8\n[kartica]\n6"},
             {"RF18 moja 4111 1111 1111 1111", "RF18 moja [kartica]"},
             {"RF19 5390 0754 7034, 0101006500006", "RF19 5390 0754 7034, [EMŠO]"}});
}

TEST_CASE("phone numbers are found however they are grouped") {
  CheckRows({{"041 123 456", "[telefon]"},
             {"041/123-456 ali 041.123.456", "[telefon] ali [telefon]"},
             {"(041) 123 456", "([telefon]"},
             {"Stranka (041 123 456)", "Stranka ([telefon])"},
             {"041123456", "[telefon]"},
             {"01 234 56 78", "[telefon]"},
             {"+386 (0)41 123 456", "[telefon]"},
             {"0038641123456", "[telefon]"},
             {"+385 91 123 4567", "[telefon]"},
             {"tel 012345678", "tel [telefon]"},
             {"pokličite me na 012345678", "pokličite me na [telefon]"},
             {"please call 012345678", "please call [telefon]"},
             {"telefon: 5 123 45 67", "telefon: [telefon]"},
             {"📞041123456", "📞[telefon]"}});
  CheckKept({"080 13 20", "tel. 090 12 34", "tel. 05 393 40 00", "+386 5 393 40 00", "012345678",
             "0000012345678", "datum 01.02.2005 12 kosov", "1. 2. 2005 7"});
}

TEST_CASE("other writings of digits, spaces and hyphens do not hide a number") {
  CheckRows({{"０４１ １２３ ４５６", "[telefon]"},
             {"041\u00A0123\u00A0456", "[telefon]"},
             {"041\u2011123\u2011456", "[telefon]"},
             {"0\u200B41 123 456", "[telefon]"},
             {"janez＠example.si", "[e-naslov]"}});
}

TEST_CASE("addresses, cards and tokens are found") {
  CheckRows({{"ana.novak+test@sub.example.co.uk.", "[e-naslov]."},
             {"(ana@example.si)", "([e-naslov])"},
             {"5500-0000-0000-0004", "[kartica]"},
             {"378282246310005", "[kartica]"},
             {"kartica 4111 1111 1111 1112", "kartica [kartica]"},
             {"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dBjftJeZ4CVP", "[žeton]"},
             {"Bearer abcdef0123456789abcdef", "Bearer [žeton]"}});
  CheckKept({"ana@localhost", "cena @ 5", "4111 1111 1111 1112", "EAN 3830012345678"});
}

TEST_CASE("a password is what stands behind the word, unless it is said about it") {
  CheckRows({{"geslo je Kuza123!", "geslo je [geslo]"},
             {"geslo: Kuza123! in uporabnik ana", "geslo: [geslo] in uporabnik ana"},
             {"geslo Kuza123!", "geslo [geslo]"},
             {"geslo za operaterja Ana je kuzamuca", "geslo za operaterja Ana je [geslo]"},
             {"geslo \"Zelena trava 1\"", "geslo \"[geslo]\""},
             {"password=hunter2", "password=[geslo]"},
             {"PIN: 4821", "PIN: [geslo]"},
             {"teamviewer 1 234 567 890", "teamviewer [geslo]"},
             {"ID 987654321 (AnyDesk)", "ID [geslo] (AnyDesk)"}});
  CheckKept({"geslo je napačno", "geslo za operaterja je poteklo", "Kako spremenim geslo?", "geslo",
             "geslo je", "Kako spremenim geslo za operaterja Ana?"});
}

TEST_CASE("dates and numbers of people are found where the text says what they are") {
  CheckRows({{"Datum rojstva otroka je 1. 2. 2005.", "Datum rojstva otroka je [datum rojstva]."},
             {"rojena 1. februarja 2005", "rojena [datum rojstva]"},
             {"born 2005-02-01", "born [datum rojstva]"},
             {"rođen 1.2.1985", "rođen [datum rojstva]"},
             {"šifra koristnika 1234567", "šifra koristnika [šolska številka]"},
             {"osebna številka 12345678901", "osebna številka [šolska številka]"},
             {"ZZZS številka 123456789", "ZZZS številka [številka ZZZS]"}});
  CheckKept({"plača za 1. 2. 2025", "15. februar 2025", "šifra artikla 1234567", "22.11.2026"});
}

TEST_CASE("the numbers of accounting are kept") {
  CheckKept({"konto 1200", "konto 120000", "račun 2026-00041123", "temeljnica 2026/00123",
             "dobavnica 10002345", "verzija 2023.03.001", "6.25.015", "2017.015.000",
             "CAS-01234-X5Y6Z7", "CAS-00412-3456", "GK-2107", "ORA-01403", "REK-1",
             "1.041.123,45 EUR", "41.123.456,00", "matična 5383129000", "5290 Šempeter", "ob 16.00",
             "1200 3400 560"});
}

TEST_CASE("everything in one sentence is taken out, in order") {
  Redaction redaction =
      Redact("Janez, 041 123 456, janez@x.si, SI56191000000123438, EMŠO 0101006500006");
  CHECK(redaction.text == "Janez, [telefon], [e-naslov], [IBAN], EMŠO [EMŠO]");
  CHECK(redaction.found.size() == 4);
}

TEST_CASE("a long hostile text ends soon and changes no more") {
  for (std::string_view piece :
       {std::string_view("davčna 12345679 "), std::string_view("geslo:"), std::string_view("eyJ"),
        std::string_view("a@"), std::string_view("1 "), std::string_view("SI56 ")}) {
    std::string text;
    while (text.size() < 10000) text += piece;
    std::string once = Redact(text).text;
    CHECK(Redact(once).text == once);
  }
}

TEST_CASE("the shared vectors are redacted and kept as they say") {
  std::ifstream file(POMOCNIK_SOURCE_DIR "/../shared/data/pii_vectors.tsv");
  if (!file) {
    MESSAGE("no shared vectors here, skipped");
    return;
  }
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::istringstream columns(line);
    std::string text;
    std::string type;
    std::string expected;
    std::getline(columns, text, '\t');
    std::getline(columns, type, '\t');
    std::getline(columns, expected, '\t');
    bool redacted = !Redact(text).found.empty();
    if (expected == "redact") CHECK_MESSAGE(redacted, text);
    if (expected == "keep") CHECK_MESSAGE(!redacted, text);
  }
}

}  // namespace
}  // namespace pomocnik::bot
