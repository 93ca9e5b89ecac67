-- What came in as a report and could not be read, byte for byte, with the reason in a sentence.
CREATE TABLE unread (
  bytes_hash TEXT PRIMARY KEY,
  content_type TEXT,
  file_name TEXT,
  origin TEXT,
  taken_in TEXT NOT NULL,
  taken_in_by TEXT NOT NULL,
  problem TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
