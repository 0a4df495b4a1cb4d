// Sources over a real network of one machine: tests/kb/fetch/tls_server.py on 127.0.0.1, which these tests take for public.
#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <span>
#include <string>

#include "kb/import/source_import.h"
#include "tests/kb/fetch/tls_server.h"
#include "tests/kb/import/fresh_files.h"
#include "tests/kb/import/source_changes.h"

namespace pomocnik::kb {
namespace {

using pomocnik::testing::TempFolder;
using testing::Changes;
using testing::WriteFile;

const std::string kPng("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x08", 24);

// A help site on the network, and the source that is to be imported from it.
class HelpSite {
 public:
  HelpSite() {
    const std::string port = std::to_string(server_->port());
    base_ = "https://help.example:" + port + "/site/";
    config_.format = SourceFormat::kHtml;
    config_.from = base_ + "sitemap.xml";
    config_.allow_hosts = {"help.example:" + port};
    config_.rules = "plain";
    config_.defaults.source = "spletna-pomoc";
    config_.defaults.lang = "sl";
    options_.data = folder_.File("data");
    options_.fetching.pause = std::chrono::milliseconds(0);
    options_.network.is_public = fetch::IsTlsServer;
    options_.network.names = {"help.example:" + port + ":127.0.0.1"};
    options_.network.ca_file = server_->ca_file();
  }

  void Put(const std::string& name, const std::string& body) const {
    WriteFile(server_->site() + "/" + name, body);
  }
  void PutPage(const std::string& name, const std::string& title, const std::string& body) const {
    Put(name, "<!doctype html><html lang=sl><title>" + title + "</title><main><h1>" + title +
                  "</h1>" + body + "</main></html>");
  }
  void PutSitemap(const std::vector<std::string>& names) const {
    std::string text = "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>";
    for (const std::string& name : names) text += "<url><loc>" + base_ + name + "</loc></url>";
    Put("sitemap.xml", text + "</urlset>");
  }
  void Remove(const std::string& name) const {
    std::filesystem::remove(server_->site() + "/" + name);
  }
  void GoDown() { server_.reset(); }

  SourceReport Import() {
    PreparedImport prepared = PrepareImport(config_, options_);
    REQUIRE(prepared.Commit(testing::kImportedAt));
    return prepared.report();
  }

  std::string Article(const std::string& id) const {
    return pomocnik::testing::ReadFile(
        ArticleFile(FolderOfSource(options_.data, config_.name()), id));
  }
  std::string Data() const { return options_.data; }

 private:
  std::optional<fetch::TlsServer> server_{std::in_place};
  TempFolder folder_;
  std::string base_;
  SourceConfig config_;
  SourceImportOptions options_;
};

// The path of the first picture that the text shows.
std::string PictureOf(const std::string& text) {
  const std::size_t begin = text.find("/media/");
  return begin == std::string::npos ? "" : text.substr(begin, text.find(')', begin) - begin);
}

TEST_CASE("a site is fetched by its sitemap, page by page, with the pictures that its pages show") {
  HelpSite site;
  site.PutSitemap({"racun.html", "dobropis.html"});
  site.PutPage("racun.html", "Kako izdam račun",
               "<p>Kliknite <b>Nov</b>.</p><p><img src=slike/nov.png?v=2 alt='Gumb Nov'></p>");
  site.PutPage("dobropis.html", "Kako izdam dobropis",
               "<p>Kliknite Dobropis.</p><p><img src=slike/manjka.png alt='Slika'></p>");
  site.Put("slike/nov.png", kPng);

  const SourceReport report = site.Import();
  CHECK(Changes(report) == "+dobropis racun ~-");
  const std::string picture = PictureOf(site.Article("racun"));
  CHECK(picture.starts_with("/media/spletna-pomoc/"));
  CHECK(pomocnik::testing::ReadFile(site.Data() + picture) == kPng);
  CHECK(PictureOf(site.Article("dobropis")).empty());
  const auto told = std::find_if(
      report.diagnostics.begin(), report.diagnostics.end(), [](const Diagnostic& each) {
        return each.message.find("cannot be fetched") != std::string::npos;
      });
  REQUIRE(told != report.diagnostics.end());
  CHECK(told->file.ends_with("/site/slike/manjka.png"));
  CHECK(told->message == "the picture cannot be fetched: status 404");
}

TEST_CASE("the next time only what has changed on the site is taken over") {
  HelpSite site;
  site.PutSitemap({"racun.html", "dobropis.html", "popis.html"});
  site.PutPage("racun.html", "Kako izdam račun", "<p>Kliknite Nov.</p><img src=nov.png alt=Nov>");
  site.PutPage("dobropis.html", "Kako izdam dobropis", "<p>Kliknite Dobropis.</p>");
  site.PutPage("popis.html", "Kako naredim popis", "<p>Kliknite Popis.</p>");
  site.Put("nov.png", kPng);
  site.Import();
  const std::string picture = PictureOf(site.Article("racun"));

  CHECK(Changes(site.Import()) == "+~-");

  site.PutPage("dobropis.html", "Kako izdam dobropis", "<p>Kliknite Storno.</p>");
  site.PutSitemap({"racun.html", "dobropis.html"});
  site.Remove("popis.html");
  CHECK(Changes(site.Import()) == "+~dobropis -popis ");
  CHECK(site.Article("dobropis").find("Storno") != std::string::npos);
  CHECK(pomocnik::testing::ReadFile(site.Data() + picture) == kPng);
}

TEST_CASE("a site that is down keeps its articles") {
  HelpSite site;
  site.PutSitemap({"racun.html"});
  site.PutPage("racun.html", "Kako izdam račun", "<p>Kliknite Nov.</p>");
  site.Import();

  site.GoDown();
  const SourceReport report = site.Import();
  CHECK(report.outcome == SourceOutcome::kFailed);
  CHECK(report.error.find("cannot fetch https://help.example:") == 0);
  CHECK(report.articles == 1);
  CHECK(site.Article("racun").find("Kliknite Nov.") != std::string::npos);
}

}  // namespace
}  // namespace pomocnik::kb
