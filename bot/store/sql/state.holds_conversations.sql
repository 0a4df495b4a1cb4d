-- Whether there is a conversation or an episode: 0 or 1; no parameters.
SELECT EXISTS (SELECT 1 FROM conversation) OR EXISTS (SELECT 1 FROM episode);
