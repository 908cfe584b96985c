package org.carillon.ui.runs;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.carillon.engine.Scheduler;
import org.carillon.job.JsonNames;
import org.carillon.job.JsonTimes;
import org.carillon.job.Run;
import tools.jackson.databind.json.JsonMapper;

/** Writes all runs that pass a filter to a file, page by page, with the fields that {@code carillon runs --json} has. */
final class RunExport {
    private static final int PAGE = 5_000;

    private final Scheduler scheduler;
    private final RunFilter filter;
    private final ZoneId zone;

    RunExport(Scheduler scheduler, RunFilter filter, ZoneId zone) {
        this.scheduler = scheduler;
        this.filter = filter;
        this.zone = zone;
    }

    /** @return how many runs were written @throws UncheckedIOException if the file cannot be written */
    long write(Path file) {
        boolean json = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            return json ? json(out) : csv(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long json(Writer out) throws IOException {
        out.write("[");
        long count = 0;
        for (Iterator<Run> runs = new Pages(); runs.hasNext(); count++) {
            out.write(count == 0 ? "\n" : ",\n");
            out.write(JsonMapper.shared().writeValueAsString(fields(runs.next())));
        }
        out.write("\n]\n");
        return count;
    }

    private long csv(Writer out) throws IOException {
        long count = 0;
        for (Iterator<Run> runs = new Pages(); runs.hasNext(); count++) {
            Map<String, Object> fields = fields(runs.next());
            if (count == 0) {
                out.write(String.join(",", fields.keySet()) + "\r\n");
            }
            out.write(fields.values().stream().map(RunExport::quoted).collect(Collectors.joining(",")) + "\r\n");
        }
        return count;
    }

    /** RFC 4180. */
    private static String quoted(Object value) {
        String text = value == null ? "" : value.toString();
        boolean special = text.contains(",") || text.contains("\"") || text.contains("\n") || text.contains("\r");
        return special ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private Map<String, Object> fields(Run run) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", run.id());
        fields.put("jobId", run.jobId());
        fields.put("jobName", run.jobName());
        fields.put("state", run.state().name());
        fields.put("reason", run.reason() == null ? null : run.reason().words().toString());
        fields.put("scheduledAt", time(run.scheduledAt()));
        fields.put("startedAt", time(run.startedAt()));
        fields.put("endedAt", time(run.endedAt()));
        fields.put("durationMs", run.duration() == null ? null : run.duration().toMillis());
        fields.put("lateMs", run.late() == null ? null : run.late().toMillis());
        fields.put("exitCode", run.exitCode());
        fields.put("attempt", run.attempt());
        fields.put("trigger", JsonNames.of(run.trigger()));
        fields.put("rerunOf", run.rerunOf());
        fields.put("host", run.host());
        fields.put("user", run.user());
        fields.put("outputBytes", run.outputBytes());
        fields.put("occurrences", run.stretch() == null ? 1 : run.stretch().count());
        return fields;
    }

    private String time(Instant time) {
        return time == null ? null : JsonTimes.write(time, zone);
    }

    /** All runs that pass, one page in memory. */
    private final class Pages implements Iterator<Run> {
        private Iterator<Run> page = List.<Run>of().iterator();
        private Long last;
        private boolean ended;

        @Override
        public boolean hasNext() {
            if (!page.hasNext() && !ended) {
                List<Run> next = filter.page(scheduler, last, PAGE);
                ended = next.size() < PAGE;
                page = next.iterator();
            }
            return page.hasNext();
        }

        @Override
        public Run next() {
            Run run = page.next();
            last = run.id();
            return run;
        }
    }
}
