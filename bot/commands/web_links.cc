#include "bot/commands/web_links.h"

#include <map>
#include <set>

#include "kb/fetch/address_rules.h"
#include "kb/fetch/link_check.h"
#include "kb/links.h"
#include "kb/markdown/address.h"

namespace pomocnik::bot::commands {
namespace {

using kb::fetch::CheckedLink;
using Verdict = CheckedLink::Verdict;

std::set<std::string> WebAddresses(const kb::Article& article) {
  std::set<std::string> addresses = kb::LinkedAddresses(article);
  addresses.insert(article.url);
  std::erase_if(addresses, [](const std::string& address) { return !kb::IsWebAddress(address); });
  return addresses;
}

std::size_t& CountOf(Verdict verdict, WebLinks& links) {
  switch (verdict) {
    case Verdict::kFine:
      return links.fine;
    case Verdict::kMoved:
      return links.moved;
    case Verdict::kBroken:
      return links.broken;
    case Verdict::kUnsure:
      return links.unsure;
    case Verdict::kNotChecked:
      break;
  }
  return links.not_checked;
}

std::string Describe(const CheckedLink& link) {
  switch (link.verdict) {
    case Verdict::kMoved:
      return link.address + " has moved to " + link.found_at;
    case Verdict::kBroken:
      return link.address + " leads nowhere: " + link.reason;
    case Verdict::kUnsure:
      return link.address + " cannot be checked today: " + link.reason;
    case Verdict::kFine:
    case Verdict::kNotChecked:
      break;
  }
  return {};
}

}  // namespace

std::vector<std::string> LinkedHosts(const kb::Library& library) {
  std::set<std::string> hosts;
  for (const kb::SourceArticle& source : library.articles) {
    for (const std::string& address : WebAddresses(source.article)) {
      if (!address.starts_with("https://")) continue;
      hosts.emplace(kb::fetch::AuthorityOf(address));
    }
  }
  return {hosts.begin(), hosts.end()};
}

WebLinks CheckWebLinks(const kb::Library& library, kb::fetch::Fetcher& fetcher,
                       const std::function<void(std::size_t, std::size_t)>& on_progress) {
  std::set<std::string> addresses;
  for (const kb::SourceArticle& source : library.articles) {
    addresses.merge(WebAddresses(source.article));
  }
  WebLinks links;
  std::map<std::string, std::string> problems;  // by address
  std::size_t done = 0;
  const auto take = [&](const CheckedLink& link) {
    ++CountOf(link.verdict, links);
    if (std::string text = Describe(link); !text.empty()) problems[link.address] = std::move(text);
    on_progress(++done, addresses.size());
  };
  kb::fetch::CheckLinks(fetcher, addresses, take);
  for (const kb::SourceArticle& source : library.articles) {
    for (const std::string& address : WebAddresses(source.article)) {
      const auto problem = problems.find(address);
      if (problem == problems.end()) continue;
      links.diagnostics.push_back({kb::Severity::kWarning, source.file, 0, problem->second});
    }
  }
  return links;
}

}  // namespace pomocnik::bot::commands
