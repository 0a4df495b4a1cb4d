-- Adds a turn.
-- ?1 id, ?2 conversation_id, ?3 key, ?4 request_digest, ?5 created_at, ?6 lang, ?7 question, ?8 decision,
-- ?9 articles, ?10 confidence, ?11 app, ?12 screen, ?13 module, ?14 index_version, ?15 reply,
-- ?16 episode, ?17 verdict, ?18 article, ?19 explanation
INSERT INTO turn (id, conversation_id, key, request_digest, created_at, lang, question, decision,
                  articles, confidence, app, screen, module, index_version, reply,
                  episode, verdict, article, explanation)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
        ?19);
