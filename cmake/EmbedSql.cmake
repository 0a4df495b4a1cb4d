# embed_sql(TARGET NAMESPACE file.sql...)
# Makes "<current folder>/sql.h" (in the generated include tree) with one constant per file:
# sql/turn.insert.sql becomes sql::kTurnInsert in NAMESPACE. Files are compared, not configured, so that
# SQL may hold any character.
set(EMBED_SQL_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/embed_sql.cmake)
function(embed_sql target namespace)
  file(RELATIVE_PATH folder ${CMAKE_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
  set(header ${CMAKE_BINARY_DIR}/generated/${folder}/sql.h)
  set(files)
  foreach(file ${ARGN})
    list(APPEND files ${CMAKE_CURRENT_SOURCE_DIR}/${file})
  endforeach()
  string(REPLACE ";" "," joined "${files}")
  add_custom_command(
    OUTPUT ${header}
    COMMAND ${CMAKE_COMMAND} -DHEADER=${header} -DNAMESPACE=${namespace} -DFILES=${joined}
            -P ${EMBED_SQL_SCRIPT}
    DEPENDS ${files} ${EMBED_SQL_SCRIPT}
    VERBATIM)
  target_sources(${target} PRIVATE ${header})
endfunction()
