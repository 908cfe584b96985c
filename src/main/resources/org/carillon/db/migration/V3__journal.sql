-- Up to which entry of the journal the tables are complete; the journal is ahead of them.
ALTER TABLE scheduler ADD COLUMN journal_entry BIGINT DEFAULT 0 NOT NULL;
