-- Snapshots of records; all of this can be deleted and is made again from the journal.
-- A snapshot is a root, and of each leaf the newest version at or before its revision.
CREATE TABLE root (
  story TEXT NOT NULL,
  revision INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (story, revision)
) STRICT;

-- The bulky column stands last. `bytes` is JSON, deflated where it is long; `checksum` is its CRC-32.
CREATE TABLE leaf (
  story TEXT NOT NULL,
  list TEXT NOT NULL,
  place INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  checksum INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (story, list, place, revision)
) STRICT;

-- How often a story's snapshots were dropped, so that none that was begun before is written after.
CREATE TABLE dropped (
  story TEXT PRIMARY KEY,
  times INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
