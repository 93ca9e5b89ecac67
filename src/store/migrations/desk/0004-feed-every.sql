-- How often a feed says that it changes, in seconds.
ALTER TABLE feed ADD COLUMN every INTEGER;
