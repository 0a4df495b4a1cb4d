#include "bot/demo/story.h"

#include <array>
#include <cstdint>
#include <utility>

#include "bot/demo/season.h"
#include "bot/turn_events.h"

namespace pomocnik::bot::demo {
namespace {

using deflection::Event;
using deflection::EventKind;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

struct Channel {
  const char* name;
  double weight;
  double with_module;  // how often the page or program says which module it is about
};
constexpr std::array<Channel, 3> kChannels = {
    {{"web", 0.52, 0.5}, {"f1", 0.33, 1}, {"portal", 0.15, 0.7}}};

// Of all conversations.
constexpr double kGreetingOnly = 0.03;
constexpr double kUnreadableOnly = 0.012;
constexpr double kTests = 0.01;
constexpr double kStaff = 0.006;
constexpr double kExcess = 0.003;
// Of what may go on.
constexpr double kNextEpisode = 0.13;
constexpr double kComesBack = 0.22;  // that is on the matter of the one before
// Of offered choices, of what was not found, of answers.
constexpr double kPicks = 0.74;
constexpr double kPicksFirst = 0.7;
constexpr double kTriesAgain = 0.3;
constexpr double kFilesUnanswered = 0.42;
constexpr double kReads = 0.8;
constexpr double kOpens = 0.55;
constexpr double kVotes = 0.27;
constexpr double kFollowsUp = 0.12;
constexpr double kFilesUnhelped = 0.5;
constexpr double kFilesSilently = 0.03;
constexpr double kReallyFiled = 0.75;
constexpr double kFilesLater = 0.025;  // of successes: within days, and beyond the window

// How often an article helps: some are good, some are not.
double QualityOf(std::string_view article) {
  std::uint32_t hash = 2166136261U;  // FNV-1a
  for (const char c : article) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  constexpr double kWorst = 0.5;
  constexpr double kSpan = 0.47;
  return kWorst + kSpan * (hash % 1000) / 1000;
}

}  // namespace

struct Storyteller::Visitor {
  Story story;
  Instant now;
  std::string place;  // the channel that events name
  const Channel* channel = nullptr;
  int episode = 1;
  std::string reference;
  int tries = 0;                   // questions of this episode
  const Matter* before = nullptr;  // of the episode before

  StoryTurn& turn() { return story.turns.back(); }
  const StoryTurn& turn() const { return story.turns.back(); }
};

void Storyteller::SetDay(Date day) {
  std::vector<double> weights;
  weights.reserve(pool_.matters.size());
  for (const Matter& matter : pool_.matters) {
    weights.push_back(matter.weight * SeasonOf(matter.module, day));
  }
  matters_.emplace(weights);
}

Result<Story> Storyteller::Tell(Instant began, int most_episodes) {
  Visitor visitor;
  visitor.now = began;
  std::array<double, kChannels.size()> weights{};
  for (std::size_t i = 0; i < kChannels.size(); ++i) weights[i] = kChannels[i].weight;
  visitor.channel = &kChannels[dice_.Pick(weights)];
  visitor.place = visitor.channel->name;
  if (dice_.Chance(kTests)) visitor.place = deflection::kTestChannel;
  if (dice_.Chance(kStaff)) visitor.place = deflection::kStaffChannel;
  visitor.story.conversation_id = dice_.Id();
  visitor.story.channel = visitor.place;
  visitor.story.began = began;
  do {
    visitor.reference = dice_.Reference();
    visitor.tries = 0;
    RETURN_IF_ERROR(TellEpisode(visitor));
    visitor.story.episodes = visitor.episode++;
    visitor.now += minutes(dice_.Between(3, 90));
  } while (visitor.story.episodes < most_episodes && visitor.before != nullptr &&
           dice_.Chance(kNextEpisode));
  return std::move(visitor.story);
}

Status Storyteller::TellEpisode(Visitor& visitor) {
  const Matter nothing;
  if (visitor.episode == 1 && dice_.Chance(kGreetingOnly)) {
    return Ask(visitor, dice_.Of(pool_.greetings), nothing);
  }
  if (visitor.episode == 1 && dice_.Chance(kUnreadableOnly)) {
    return Ask(visitor, dice_.Of(pool_.unreadable), nothing);
  }
  const Matter* matter = &pool_.matters[matters_->Draw(dice_)];
  const bool comes_back = visitor.before != nullptr && dice_.Chance(kComesBack);
  if (comes_back) matter = visitor.before;
  visitor.before = matter;
  RETURN_IF_ERROR(TellQuestion(visitor, *matter));
  if (comes_back) {
    Event event = EventNow(visitor, EventKind::kReturn, "");
    --event.episode;
    visitor.story.events.push_back(std::move(event));
  }
  return {};
}

Status Storyteller::TellQuestion(Visitor& visitor, const Matter& matter) {
  RETURN_IF_ERROR(Ask(visitor, dice_.Of(matter.texts), matter));
  return React(visitor, matter);
}

Status Storyteller::Ask(Visitor& visitor, const std::string& text, const Matter& matter) {
  Question question;
  question.text = text;
  question.channel = visitor.place;
  const bool placed = dice_.Chance(visitor.channel->with_module) && !matter.module.empty();
  if (placed) question.context.module = matter.module;
  if (placed && visitor.place == "f1") {
    question.context.app = "icenter";
    question.context.screen = matter.screen;
  }
  ASSIGN_OR_RETURN(const BookedAnswer* answer, book_.Ask(question));
  Add(visitor, *answer, "");
  return {};
}

void Storyteller::Add(Visitor& visitor, const BookedAnswer& answer, const std::string& choice) {
  ++visitor.tries;
  StoryTurn turn{.answer = &answer, .record = {}, .reference = visitor.reference};
  turn.record = answer.RecordFor(visitor.story.conversation_id, dice_.Id(), visitor.episode);
  turn.record.created_at = visitor.now;
  auto events = EventsOf(answer.answer(), turn.record,
                         {.channel = visitor.place, .source = "", .choice = choice});
  if (visitor.tries == 1 && dice_.Chance(kExcess)) {
    events.front().counted = deflection::Counted::kNo;
  }
  for (Event& event : events) {
    if (event.kind == EventKind::kReturn) continue;  // told by the story itself
    visitor.story.events.push_back(std::move(event));
  }
  visitor.story.turns.push_back(std::move(turn));
  visitor.now += seconds(dice_.Between(15, 120));
}

Status Storyteller::React(Visitor& visitor, const Matter& matter) {
  if (visitor.turn().answer->answers()) return ReactToAnswer(visitor, matter);
  const auto& choices = visitor.turn().answer->answer().reply.choices;
  if (visitor.turn().answer->decision() == Decision::kChoices && dice_.Chance(kPicks)) {
    const int last = static_cast<int>(choices.size()) - 1;
    const int pick = dice_.Chance(kPicksFirst) ? 0 : dice_.Between(0, last);
    const auto place = static_cast<std::size_t>(pick);
    const std::string choice = choices[place].article.id;
    ASSIGN_OR_RETURN(const BookedAnswer* chosen, book_.Choose(*visitor.turn().answer, place));
    Add(visitor, *chosen, choice);
    return ReactToAnswer(visitor, matter);
  }
  if (dice_.Chance(kFilesUnanswered)) {
    UseDraft(visitor);
    return {};
  }
  constexpr int kMostTries = 3;
  if (visitor.tries < kMostTries && dice_.Chance(kTriesAgain)) return TellQuestion(visitor, matter);
  return {};
}

Status Storyteller::ReactToAnswer(Visitor& visitor, const Matter& matter) {
  if (!visitor.turn().answer->answers() || !dice_.Chance(kReads)) return {};
  Read(visitor);
  const auto& citations = visitor.turn().answer->answer().reply.citations;
  const double quality = citations.empty() ? 1 : QualityOf(citations.front().article.id);
  if (dice_.Chance(kVotes)) {
    const bool helped = dice_.Chance(quality);
    Vote(visitor, helped ? Helpful::kYes : Helpful::kNo);
    if (!helped) {
      if (dice_.Chance(kFilesUnhelped)) UseDraft(visitor);
      return {};
    }
  } else if (dice_.Chance(kFilesSilently)) {
    UseDraft(visitor);
    return {};
  } else if (visitor.tries < 3 && dice_.Chance(kFollowsUp)) {
    return TellQuestion(visitor, matter);
  }
  constexpr int kHoursOfWindow = 7 * 24;
  if (dice_.Chance(kFilesLater)) {
    File(visitor, visitor.now + hours(dice_.Between(1, kHoursOfWindow * 5 / 4)));
  }
  return {};
}

deflection::Event Storyteller::EventNow(const Visitor& visitor, EventKind kind,
                                        std::string_view detail) const {
  const TurnRecord& record = visitor.turn().record;
  Event event;
  event.at = visitor.now;
  event.kind = kind;
  event.conversation_id = record.conversation_id;
  event.episode = record.episode;
  event.turn_id = record.id;
  event.channel = visitor.place;
  event.lang = record.lang;
  event.app = record.app;
  event.screen = record.screen;
  event.module = record.module;
  const auto& citations = visitor.turn().answer->answer().reply.citations;
  if (visitor.turn().answer->answers() && !citations.empty()) {
    event.article = citations.front().article.id;
  }
  event.index_version = record.index_version;
  event.detail = detail;
  return event;
}

void Storyteller::Read(Visitor& visitor) {
  visitor.now += seconds(dice_.Between(10, 180));
  const bool opens = dice_.Chance(kOpens);
  visitor.story.events.push_back(
      EventNow(visitor, EventKind::kView, opens ? deflection::kOpened : deflection::kDwell));
}

void Storyteller::Vote(Visitor& visitor, Helpful helpful) {
  visitor.now += seconds(dice_.Between(5, 60));
  visitor.turn().vote = FeedbackRecord{.turn_id = visitor.turn().record.id,
                                       .helpful = helpful,
                                       .reason = "",
                                       .created_at = visitor.now};
  visitor.story.events.push_back(
      EventNow(visitor, EventKind::kVote,
               helpful == Helpful::kYes ? deflection::kVotedYes : deflection::kVotedNo));
}

// Copies the draft where there is one, and opens the portal; most then file a request.
void Storyteller::UseDraft(Visitor& visitor) {
  const auto note = [&](DraftEvent done, EventKind kind) {
    visitor.now += seconds(dice_.Between(10, 90));
    visitor.turn().done.push_back(
        {.turn_id = visitor.turn().record.id, .event = done, .created_at = visitor.now});
    visitor.story.events.push_back(EventNow(visitor, kind, ""));
  };
  if (visitor.turn().answer->answer().reply.handoff.draft) {
    note(DraftEvent::kCopied, EventKind::kCopied);
  }
  note(DraftEvent::kPortalOpened, EventKind::kPortal);
  if (dice_.Chance(kReallyFiled)) File(visitor, visitor.now + minutes(dice_.Between(2, 200)));
}

void Storyteller::File(Visitor& visitor, Instant at) {
  if (at >= until_) return;
  constexpr int kFirstNumber = 100'001;
  const TurnRecord& record = visitor.turn().record;
  FiledRequest request;
  request.number = "Z-" + std::to_string(kFirstNumber + requests_++);
  request.created_at = at;
  const bool closed = dice_.Chance(0.9);
  if (closed) request.closed_at = at + hours(dice_.Between(1, 72));
  request.state = closed ? "zaključen" : "v obravnavi";
  request.solution = closed ? "Navodila so bila poslana." : "";
  request.text = record.question + "\nSklic: " + visitor.reference;
  request.reference = visitor.reference;
  request.conversation_id = record.conversation_id;
  request.episode = record.episode;
  Event event = EventNow(visitor, EventKind::kRequest, request.number);
  event.at = at;
  visitor.story.events.push_back(std::move(event));
  visitor.story.requests.push_back(std::move(request));
}

}  // namespace pomocnik::bot::demo
