-- Notes what of a source was counted.
-- ?1 day, ?2 source, ?3 visits, ?4 episodes, ?5 votes
INSERT INTO source_day (day, source, visits, episodes, votes)
VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (day, source) DO UPDATE SET
  visits   = excluded.visits,
  episodes = excluded.episodes,
  votes    = excluded.votes;
