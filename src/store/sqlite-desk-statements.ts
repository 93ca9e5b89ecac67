const aboutReport = `text, line, bytes_hash AS bytesHash, content_type AS contentType, file_name AS fileName, origin,
  taken_in AS takenIn, taken_in_by AS takenInBy`;

const aboutUnread = `bytes_hash AS bytesHash, content_type AS contentType, file_name AS fileName, origin,
  taken_in AS takenIn, taken_in_by AS takenInBy, problem`;

/** What the desk's store says in SQL, by the name of what it does. */
export const statements = {
  keepReport: `
    INSERT INTO report (text, line, bytes_hash, content_type, file_name, origin, taken_in, taken_in_by, words, reading, bytes)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  report: `SELECT ${aboutReport}, words, reading, bytes FROM report WHERE text = ?`,
  keepReading: 'UPDATE report SET reading = ? WHERE text = ?',
  dropReport: 'DELETE FROM report WHERE text = ?',
  reports: `SELECT ${aboutReport} FROM report ORDER BY taken_in DESC, rowid DESC LIMIT ?`,

  keepUnread: `
    INSERT OR REPLACE INTO unread (bytes_hash, content_type, file_name, origin, taken_in, taken_in_by, problem, bytes)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  unread: `SELECT ${aboutUnread}, bytes FROM unread WHERE bytes_hash = ?`,
  unreads: `SELECT ${aboutUnread} FROM unread ORDER BY taken_in DESC, rowid DESC LIMIT ?`,
  dropUnread: 'DELETE FROM unread WHERE bytes_hash = ?',
  sweepUnreads:
    'DELETE FROM unread WHERE rowid NOT IN (SELECT rowid FROM unread ORDER BY taken_in DESC, rowid DESC LIMIT ?)',

  keepSketched:
    'INSERT INTO sketched (report) SELECT text FROM report WHERE text = ? ON CONFLICT DO NOTHING RETURNING number',
  keepSketch: 'INSERT INTO sketch (shingle, number) SELECT DISTINCT one.value, ?1 FROM json_each(?2) AS one',
  sketched: 'SELECT number FROM sketch WHERE shingle = ? ORDER BY number LIMIT ?',
  sketchedReport: 'SELECT report FROM sketched WHERE number = ?',

  answer: 'SELECT told FROM answer WHERE report = ? AND reader = ?',
  keepAnswer: `
    INSERT INTO answer (report, reader, told) SELECT text, ?, ? FROM report WHERE text = ? ON CONFLICT DO NOTHING`,

  keepFeed: `
    INSERT OR REPLACE INTO feed
      (id, address, title, added, added_by, etag, last_modified, every, due, polled, failures, problem)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  feeds: `
    SELECT id, address, title, added, added_by AS addedBy, etag, last_modified AS lastModified, every, due, polled,
      failures, problem
    FROM feed ORDER BY added, id`,
  dropFeed: 'DELETE FROM feed WHERE id = ?',
  dropEntries: 'DELETE FROM feed_entry WHERE feed = ?',
  keepEntry: `
    INSERT INTO feed_entry (feed, entry, address, line, published, seen, report, problem)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  hasEntry: 'SELECT 1 FROM feed_entry WHERE feed = ? AND entry = ?',
  reportOfAddress: 'SELECT report FROM feed_entry WHERE address = ? AND report IS NOT NULL LIMIT 1',
  entries: `
    SELECT feed, entry, address, line, published, seen, report, problem
    FROM feed_entry ORDER BY seen DESC, feed, entry LIMIT ?`,

  keepDraft: `
    INSERT INTO draft (editor, id, story, saved, contents) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET story = excluded.story, saved = excluded.saved, contents = excluded.contents
    WHERE excluded.saved >= draft.saved`,
  drafts: `
    SELECT id, story, editor, saved, contents FROM draft WHERE story = ? AND editor = ? ORDER BY saved DESC, id`,
  dropDraft: 'DELETE FROM draft WHERE editor = ? AND id = ?',

  keepEditor: 'INSERT INTO editor (key, name) VALUES (?, ?) ON CONFLICT DO NOTHING',
  editor: 'SELECT name FROM editor WHERE key = ?',
  keepInvitation: 'INSERT INTO invitation (token_hash, editor, expires) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  invitation: 'SELECT editor, expires FROM invitation WHERE token_hash = ? AND expires > ?',
  useInvitation: 'DELETE FROM invitation WHERE token_hash = ? AND expires > ? RETURNING editor',
  sweepInvitations: 'DELETE FROM invitation WHERE expires <= ?',

  keepSession: `
    INSERT INTO session (token_hash, editor, expires) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET editor = excluded.editor, expires = excluded.expires`,
  session: 'SELECT editor, expires FROM session WHERE token_hash = ? AND expires > ?',
  dropSession: 'DELETE FROM session WHERE token_hash = ?',
  sweepSessions: 'DELETE FROM session WHERE expires <= ?',
};
