-- Which version of itself a job is, and who saved it when, from where. What was saved before has none of the last three.
ALTER TABLE jobs ADD COLUMN (
    version    INTEGER DEFAULT 1 NOT NULL,
    saved_at   TIMESTAMP(9) WITH TIME ZONE,
    saved_by   VARCHAR,
    saved_from VARCHAR(16)
);

-- What jobs were before. No foreign key: the versions of a removed job stay as long as its removal can be undone.
CREATE TABLE job_versions (
    job_id     VARCHAR(64) NOT NULL,
    number     INTEGER NOT NULL,
    definition VARCHAR NOT NULL,
    saved_at   TIMESTAMP(9) WITH TIME ZONE,
    saved_by   VARCHAR,
    saved_from VARCHAR(16),
    -- Only of the version that was the job when it was removed.
    removed_at TIMESTAMP(9) WITH TIME ZONE,
    PRIMARY KEY (job_id, number)
);
CREATE INDEX job_versions_by_removal ON job_versions (removed_at);
