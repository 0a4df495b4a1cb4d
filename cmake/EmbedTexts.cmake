# embed_texts(TARGET NAMESPACE file...)
# Makes "<current folder>/embedded_texts.h" (in the generated include tree) with NAMESPACE::kEmbeddedTexts: pairs of the
# file's name without folder and ending, and its text.
set(EMBED_TEXTS_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/embed_texts.cmake)
function(embed_texts target namespace)
  file(RELATIVE_PATH folder ${CMAKE_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
  set(header ${CMAKE_BINARY_DIR}/generated/${folder}/embedded_texts.h)
  set(files)
  foreach(file ${ARGN})
    list(APPEND files ${CMAKE_CURRENT_SOURCE_DIR}/${file})
  endforeach()
  string(REPLACE ";" "," joined "${files}")
  add_custom_command(
    OUTPUT ${header}
    COMMAND ${CMAKE_COMMAND} -DHEADER=${header} -DNAMESPACE=${namespace} -DFILES=${joined}
            -P ${EMBED_TEXTS_SCRIPT}
    DEPENDS ${files} ${EMBED_TEXTS_SCRIPT}
    VERBATIM)
  target_sources(${target} PRIVATE ${header})
endfunction()
