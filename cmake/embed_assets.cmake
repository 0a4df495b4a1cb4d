# Writes SOURCE, a C++ file, from ASSETS: "request path<space>file", comma-separated.
cmake_policy(SET CMP0007 NEW)
string(REPLACE "," ";" assets "${ASSETS}")
list(SORT assets COMPARE STRING)  # by path: no path has a character below the space

set(type_css "text/css; charset=utf-8")
set(type_html "text/html; charset=utf-8")
set(type_js "text/javascript; charset=utf-8")
set(type_svg "image/svg+xml")

set(arrays "")
set(rows "")
set(number 0)
foreach(asset IN LISTS assets)
  string(FIND "${asset}" " " space)
  string(SUBSTRING "${asset}" 0 ${space} path)
  math(EXPR begin "${space} + 1")
  string(SUBSTRING "${asset}" ${begin} -1 file)
  string(REGEX MATCH "[^.]+$" extension "${file}")
  if(NOT DEFINED type_${extension})
    message(FATAL_ERROR "no content type is known for ${file}")
  endif()
  file(READ "${file}" hex HEX)
  file(SHA256 "${file}" digest)
  # Characters one by one: a string literal of this length is beyond what compilers promise to take.
  string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${hex}")
  string(APPEND arrays "constexpr char kBytes${number}[] = {${bytes}};\n")
  string(APPEND rows
    "    {\"${path}\", \"${type_${extension}}\", {kBytes${number}, sizeof(kBytes${number})},\n"
    "     \"\\\"${digest}\\\"\"},\n")
  math(EXPR number "${number} + 1")
endforeach()

file(WRITE "${SOURCE}" "// Generated from the files of the web widget; edit those.
#include \"web-widget/assets.h\"

namespace pomocnik::assets {
namespace {

${arrays}
constexpr Asset kAssets[] = {
${rows}};

}  // namespace

std::span<const Asset> All() { return kAssets; }

}  // namespace pomocnik::assets
")
