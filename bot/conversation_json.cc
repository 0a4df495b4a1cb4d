#include "bot/conversation_json.h"

#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

namespace pomocnik::bot {
namespace {

using Json = nlohmann::json;

Json ArticlesJson(const std::vector<ShownArticle>& articles) {
  Json array = Json::array();
  for (const ShownArticle& article : articles) {
    array.push_back({{"id", article.id}, {"title", article.title}});
  }
  return array;
}

Json PastJson(const std::vector<PastEpisode>& past) {
  Json array = Json::array();
  for (const PastEpisode& episode : past) {
    array.push_back(
        {{"episode", episode.number}, {"terms", episode.terms}, {"articles", episode.articles}});
  }
  return array;
}

// Reads members that may be missing, and notes when one is of another type.
class Reader {
 public:
  explicit Reader(const Json& object) : object_(object) { valid_ = object.is_object(); }

  bool valid() const { return valid_; }

  void Read(const char* name, std::string& value) {
    const Json* member = Find(name, &Json::is_string);
    if (member) value = member->get<std::string>();
  }

  void Read(const char* name, int& value) {
    const Json* member = Find(name, &Json::is_number_integer);
    if (member) value = member->get<int>();
  }

  void Read(const char* name, std::vector<std::string>& values) {
    for (const Json& item : ItemsOf(name)) {
      if (Check(item.is_string())) values.push_back(item.get<std::string>());
    }
  }

  void Read(const char* name, std::vector<ShownArticle>& articles) {
    for (const Json& item : ItemsOf(name)) {
      Reader reader(item);
      ShownArticle article;
      reader.Read("id", article.id);
      reader.Read("title", article.title);
      if (Check(reader.valid())) articles.push_back(std::move(article));
    }
  }

  void Read(const char* name, std::vector<PastEpisode>& past) {
    for (const Json& item : ItemsOf(name)) {
      Reader reader(item);
      PastEpisode episode;
      reader.Read("episode", episode.number);
      reader.Read("terms", episode.terms);
      reader.Read("articles", episode.articles);
      if (Check(reader.valid())) past.push_back(std::move(episode));
    }
  }

  void Read(const char* name, std::vector<PersonalData>& kinds) {
    for (const Json& item : ItemsOf(name)) {
      const bool known = item.is_number_unsigned() &&
                         item.get<unsigned>() <= static_cast<unsigned>(PersonalData::kToken);
      if (Check(known)) kinds.push_back(static_cast<PersonalData>(item.get<unsigned>()));
    }
  }

  // A fact that is open has no value.
  void Read(const char* name, Facts& facts) {
    const Json* member = Find(name, &Json::is_object);
    if (!member) return;
    for (const auto& [id, value] : member->items()) {
      if (!Check(value.is_string() || value.is_null())) return;
      facts[id] = value.is_null() ? FactValue{FactValue::State::kOpen, ""}
                                  : FactValue{FactValue::State::kKnown, value.get<std::string>()};
    }
  }

  void Read(const char* name, index::Context& context) {
    const Json* member = Find(name, &Json::is_object);
    if (!member) return;
    Reader reader(*member);
    reader.Read("app", context.app);
    reader.Read("screen", context.screen);
    reader.Read("module", context.module);
    reader.Read("version", context.version);
    Check(reader.valid());
  }

 private:
  using IsType = bool (Json::*)() const noexcept;

  bool Check(bool good) {
    valid_ = valid_ && good;
    return good;
  }

  const Json* Find(const char* name, IsType is_type) {
    if (!valid_) return nullptr;
    const auto found = object_.find(name);
    if (found == object_.end()) return nullptr;
    return Check(((*found).*is_type)()) ? &*found : nullptr;
  }

  const Json& ItemsOf(const char* name) {
    static const Json kNone = Json::array();
    const Json* member = Find(name, &Json::is_array);
    return member ? *member : kNone;
  }

  const Json& object_;
  bool valid_;
};

}  // namespace

std::string ToJson(const Conversation& conversation) {
  Json facts = Json::object();
  for (const auto& [id, value] : conversation.facts) {
    facts[id] = value.state == FactValue::State::kOpen ? Json() : Json(value.value);
  }
  const index::Context& context = conversation.context;
  const Json json = {{"episode", conversation.episode},
                     {"subject", conversation.subject},
                     {"terms", conversation.terms},
                     {"asked", conversation.asked},
                     {"removed", conversation.removed},
                     {"shown", ArticlesJson(conversation.shown)},
                     {"further", ArticlesJson(conversation.further)},
                     {"helped", conversation.helped == Conversation::Helped::kNo ? "no" : ""},
                     {"facts", std::move(facts)},
                     {"lang", conversation.lang},
                     {"openFact", conversation.open_fact},
                     {"lastSaid", conversation.last_said},
                     {"misses", conversation.misses},
                     {"past", PastJson(conversation.past)},
                     {"context",
                      {{"app", context.app},
                       {"screen", context.screen},
                       {"module", context.module},
                       {"version", context.version}}}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<Conversation> ParseConversation(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  Conversation conversation;
  std::string helped;
  Reader reader(json);
  reader.Read("episode", conversation.episode);
  reader.Read("subject", conversation.subject);
  reader.Read("terms", conversation.terms);
  reader.Read("asked", conversation.asked);
  reader.Read("removed", conversation.removed);
  reader.Read("shown", conversation.shown);
  reader.Read("further", conversation.further);
  reader.Read("helped", helped);
  reader.Read("facts", conversation.facts);
  reader.Read("lang", conversation.lang);
  reader.Read("openFact", conversation.open_fact);
  reader.Read("lastSaid", conversation.last_said);
  reader.Read("misses", conversation.misses);
  reader.Read("past", conversation.past);
  reader.Read("context", conversation.context);
  if (helped == "no") conversation.helped = Conversation::Helped::kNo;
  if (reader.valid()) return conversation;
  return Error::InvalidArgument("the state of a conversation is not what this program writes");
}

}  // namespace pomocnik::bot
