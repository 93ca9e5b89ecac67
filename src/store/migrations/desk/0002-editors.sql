-- Who may sign in, under one name each; the key is what all spellings of a name have in common.
CREATE TABLE editor (
  key TEXT PRIMARY KEY,
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A one-time link is made for an editor. Links without one, and sessions under names that their owners chose, end here.
DROP TABLE invitation;

CREATE TABLE invitation (
  token_hash TEXT PRIMARY KEY,
  editor TEXT NOT NULL,
  expires TEXT NOT NULL
) STRICT, WITHOUT ROWID;

DELETE FROM session;
