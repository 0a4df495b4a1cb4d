# pomocnik_room(NAME SOURCES file... [LINKS target...])
# One static library for a room (or a part of one), built with the project's options.
function(pomocnik_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;LINKS" ${ARGN})
  add_library(${name} STATIC ${ROOM_SOURCES})
  target_link_libraries(${name} PUBLIC pomocnik_options ${ROOM_LINKS})
endfunction()

# pomocnik_tests(NAME SOURCES file... [LINKS target...] [FIXTURE name])
# One doctest program; every TEST_CASE becomes a ctest of its own, after the fixture.
function(pomocnik_tests name)
  cmake_parse_arguments(TESTS "" "FIXTURE" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${TESTS_SOURCES})
  target_link_libraries(${name} PRIVATE pomocnik_options pomocnik_tests_main ${TESTS_LINKS})
  target_compile_definitions(${name} PRIVATE
    POMOCNIK_SOURCE_DIR="${CMAKE_SOURCE_DIR}" POMOCNIK_BINARY_DIR="${CMAKE_BINARY_DIR}")
  doctest_discover_tests(${name} TEST_PREFIX "${name}: " PROPERTIES FIXTURES_REQUIRED "${TESTS_FIXTURE}")
endfunction()
