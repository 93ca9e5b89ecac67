-- By which runs of words near-copies of a report are looked up. A report has a short number here, as it stands in many rows.
CREATE TABLE sketched (
  number INTEGER PRIMARY KEY,
  report TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE sketch (
  shingle INTEGER NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (shingle, number)
) STRICT, WITHOUT ROWID;

-- Nothing made from a report's words outlives it.
CREATE TRIGGER report_dropped AFTER DELETE ON report BEGIN
  DELETE FROM sketch WHERE number IN (SELECT number FROM sketched WHERE report = OLD.text);
  DELETE FROM sketched WHERE report = OLD.text;
  DELETE FROM answer WHERE report = OLD.text;
  UPDATE feed_entry SET report = NULL, line = '', problem = 'report-unknown' WHERE report = OLD.text;
END;

-- The feeds that the desk follows, and when each is asked again.
CREATE TABLE feed (
  id TEXT PRIMARY KEY,
  address TEXT NOT NULL,
  title TEXT,
  added TEXT NOT NULL,
  added_by TEXT NOT NULL,
  etag TEXT,
  last_modified TEXT,
  due TEXT NOT NULL,
  polled TEXT,
  failures INTEGER NOT NULL,
  problem TEXT
) STRICT, WITHOUT ROWID;

-- What stood in them: each entry once, with the report made of it or why there is none.
CREATE TABLE feed_entry (
  feed TEXT NOT NULL,
  entry TEXT NOT NULL,
  address TEXT,
  line TEXT NOT NULL,
  published TEXT,
  seen TEXT NOT NULL,
  report TEXT,
  problem TEXT,
  PRIMARY KEY (feed, entry)
) STRICT, WITHOUT ROWID;

CREATE INDEX feed_entry_seen ON feed_entry (seen);
CREATE INDEX feed_entry_address ON feed_entry (address);
CREATE INDEX feed_entry_report ON feed_entry (report);

-- What a second reader told of a report, so that it is asked once.
CREATE TABLE answer (
  report TEXT NOT NULL,
  reader TEXT NOT NULL,
  told TEXT NOT NULL,
  PRIMARY KEY (report, reader)
) STRICT, WITHOUT ROWID;
