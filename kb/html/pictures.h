// The pictures of a page: which are worth showing, and what to call the others.
#pragma once

#include <string>
#include <string_view>

#include "kb/html/tree.h"

namespace pomocnik::kb::html {

struct Picture {
  enum class Size {
    kUnknown,
    kSpot,   // a dot that counts readers
    kSmall,  // an icon, wherever it stands
    kLarge,  // a screenshot, wherever it stands
  };
  std::string source;  // empty when it cannot be shown: a drawing in SVG, a picture within the page
  std::string description;  // empty when the page has none
  std::string name;         // of the icon, if it is one; empty when nothing tells it
  Size size = Size::kUnknown;
};

// The picture that an <img> shows. `base`: as ResolveReference takes it.
Picture ReadPicture(const Node* image, std::string_view base);

struct Video {
  std::string address;  // empty: no film, or none that may be linked to
  std::string title;
};

// The film that <video>, or an <iframe> of a site of films, shows.
Video ReadVideo(const Node* frame, std::string_view base);

// The name of an icon out of a symbol font (<i class="fa fa-print">); empty when the element is none.
std::string FontIconOf(const Node* element);

// "[ikona: natisni]", "[ikona]" without a name.
std::string IconText(std::string_view name);

// "[slika: okno Dobropis]".
std::string PictureText(std::string_view description);

}  // namespace pomocnik::kb::html
