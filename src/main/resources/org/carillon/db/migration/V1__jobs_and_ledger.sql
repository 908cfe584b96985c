-- Jobs are kept as their own text, so that a job that a later or earlier program cannot read is still kept whole.
CREATE TABLE jobs (
    id         VARCHAR(64) PRIMARY KEY,
    definition VARCHAR NOT NULL,
    next_run   TIMESTAMP(9) WITH TIME ZONE,
    planned    BIGINT NOT NULL
);

-- The ledger. No foreign key: removing a job keeps its runs.
CREATE TABLE runs (
    id            BIGINT PRIMARY KEY,
    job_id        VARCHAR(64) NOT NULL,
    job_name      VARCHAR NOT NULL,
    state         VARCHAR(16) NOT NULL,
    cause         VARCHAR(32),
    detail        VARCHAR,
    -- Null for runs that were not planned, and for stretches, which are not unique on their first time.
    scheduled_at  TIMESTAMP(9) WITH TIME ZONE,
    started_at    TIMESTAMP(9) WITH TIME ZONE,
    ended_at      TIMESTAMP(9) WITH TIME ZONE,
    -- What a search by time looks at: planned, else started, else ended.
    happened_at   TIMESTAMP(9) WITH TIME ZONE,
    exit_code     INTEGER,
    attempt       INTEGER NOT NULL,
    retry_at      TIMESTAMP(9) WITH TIME ZONE,
    started_by    VARCHAR(16) NOT NULL,
    rerun_of      BIGINT,
    host          VARCHAR,
    os_user       VARCHAR,
    output_bytes  BIGINT NOT NULL,
    stretch_from  TIMESTAMP(9) WITH TIME ZONE,
    stretch_to    TIMESTAMP(9) WITH TIME ZONE,
    stretch_count BIGINT,
    CONSTRAINT runs_planned_once UNIQUE (job_id, scheduled_at)
);
CREATE INDEX runs_by_job ON runs (job_id, id);
CREATE INDEX runs_by_state ON runs (state, id);
CREATE INDEX runs_by_time ON runs (happened_at, id);
CREATE INDEX runs_by_state_and_time ON runs (state, happened_at, id);

-- A copy of each job's newest run that ended and was not skipped: the ledger itself would take seconds to tell.
CREATE TABLE last_runs (
    id            BIGINT NOT NULL,
    job_id        VARCHAR(64) PRIMARY KEY,
    job_name      VARCHAR NOT NULL,
    state         VARCHAR(16) NOT NULL,
    cause         VARCHAR(32),
    detail        VARCHAR,
    scheduled_at  TIMESTAMP(9) WITH TIME ZONE,
    started_at    TIMESTAMP(9) WITH TIME ZONE,
    ended_at      TIMESTAMP(9) WITH TIME ZONE,
    happened_at   TIMESTAMP(9) WITH TIME ZONE,
    exit_code     INTEGER,
    attempt       INTEGER NOT NULL,
    retry_at      TIMESTAMP(9) WITH TIME ZONE,
    started_by    VARCHAR(16) NOT NULL,
    rerun_of      BIGINT,
    host          VARCHAR,
    os_user       VARCHAR,
    output_bytes  BIGINT NOT NULL,
    stretch_from  TIMESTAMP(9) WITH TIME ZONE,
    stretch_to    TIMESTAMP(9) WITH TIME ZONE,
    stretch_count BIGINT
);

CREATE TABLE attempts (
    run_id     BIGINT NOT NULL,
    number     INTEGER NOT NULL,
    state      VARCHAR(16) NOT NULL,
    cause      VARCHAR(32),
    detail     VARCHAR,
    started_at TIMESTAMP(9) WITH TIME ZONE,
    ended_at   TIMESTAMP(9) WITH TIME ZONE,
    exit_code  INTEGER,
    PRIMARY KEY (run_id, number)
);

-- One row: the scheduler's pause, and the highest id that any run ever had.
CREATE TABLE scheduler (
    id           INTEGER PRIMARY KEY,
    paused_since TIMESTAMP(9) WITH TIME ZONE,
    paused_until TIMESTAMP(9) WITH TIME ZONE,
    last_run_id  BIGINT NOT NULL
);
INSERT INTO scheduler (id, paused_since, paused_until, last_run_id) VALUES (1, NULL, NULL, 0);
