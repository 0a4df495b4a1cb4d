#include "kb/html/pictures.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/utf8.h"
#include "kb/html/elements.h"
#include "kb/html/reference.h"
#include "kb/markdown/address.h"
#include "kb/markdown/slug.h"

namespace pomocnik::kb::html {
namespace {

constexpr int kLargestSpot = 3;
constexpr int kLargestIcon = 48;
// Buttons amid a sentence are wider than high.
constexpr int kWidestButton = 200;
constexpr int kHighestButton = 64;
constexpr std::size_t kLongestName = 80;  // code points

bool IsPictureFile(std::string_view name) {
  constexpr std::array<std::string_view, 7> kEndings = {".png",  ".gif", ".jpg", ".jpeg",
                                                        ".webp", ".bmp", ".svg"};
  std::string lower = LowerCase(name);
  return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) {
    return lower.size() > ending.size() && lower.ends_with(ending);
  });
}

// Names that tools give: image001, img_12, slika3, 0815.
bool IsNumbered(std::string_view stem) {
  constexpr std::array<std::string_view, 9> kWords = {
      "image", "img", "slika", "screenshot", "clip image", "picture", "ikona", "icon", ""};
  std::string words = LowerCase(stem);
  words.erase(words.find_last_not_of("0123456789 ") + 1);
  return std::find(kWords.begin(), kWords.end(), words) != kWords.end();
}

// Without the word that says no more than that it is an icon, without brackets, of a length that fits into a sentence.
std::string IconName(std::string_view text) {
  std::string name(text);
  std::string lower = LowerCase(name);
  for (std::string_view word : {"ikona:", "ikona ", "ikona-", "icon ", "icon:", "gumb ikona "}) {
    if (lower.starts_with(word)) {
      name.erase(0, word.size());
      break;
    }
  }
  std::erase_if(name, [](char c) { return c == '[' || c == ']'; });
  name = Collapsed(TruncateCodePoints(name, kLongestName));
  return IsNumbered(name) ? "" : name;
}

// Names that machines give: swh00055, a1b2c3d4.
bool IsCode(std::string_view stem) {
  auto digits =
      std::count_if(stem.begin(), stem.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits > 2 && stem.find(' ') == std::string_view::npos;
}

// "ikona-shrani_vse.png" -> "shrani vse".
std::string NameOfFile(std::string_view address) {
  std::string stem(LastPart(address));
  if (!IsValidUtf8(stem)) return "";
  if (IsPictureFile(stem)) stem.erase(stem.find_last_of('.'));
  for (std::size_t at = stem.find("%20"); at != std::string::npos; at = stem.find("%20")) {
    stem.replace(at, 3, " ");
  }
  if (stem.find('%') != std::string::npos) return "";
  std::replace_if(
      stem.begin(), stem.end(), [](char c) { return c == '_' || c == '-' || c == '.'; }, ' ');
  return IsCode(stem) ? "" : IconName(stem);
}

// A description that people wrote; editors put the name of the file there.
std::string WrittenDescription(std::string_view text) {
  std::string collapsed = Collapsed(text);
  return IsPictureFile(collapsed) || IsNumbered(collapsed) ? "" : collapsed;
}

Picture::Size SizeOf(const Node* image) {
  auto width = PixelsOf(image, "width");
  auto height = PixelsOf(image, "height");
  if (!width && !height) return Picture::Size::kUnknown;
  int larger = std::max(width.value_or(0), height.value_or(0));
  // style="width:;height:" says nothing.
  if (larger == 0 && !(width && height)) return Picture::Size::kUnknown;
  if (larger <= kLargestSpot) return Picture::Size::kSpot;
  if (larger <= kLargestIcon) return Picture::Size::kSmall;
  bool is_large = width.value_or(0) > kWidestButton || height.value_or(0) > kHighestButton;
  return is_large ? Picture::Size::kLarge : Picture::Size::kUnknown;
}

// Pages that load pictures late keep the address beside a placeholder.
std::string SourceOf(const Node* image) {
  std::string source = Attribute(image, "src");
  if (!source.empty() && SchemeOf(source) != "data") return source;
  for (const char* late : {"data-src", "data-original", "data-lazy-src"}) {
    if (std::string other = Attribute(image, late); !other.empty()) return other;
  }
  return source;
}

bool CanBeShown(std::string_view address) {
  if (address.empty() || LowerCase(LastPart(address)).ends_with(".svg")) return false;
  return SchemeOf(address).empty() || IsWebAddress(address);
}

}  // namespace

Picture ReadPicture(const Node* image, std::string_view base) {
  Picture picture;
  std::string source = SourceOf(image);
  std::string address = ResolveReference(base, source);
  std::string title = WrittenDescription(Attribute(image, "title"));
  picture.description = WrittenDescription(Attribute(image, "alt"));
  if (picture.description.empty()) picture.description = title;
  picture.name = IconName(picture.description);
  if (picture.name.empty() && SchemeOf(address) != "data") picture.name = NameOfFile(source);
  picture.size = SizeOf(image);
  if (CanBeShown(address)) picture.source = std::move(address);
  return picture;
}

Video ReadVideo(const Node* frame, std::string_view base) {
  std::string address = ResolveReference(base, Attribute(frame, "src"));
  bool is_film = NameOf(frame) == "video" || address.find("youtube") != std::string::npos ||
                 address.find("vimeo") != std::string::npos;
  if (!is_film || SchemeOf(address) != "https" || !IsWebAddress(address)) return {};
  std::string title = Collapsed(Attribute(frame, "title"));
  return {std::move(address), title.empty() ? "Video" : std::move(title)};
}

std::string FontIconOf(const Node* element) {
  std::string_view name = NameOf(element);
  bool can_be = (name == "i" || name == "span") && HasAttribute(element, "class");
  if (!can_be || !ValueOf(element).empty()) return "";
  std::string classes = Collapsed(Attribute(element, "class")) + " ";
  for (std::string_view prefix : {"fa-", "glyphicon-", "icon-", "bi-", "ikona-"}) {
    std::size_t at = classes.starts_with(prefix) ? 0 : classes.find(" " + std::string(prefix));
    if (at == std::string::npos) continue;
    std::string title = IconName(Collapsed(Attribute(element, "title")));
    if (!title.empty()) return title;
    at = classes.find(prefix, at) + prefix.size();
    std::string word = classes.substr(at, classes.find(' ', at) - at);
    std::replace(word.begin(), word.end(), '-', ' ');
    return IconName(word);
  }
  return "";
}

std::string IconText(std::string_view name) {
  return name.empty() ? "[ikona]" : "[ikona: " + std::string(name) + "]";
}

std::string PictureText(std::string_view description) {
  std::string words(description);
  std::erase_if(words, [](char c) { return c == '[' || c == ']'; });
  return "[slika: " + words + "]";
}

}  // namespace pomocnik::kb::html
