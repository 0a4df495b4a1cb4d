-- A conversation's turns are found without reading all of them: to count them, and to delete them with it.

CREATE INDEX turn_by_conversation ON turn (conversation_id);
