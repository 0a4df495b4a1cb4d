#include "kb/archive/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <doctest/doctest.h>

#include <cstring>
#include <memory>

namespace pomocnik::kb::archive {
namespace {

struct Entry {
  std::string name;
  std::string bytes;
  unsigned type = AE_IFREG;
  std::string target = {};  // of a link
};

struct FreeWriter {
  void operator()(::archive* handle) const { archive_write_free(handle); }
};

enum class Format { kZip, kTar, kTarGz, kGzip, kGzipTwice };

void AddLayers(::archive* writer, Format format) {
  if (format == Format::kZip) archive_write_set_format_zip(writer);
  if (format == Format::kTar || format == Format::kTarGz)
    archive_write_set_format_pax_restricted(writer);
  if (format == Format::kGzip || format == Format::kGzipTwice) archive_write_set_format_raw(writer);
  if (format != Format::kZip && format != Format::kTar) archive_write_add_filter_gzip(writer);
  if (format == Format::kGzipTwice) archive_write_add_filter_gzip(writer);
}

std::string Pack(Format format, const std::vector<Entry>& entries) {
  std::string out(4 * 1024 * 1024, '\0');
  std::size_t used = 0;
  const std::unique_ptr<::archive, FreeWriter> writer(archive_write_new());
  AddLayers(writer.get(), format);
  REQUIRE(archive_write_open_memory(writer.get(), out.data(), out.size(), &used) == ARCHIVE_OK);
  for (const Entry& entry : entries) {
    archive_entry* header = archive_entry_new();
    archive_entry_copy_pathname(header, entry.name.c_str());
    archive_entry_set_filetype(header, entry.type);
    archive_entry_set_perm(header, 0644);
    archive_entry_set_mtime(header, 1'773'230'400, 0);  // 2026-03-11 12:00
    archive_entry_set_size(header, static_cast<la_int64_t>(entry.bytes.size()));
    if (entry.type == AE_IFLNK) archive_entry_copy_symlink(header, entry.target.c_str());
    if (entry.type == AE_IFREG && !entry.target.empty()) {
      archive_entry_copy_hardlink(header, entry.target.c_str());
    }
    REQUIRE(archive_write_header(writer.get(), header) >= ARCHIVE_WARN);
    archive_write_data(writer.get(), entry.bytes.data(), entry.bytes.size());
    archive_entry_free(header);
  }
  REQUIRE(archive_write_close(writer.get()) == ARCHIVE_OK);
  out.resize(used);
  return out;
}

// "name=bytes" of each document, or why there are none.
std::string Read(std::string_view bytes, const Limits& limits = {}) {
  const auto documents = ReadArchive(bytes, limits);
  if (!documents) return documents.error().message;
  std::string out;
  for (const SourceDocument& document : *documents) {
    out += document.address + "=" + document.bytes.substr(0, 20) + ";";
  }
  return out;
}

TEST_CASE("an archive gives its files, with names and days, and no folders") {
  for (const Format format : {Format::kZip, Format::kTar, Format::kTarGz}) {
    CAPTURE(static_cast<int>(format));
    const std::string bytes = Pack(format, {{"./", "", AE_IFDIR},
                                            {"sl/", "", AE_IFDIR},
                                            {"sl/plače.html", "<p>Plače</p>"},
                                            {"./a.txt", ""}});
    CHECK(Read(bytes) == "sl/plače.html=<p>Plače</p>;a.txt=;");
    const auto documents = ReadArchive(bytes);
    REQUIRE(documents);
    REQUIRE(documents->front().modified);
    CHECK(FormatDate(*documents->front().modified) == "2026-03-11");
  }
}

TEST_CASE("a name of a zip that an older program wrote is read as code page 852") {
  std::string bytes = Pack(Format::kZip, {{"plaXe.html", "a"}});
  for (std::size_t at = bytes.find("plaXe"); at != std::string::npos; at = bytes.find("plaXe")) {
    bytes[at + 3] = '\x9F';
  }
  CHECK(Read(bytes) == "plače.html=a;");
}

TEST_CASE("an archive that wants out of its place is refused whole") {
  struct Row {
    Entry entry;
    const char* reason;
  };
  const Row rows[] = {
      {{"../a", "x"}, "entry '../a' leads out of the archive"},
      {{"a/../../b", "x"}, "entry 'a/../../b' leads out of the archive"},
      {{"/etc/cron.d/a", "x"}, "entry '/etc/cron.d/a' is absolute"},
      {{"..\\..\\a", "x"}, "entry '..\\..\\a' has a backslash"},
      {{"C:\\a", "x"}, "entry 'C:\\a' has a backslash"},
      {{"C:a", "x"}, "entry 'C:a' has a colon, as drives have"},
      {{"a\x01", "x"}, "entry 'a ' has control characters"},
      {{"../", "", AE_IFDIR}, "entry '../' leads out of the archive"},
      {{"l", "", AE_IFLNK, "/etc/passwd"}, "entry 'l' is a link or a device"},
      {{"p", "", AE_IFIFO}, "entry 'p' is a link or a device"},
      {{"d", "", AE_IFCHR}, "entry 'd' is a link or a device"},
      {{"h", "", AE_IFREG, "good.html"}, "entry 'h' is a link or a device"},
      {{"good.html", "x"}, "entry 'good.html' is there twice"},
      {{"./good.html", "x"}, "entry './good.html' is there twice"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.entry.name);
    CHECK(Read(Pack(Format::kTar, {{"good.html", "good"}, row.entry})) == row.reason);
  }
  const std::string too_long(256, 'a');
  CHECK(Read(Pack(Format::kTar, {{too_long, "x"}})) ==
        "entry '" + too_long.substr(0, 80) + "' is longer than 255 bytes");
  CHECK(Read(Pack(Format::kZip, {{"../a", "x"}})) == "entry '../a' leads out of the archive");
  CHECK(Read(Pack(Format::kZip, {{"l", "", AE_IFLNK, "/etc"}})) ==
        "entry 'l' is a link or a device");
}

TEST_CASE("what unpacks to far too much is refused before it is unpacked") {
  const std::string zeros(3'000'000, '\0');
  CHECK(Read(Pack(Format::kZip, {{"a", zeros}})) ==
        "entry 'a' cannot be read: it unpacks to far more than it is, as bombs do");
  CHECK(Read(Pack(Format::kTarGz, {{"a", zeros}})) ==
        "entry 'a' cannot be read: it unpacks to far more than it is, as bombs do");
  CHECK(Gunzip(Pack(Format::kGzip, {{"a", zeros}})).error().message ==
        "it unpacks to far more than it is, as bombs do");

  Limits limits;
  limits.entry_bytes = 10;
  limits.total_bytes = 16;
  limits.entries = 3;
  CHECK(Read(Pack(Format::kZip, {{"a", "0123456789"}, {"b", "01234"}}), limits) ==
        "a=0123456789;b=01234;");
  CHECK(Read(Pack(Format::kZip, {{"a", "0123456789a"}}), limits) ==
        "entry 'a' cannot be read: it is too large when unpacked");
  CHECK(Read(Pack(Format::kZip, {{"a", "0123456789"}, {"b", "0123456"}}), limits) ==
        "entry 'b' cannot be read: the whole is too large when unpacked");
  CHECK(Read(Pack(Format::kZip, {{"a", ""}, {"b", ""}, {"c", ""}, {"d", ""}}), limits) ==
        "it has too many entries");
  limits.packed_bytes = 100;
  CHECK(Read(Pack(Format::kTar, {{"a", ""}}), limits) == "it is too large");
}

// A zip whose table of contents names one packed file again and again, so that it unpacks to a multiple of itself.
std::string OverlappingZip(const std::string& zip, int copies) {
  const std::size_t table = zip.find("PK\x01\x02");
  const std::size_t end = zip.find("PK\x05\x06");
  REQUIRE((table != std::string::npos && end != std::string::npos));
  std::string out = zip.substr(0, table);
  for (int i = 0; i < copies; ++i) {
    std::string record = zip.substr(table, end - table);
    const std::string number = std::to_string(100'000 + i);
    record.replace(record.find("000000"), 6, number);
    out += record;
  }
  std::string tail = zip.substr(end);
  const auto put = [&](std::size_t at, std::uint32_t value, std::size_t size) {
    std::memcpy(tail.data() + at, &value, size);
  };
  put(8, static_cast<std::uint32_t>(copies), 2);
  put(10, static_cast<std::uint32_t>(copies), 2);
  put(12, static_cast<std::uint32_t>(out.size() - table), 4);
  put(16, static_cast<std::uint32_t>(table), 4);
  return out + tail;
}

TEST_CASE("a zip of many names for one file does not multiply it") {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += std::to_string(i * 7919 % 100'003) + " ";
  const auto documents = ReadArchive(OverlappingZip(Pack(Format::kZip, {{"000000", text}}), 5000));
  CHECK((!documents || documents->size() == 1));
}

TEST_CASE("one level is unpacked") {
  const std::string inner = Pack(Format::kZip, {{"a", "a"}});
  const auto documents = ReadArchive(Pack(Format::kZip, {{"inner.zip", inner}}));
  REQUIRE(documents);
  CHECK(documents->front().address == "inner.zip");
  CHECK(documents->front().bytes == inner);
  CHECK(Gunzip(Pack(Format::kGzipTwice, {{"a", "text"}})).error().message ==
        "it is packed more than once");
}

TEST_CASE("gzip gives what is in it") {
  const auto text = Gunzip(Pack(Format::kGzip, {{"a", "<urlset/>"}}));
  REQUIRE(text);
  CHECK(*text == "<urlset/>");
  CHECK(IsGzip(Pack(Format::kGzip, {{"a", ""}})));
  CHECK_FALSE(IsGzip("PK"));
  CHECK(Gunzip("<urlset/>").error().message == "it is no gzip");
  CHECK_FALSE(Gunzip("\x1F\x8B").has_value());
  const std::string cut = Pack(Format::kGzip, {{"a", std::string(1000, 'a')}});
  CHECK_FALSE(Gunzip(std::string_view(cut).substr(0, cut.size() / 2)).has_value());
}

TEST_CASE("what is no archive is refused") {
  for (const char* bytes : {"", "text", "PK", "PK\x03\x04", "<html></html>", "%PDF-1.4"}) {
    CAPTURE(bytes);
    CHECK_FALSE(ReadArchive(bytes).has_value());
  }
  const std::string zip = Pack(Format::kZip, {{"a.html", std::string(5000, 'a') + "b"}});
  CHECK_FALSE(ReadArchive(std::string_view(zip).substr(0, zip.size() / 2)).has_value());
}

}  // namespace
}  // namespace pomocnik::kb::archive
