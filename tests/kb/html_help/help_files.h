// A small help project of a test's own.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "kb/html/rules.h"
#include "kb/imported.h"

namespace pomocnik::kb::html_help {

using NamedTexts = std::vector<std::pair<std::string, std::string>>;

inline std::vector<SourceDocument> DocumentsOf(const NamedTexts& texts) {
  std::vector<SourceDocument> documents;
  documents.reserve(texts.size());
  for (const auto& [name, text] : texts) {
    documents.push_back(
        {.address = name, .media_type = {}, .charset = {}, .bytes = text, .modified = {}});
  }
  return documents;
}

inline html::Rules PlainRules() {
  Diagnostics diagnostics;
  return *html::ParseRules(*html::BuiltInRules("plain"), "plain.yaml", diagnostics);
}

inline std::string PageOf(const std::string& title, const std::string& body) {
  return "<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1><p>" + body +
         "</p></body></html>";
}

inline std::string SitemapOf(const std::string& items) {
  return "<HTML><BODY><OBJECT type=\"text/site properties\"><param name=\"ImageType\" "
         "value=\"Folder\"></OBJECT><UL>" +
         items + "</UL></BODY></HTML>";
}

inline std::string SitemapItem(const std::string& name, const std::string& local,
                               const std::string& below = {}) {
  return "<LI><OBJECT type=\"text/sitemap\"><param name=\"Name\" value=\"" + name + "\">" +
         (local.empty() ? "" : "<param name=\"Local\" value=\"" + local + "\">") + "</OBJECT>\n" +
         (below.empty() ? "" : "<UL>" + below + "</UL>\n");
}

// In windows-1250 ("\xE8" is č) with a header, contents and an index.
inline NamedTexts SmallProject() {
  return {{"pomoc.hhp",
           "[OPTIONS]\r\nLanguage=0x424 Slovenian\r\nContents file=pomoc.hhc\r\nIndex "
           "file=pomoc.hhk\r\n\r\n[FILES]\r\nhtml\\uvod.htm\r\n"
           "\r\n[ALIAS]\r\nIDH_UVOD=html\\uvod.htm\r\nIDH_RACUN=html\\Racun.htm ; "
           "glavni\r\nIDH_CENE=html/racun.htm#cene\r\n"
           "\r\n[MAP]\r\n#include <pomoc.h>\r\n#define IDH_CENE 0x7D1\r\n"},
          {"Pomoc.h",
           "/* Teme\n#define IDH_NE 1\n*/\n#ifndef A\n#define A\n#define IDH_UVOD 1000 // "
           "prva\n#define IDH_RACUN (2000)\n#endif\n"},
          {"pomoc.hhc", SitemapOf(SitemapItem("Pomo\xE8", "html/uvod.htm") +
                                  SitemapItem("Fakturiranje", "",
                                              SitemapItem("Ra\xE8un", "html/racun.htm",
                                                          SitemapItem("Cene na ra\xE8unu",
                                                                      "html/racun.htm#cene"))))},
          {"pomoc.hhk", SitemapOf(SitemapItem("izdaja ra\xE8una", "html/racun.htm") +
                                  SitemapItem("cenik", "html/racun.htm#cene"))},
          {"html/uvod.htm", PageOf("Pomo\xE8", "Pozdravljeni v pomo\xE8i.")},
          {"html/racun.htm", PageOf("Ra\xE8un", "Ra\xE8un izdamo kupcu.")}};
}

}  // namespace pomocnik::kb::html_help
