// Documents out of zip, tar and gzip. Everything happens in memory: nothing is written anywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "kb/imported.h"

namespace pomocnik::kb::archive {

// Well above what the export of a whole help comes to.
struct Limits {
  std::size_t packed_bytes = 256 * 1024 * 1024;
  std::size_t entries = 10'000;                // folders included
  std::size_t entry_bytes = 32 * 1024 * 1024;  // of one document
  std::size_t total_bytes =
      192 * 1024 * 1024;                 // of all, so that they fit into the importer's memory
  std::uint64_t ratio = 100;             // unpacked bytes to packed ones; texts reach about 20
  std::size_t free_bytes = 1024 * 1024;  // so much may be unpacked of the smallest archive
};

// The files of a zip, tar or tar.gz in their order, with the day of their last change; `address` is the name (entry_name.h),
// and one level is unpacked: an archive in the archive is a document as any other. Names that are not UTF-8 are read as
// code page 852. kInvalidArgument, naming the entry: the bytes are no such archive or are damaged, something exceeds the limits,
// a name is not allowed or repeated, an entry is a link or a device, or is encrypted. An archive is taken whole or not at all.
Result<std::vector<SourceDocument>> ReadArchive(std::string_view bytes, const Limits& limits = {});

// Whether the bytes begin as gzip does.
bool IsGzip(std::string_view bytes);

// What one layer of gzip holds (a sitemap.xml.gz). kInvalidArgument: no gzip, damaged, or beyond the limits (of an entry).
Result<std::string> Gunzip(std::string_view bytes, const Limits& limits = {});

}  // namespace pomocnik::kb::archive
