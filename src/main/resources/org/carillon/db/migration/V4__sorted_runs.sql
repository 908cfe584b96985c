-- What runs can be sorted by: how long they took, by the clock's milliseconds, and how they ended.
ALTER TABLE runs ADD COLUMN took BIGINT GENERATED ALWAYS AS (DATEDIFF(MILLISECOND, started_at, ended_at));
CREATE INDEX runs_by_took ON runs (took, id);
CREATE INDEX runs_by_exit_code ON runs (exit_code, id);
