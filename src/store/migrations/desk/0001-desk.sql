-- Reports as they came in. The bulky columns stand last, so that listing the reports reads none of them.
CREATE TABLE report (
  text TEXT PRIMARY KEY,
  line TEXT NOT NULL,
  bytes_hash TEXT NOT NULL,
  content_type TEXT,
  file_name TEXT,
  origin TEXT,
  taken_in TEXT NOT NULL,
  taken_in_by TEXT NOT NULL,
  words TEXT NOT NULL,
  reading TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE INDEX report_taken_in ON report (taken_in);

-- What editors have written and not published.
CREATE TABLE draft (
  editor TEXT NOT NULL,
  id TEXT NOT NULL,
  story TEXT NOT NULL,
  saved TEXT NOT NULL,
  contents TEXT NOT NULL,
  PRIMARY KEY (editor, id)
) STRICT;

CREATE INDEX draft_story ON draft (story, editor, saved);

-- Sign-in: tokens are kept as their SHA-256 only.
CREATE TABLE invitation (
  token_hash TEXT PRIMARY KEY,
  expires TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  token_hash TEXT PRIMARY KEY,
  editor TEXT NOT NULL,
  expires TEXT NOT NULL
) STRICT, WITHOUT ROWID;
