// Small PDFs of a test's own: pages of text in Helvetica at given places.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace pomocnik::kb::pdf {

struct PlacedText {
  double left = 72;
  double top = 72;  // of its first line, from the top of the page
  std::string
      text;  // with no other letters than WinAnsi() knows, without parentheses and backslashes
  double size = 11;
  bool bold = false;
};

// The characters of WinAnsi that our texts need, out of UTF-8.
inline std::string WinAnsi(std::string text) {
  const std::pair<const char*, const char*> letters[] = {
      {"š", "\x9A"}, {"ž", "\x9E"}, {"•", "\x95"}};
  for (const auto& [letter, byte] : letters) {
    const std::string from(letter);
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
      text.replace(at, from.size(), byte);
    }
  }
  return text;
}

inline std::string MakePdf(const std::vector<std::vector<PlacedText>>& pages,
                           const std::string& information = {}) {
  std::vector<std::string> objects = {
      "<</Type/Catalog/Pages 2 0 R>>", "",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
      "<<" + information + ">>"};
  std::string kids;
  for (const auto& page : pages) {
    std::string content;
    for (const PlacedText& text : page) {
      content += "BT /F" + std::to_string(text.bold ? 2 : 1) + " " + std::to_string(text.size) +
                 " Tf " + std::to_string(text.left) + " " + std::to_string(842 - text.top) +
                 " Td (" + WinAnsi(text.text) + ") Tj ET\n";
    }
    const std::size_t number = objects.size() + 1;
    kids += std::to_string(number) + " 0 R ";
    objects.push_back(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R/F2 4 0 "
        "R>>>>/Contents " +
        std::to_string(number + 1) + " 0 R>>");
    objects.push_back("<</Length " + std::to_string(content.size()) + ">>stream\n" + content +
                      "endstream");
  }
  objects[1] = "<</Type/Pages/Count " + std::to_string(pages.size()) + "/Kids[" + kids + "]>>";

  std::string pdf = "%PDF-1.4\n";
  std::string table = "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    const std::string offset = std::to_string(pdf.size());
    table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
    pdf += std::to_string(i + 1) + " 0 obj" + objects[i] + "endobj\n";
  }
  const std::string start = std::to_string(pdf.size());
  return pdf + table + "trailer<</Size " + std::to_string(objects.size() + 1) +
         "/Root 1 0 R/Info 5 0 R>>\nstartxref\n" + start + "\n%%EOF\n";
}

// Lines of text below each other, each a line of the page.
inline std::vector<PlacedText> Column(double left, double top,
                                      const std::vector<std::string>& lines) {
  std::vector<PlacedText> placed;
  placed.reserve(lines.size());
  for (const std::string& line : lines) {
    placed.push_back({.left = left, .top = top, .text = line});
    top += 13;
  }
  return placed;
}

}  // namespace pomocnik::kb::pdf
