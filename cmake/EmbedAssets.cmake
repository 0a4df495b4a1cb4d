# embed_assets(TARGET "request path" file ["request path" file]...)
# Makes assets.cc for TARGET: the bytes of each file as web-widget/assets.h gives them out. A file is
# relative to the current source folder unless it is absolute.
set(EMBED_ASSETS_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/embed_assets.cmake)
function(embed_assets target)
  file(RELATIVE_PATH folder ${CMAKE_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
  set(source ${CMAKE_BINARY_DIR}/generated/${folder}/assets.cc)
  set(arguments ${ARGN})
  set(assets)
  set(files)
  while(arguments)
    list(POP_FRONT arguments path file)
    get_filename_component(file ${file} ABSOLUTE BASE_DIR ${CMAKE_CURRENT_SOURCE_DIR})
    list(APPEND assets "${path} ${file}")
    list(APPEND files ${file})
  endwhile()
  list(JOIN assets "," joined)
  add_custom_command(
    OUTPUT ${source}
    COMMAND ${CMAKE_COMMAND} "-DSOURCE=${source}" "-DASSETS=${joined}" -P ${EMBED_ASSETS_SCRIPT}
    DEPENDS ${files} ${EMBED_ASSETS_SCRIPT}
    VERBATIM)
  target_sources(${target} PRIVATE ${source})
endfunction()
