# Bundles the widget's modules into the folder OUTPUT, and fails when one is larger than it may be. The tests run it, too:
#   cmake -DOUTPUT=DIR -P web-widget/bundle.cmake
# widget.js is the loader that pages name; it loads panel.js under an address that changes with its bytes. f1.js is
# what the F1 page runs, staff.js with staff.css what the staff desk does.
cmake_minimum_required(VERSION 3.25)
find_program(ESBUILD esbuild REQUIRED)
find_file(CHART_LIBRARY chart.mjs PATHS /usr/share/javascript/chart.js REQUIRED)

set(sources ${OUTPUT}/sources)
file(REMOVE_RECURSE ${sources})
file(COPY ${CMAKE_CURRENT_LIST_DIR}/src ${CMAKE_CURRENT_LIST_DIR}/strings DESTINATION ${sources})

function(run_esbuild)
  execute_process(
    COMMAND ${ESBUILD} ${ARGN} --minify --charset=utf8 --log-level=warning
    WORKING_DIRECTORY ${sources}
    COMMAND_ERROR_IS_FATAL ANY)
endfunction()

# bundle(NAME.js FORMAT LIMIT [OPTION...]) makes it of src/NAME.js; LIMIT is in compressed bytes.
function(bundle name format limit)
  run_esbuild(src/${name} --bundle --format=${format} --target=es2022 --loader:.css=text --outfile=${OUTPUT}/${name} ${ARGN})
  set(archive ${sources}/${name}.gz)
  file(ARCHIVE_CREATE OUTPUT ${archive} PATHS ${OUTPUT}/${name} FORMAT raw COMPRESSION GZip COMPRESSION_LEVEL 9)
  file(SIZE ${archive} size)
  if(size GREATER limit)
    message(FATAL_ERROR "${name} has ${size} bytes when compressed; at most ${limit} are allowed")
  endif()
  message(STATUS "${name}: ${size} bytes when compressed, of ${limit}")
endfunction()

# A style sheet goes into a module as text, which esbuild leaves as it is.
file(GLOB styles ${CMAKE_CURRENT_LIST_DIR}/styles/*.css)
run_esbuild(${styles} --outdir=${sources}/styles)

bundle(panel.js esm 40960)
bundle(f1.js esm 40960)
bundle(staff.js esm 153600 --alias:chart.js=${CHART_LIBRARY})
run_esbuild(${CMAKE_CURRENT_LIST_DIR}/staff/staff.css --bundle --outfile=${OUTPUT}/staff.css)
file(SHA256 ${OUTPUT}/panel.js digest)
string(SUBSTRING ${digest} 0 16 version)
bundle(widget.js iife 5120
  "--define:PANEL_ADDRESS=\"panel.js?v=${version}\"" "--define:PANEL_DIGEST=\"${digest}\"")
