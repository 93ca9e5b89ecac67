-- One row a revision. The bulky columns stand last, so that finding the head of a story reads none of them.
-- Not WITHOUT ROWID: rows of some kilobytes spill out of such a table's pages (tried at 1.5 KB a row: 2.3 times the size, a third slower).
CREATE TABLE revision (
  story TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  act TEXT,
  schema INTEGER NOT NULL,
  hash TEXT NOT NULL,
  salts TEXT NOT NULL,
  blanked TEXT,
  events TEXT NOT NULL,
  PRIMARY KEY (story, number)
) STRICT;

CREATE UNIQUE INDEX revision_act ON revision (story, act) WHERE act IS NOT NULL;
