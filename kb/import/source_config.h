// A source of articles as the configuration file describes it: a value and its parser. Pure.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kb/diagnostic.h"
#include "kb/imported.h"
#include "kb/yaml/node.h"

namespace pomocnik::kb {

enum class SourceFormat {
  kKnowledgeOwl,
  kHtml,
  kFeed,
  kNewsletter,
  kHtmlHelp,
  kPdf,
  kMarkdown,
  kRecords
};

// "knowledge_owl", "html", … as the configuration spells it.
std::string_view FormatName(SourceFormat format);
std::optional<SourceFormat> ParseFormat(std::string_view name);

struct SourceConfig {
  SourceFormat format = SourceFormat::kHtml;
  std::string from;               // a folder, a file, an archive, or an https address
  SourceDefaults defaults;        // its name is SourceDefaults::source
  std::string rules;              // of the layout of pages: a name of kb/html/rules, or a file
  std::string screens;            // a map of F1 screens: a file, relative to `from`
  std::chrono::seconds every{0};  // how often `serve` imports it; 0: only when its folder changes
  std::vector<std::string> allow_hosts;  // that may be fetched from
  std::string key_file;                  // of the key that its server wants
  int shrink_percent = 50;  // refused when it shrinks to less than this share of its articles

  const std::string& name() const { return defaults.source; }
  // Whether it is fetched over the network.
  bool IsRemote() const { return from.starts_with("https://"); }
  bool operator==(const SourceConfig&) const;
};

// Reads the list below `sources:`
//   - name: help-icenter           lower-case letters, digits and hyphens; its folder below <data>/sources
//     format: html                 knowledge_owl, html, feed, newsletter, html_help, pdf, markdown, records
//     from: pages/help             folder, file, archive (.zip, .tar.gz, .chm) or https address
//     address: https://help.icenter.si/
//     rules: knowledge_owl         for html
//     screens: hid2file.js         a map of F1 screens
//     app, module, lang, kind      what holds where the source says nothing
//     every: 6h                    90s, 15m, 6h or 1d
//     allow_hosts: [help.icenter.si]
//     key_file: /etc/pomocnik/key
//     shrink: 50%
// Relative paths are relative to `folder`, that of the configuration file. What is wrong is an error with file and line; then the
// list is of no use.
std::vector<SourceConfig> ParseSources(const yaml::Node& list, std::string_view folder,
                                       std::string_view file, Diagnostics& diagnostics);

}  // namespace pomocnik::kb
