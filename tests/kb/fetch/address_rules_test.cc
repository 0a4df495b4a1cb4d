#include "kb/fetch/address_rules.h"

#include <doctest/doctest.h>

namespace pomocnik::kb::fetch {
namespace {

const std::vector<std::string> kHosts = {
    "help.example.si", "Api.Example.si:8443", "localhost", "127.0.0.1",
    "[::1]",           "0x7f000001",          "2130706433"};

struct AddressRow {
  const char* address;
  const char* fetched;
};

TEST_CASE("an address of an allowed host gets its one form") {
  for (const AddressRow& row : {
           AddressRow{"https://help.example.si", "https://help.example.si/"},
           AddressRow{"https://help.example.si/", "https://help.example.si/"},
           AddressRow{"HTTPS://Help.EXAMPLE.si/A", "https://help.example.si/A"},
           AddressRow{"https://help.example.si:443/a", "https://help.example.si/a"},
           AddressRow{"https://api.example.si:8443/a", "https://api.example.si:8443/a"},
           AddressRow{"https://help.example.si?b=1", "https://help.example.si/?b=1"},
           AddressRow{"https://help.example.si#c", "https://help.example.si/"},
           AddressRow{"https://help.example.si/a?b=1#c", "https://help.example.si/a?b=1"},
           AddressRow{"https://help.example.si/a/./b/../c", "https://help.example.si/a/c"},
           AddressRow{"https://help.example.si/../../a", "https://help.example.si/a"},
           AddressRow{"https://help.example.si/a/..", "https://help.example.si/"},
           AddressRow{"https://help.example.si/a/.", "https://help.example.si/a/"},
           AddressRow{"https://help.example.si/a//b/", "https://help.example.si/a//b/"},
           AddressRow{"https://help.example.si/a?b=../c", "https://help.example.si/a?b=../c"},
           AddressRow{"https://help.example.si/rač", "https://help.example.si/ra%C4%8D"},
           AddressRow{"https://help.example.si/ra%C4%8D", "https://help.example.si/ra%C4%8D"},
           AddressRow{"https://help.example.si/100%", "https://help.example.si/100%25"},
           AddressRow{"https://help.example.si/<b>\"", "https://help.example.si/%3Cb%3E%22"},
           AddressRow{"https://help.example.si/a@b:c", "https://help.example.si/a@b:c"},
       }) {
    CAPTURE(row.address);
    const auto checked = CheckFetchAddress(row.address, kHosts);
    REQUIRE(checked);
    CHECK(checked->text == row.fetched);
    CHECK(CheckFetchAddress(checked->text, kHosts).value() == *checked);
  }
}

TEST_CASE("an address falls into host, port and target") {
  const FetchAddress address =
      CheckFetchAddress("https://api.example.si:8443/a/b?c=d#e", kHosts).value();
  CHECK(address.host == "api.example.si");
  CHECK(address.port == 8443);
  CHECK(address.target == "/a/b?c=d");
  CHECK(address.Authority() == "api.example.si:8443");
}

TEST_CASE("everything else is refused, with the reason") {
  for (const AddressRow& row : {
           // Other schemes, and none.
           AddressRow{"http://help.example.si/", "begin with https"},
           AddressRow{"ftp://help.example.si/", "begin with https"},
           AddressRow{"file:///etc/passwd", "begin with https"},
           AddressRow{"gopher://help.example.si/_", "begin with https"},
           AddressRow{"dict://help.example.si:11211/", "begin with https"},
           AddressRow{"javascript:alert(1)", "begin with https"},
           AddressRow{"data:text/html,x", "begin with https"},
           AddressRow{"https:help.example.si", "begin with https"},
           AddressRow{"https:/help.example.si", "begin with https"},
           AddressRow{"//help.example.si/", "begin with https"},
           AddressRow{"help.example.si", "begin with https"},
           AddressRow{"/a", "begin with https"},
           AddressRow{"", "begin with https"},
           AddressRow{"https", "begin with https"},
           // No host.
           AddressRow{"https://", "names no host"},
           AddressRow{"https:///help.example.si/", "names no host"},
           AddressRow{"https://:443/", "names no host"},
           AddressRow{"https://?a", "names no host"},
           AddressRow{"https://#help.example.si", "names no host"},
           // Names of users.
           AddressRow{"https://user@help.example.si/", "user name"},
           AddressRow{"https://user:pass@help.example.si/", "user name"},
           AddressRow{"https://help.example.si@evil.example/", "user name"},
           AddressRow{"https://help.example.si:443@127.0.0.1/", "user name"},
           AddressRow{"https://@help.example.si/", "user name"},
           // Numbers in all notations, even where the list names them.
           AddressRow{"https://127.0.0.1/", "is a number"},
           AddressRow{"https://127.1/", "is a number"},
           AddressRow{"https://2130706433/", "is a number"},
           AddressRow{"https://0x7f000001/", "is a number"},
           AddressRow{"https://0x7f.0.0.1/", "is a number"},
           AddressRow{"https://0177.0.0.1/", "is a number"},
           AddressRow{"https://017700000001/", "is a number"},
           AddressRow{"https://127.0.0.0x1/", "is a number"},
           AddressRow{"https://0/", "is a number"},
           AddressRow{"https://169.254.169.254/latest/meta-data/", "is a number"},
           AddressRow{"https://10.0.0.1/", "is a number"},
           AddressRow{"https://[::1]/", "is a number"},
           AddressRow{"https://[::ffff:127.0.0.1]/", "is a number"},
           AddressRow{"https://[::ffff:7f00:1]:443/", "is a number"},
           AddressRow{"https://[fe80::1%25eth0]/", "is a number"},
           AddressRow{"https://[help.example.si]/", "is a number"},
           // What is no plain name.
           AddressRow{"https://localhost/", "no domain"},
           AddressRow{"https://help.example.si./", "not a name"},
           AddressRow{"https://.help.example.si/", "not a name"},
           AddressRow{"https://help..example.si/", "not a name"},
           AddressRow{"https://-help.example.si/", "not a name"},
           AddressRow{"https://help_.example.si/", "not a name"},
           AddressRow{"https://help%2Eexample.si/", "not a name"},
           AddressRow{"https://help.example.si%00.evil.example/", "not a name"},
           AddressRow{"https://help.example.si%23.evil.example/", "not a name"},
           AddressRow{"https://hełp.example.si/", "not a name"},
           AddressRow{"https://help。example。si/", "not a name"},
           AddressRow{"https://①②⑦.⓪.⓪.①/", "not a name"},
           AddressRow{"https://help.example.si,evil.example/", "not a name"},
           AddressRow{"https://help.example.si;evil.example/", "not a name"},
           // Ports.
           AddressRow{"https://help.example.si:/", "port"},
           AddressRow{"https://help.example.si:0/", "port"},
           AddressRow{"https://help.example.si:65536/", "port"},
           AddressRow{"https://help.example.si:0443/", "port"},
           AddressRow{"https://help.example.si:44a/", "port"},
           AddressRow{"https://help.example.si:443:443/", "port"},
           AddressRow{"https://help.example.si:-1/", "port"},
           // Characters that are read in more than one way.
           AddressRow{"https://help.example.si\\@evil.example/", "backslash"},
           AddressRow{"https:\\\\help.example.si/", "backslash"},
           AddressRow{" https://help.example.si/", "white space"},
           AddressRow{"https://help.example.si/a b", "white space"},
           AddressRow{"https://help.example.si/\r\nHost: evil.example", "white space"},
           AddressRow{"https://help.example.si\t/", "white space"},
           AddressRow{"https://help.example.si/\x7f", "white space"},
           // Hosts that are not allowed.
           AddressRow{"https://evil.example/", "does not name evil.example"},
           AddressRow{"https://a.help.example.si/", "does not name a.help.example.si"},
           AddressRow{"https://example.si/", "does not name example.si"},
           AddressRow{"https://help.example.si.evil.example/", "does not name"},
           AddressRow{"https://evilhelp.example.si/", "does not name"},
           AddressRow{"https://help.example.si:8443/", "does not name help.example.si:8443"},
           AddressRow{"https://api.example.si/", "does not name api.example.si"},
       }) {
    CAPTURE(row.address);
    const auto checked = CheckFetchAddress(row.address, kHosts);
    REQUIRE_FALSE(checked);
    CHECK(checked.error().code == ErrorCode::kInvalidArgument);
    CHECK(checked.error().message.find(row.fetched) != std::string::npos);
  }
}

TEST_CASE("the authority stands between the scheme and the path") {
  CHECK(AuthorityOf("https://a.si:8443/b?c=https://d.si") == "a.si:8443");
  CHECK(AuthorityOf("http://a.si#b") == "a.si");
  CHECK(AuthorityOf("mailto:a@b.si").empty());
}

TEST_CASE("an address as long as nobody writes it is refused") {
  const std::string start = "https://help.example.si/";
  CHECK(CheckFetchAddress(start + std::string(kMaxAddressBytes - start.size(), 'a'), kHosts));
  CHECK_FALSE(CheckFetchAddress(start + std::string(kMaxAddressBytes, 'a'), kHosts));
  CHECK_FALSE(CheckFetchAddress("https://" + std::string(300, 'a') + ".si/", kHosts));
}

TEST_CASE("without a list nothing is fetched") {
  CHECK_FALSE(CheckFetchAddress("https://help.example.si/", {}));
}

}  // namespace
}  // namespace pomocnik::kb::fetch
