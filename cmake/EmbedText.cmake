# embed_text(TARGET NAMESPACE file...)
# Makes "<current folder>/text.h" (in the generated include tree) with one constant per file, names/modules.yaml becomes
# text::kModulesYaml in NAMESPACE, and with text::kAll: pairs of a file's name without folder and ending, and its text.
set(EMBED_TEXT_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/embed_text.cmake)
function(embed_text target namespace)
  file(RELATIVE_PATH folder ${CMAKE_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
  set(header ${CMAKE_BINARY_DIR}/generated/${folder}/text.h)
  set(files)
  foreach(file ${ARGN})
    list(APPEND files ${CMAKE_CURRENT_SOURCE_DIR}/${file})
  endforeach()
  string(REPLACE ";" "," joined "${files}")
  add_custom_command(
    OUTPUT ${header}
    COMMAND ${CMAKE_COMMAND} -DHEADER=${header} -DNAMESPACE=${namespace} -DFILES=${joined}
            -P ${EMBED_TEXT_SCRIPT}
    DEPENDS ${files} ${EMBED_TEXT_SCRIPT}
    VERBATIM)
  target_sources(${target} PRIVATE ${header})
endfunction()
