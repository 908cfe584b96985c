package org.carillon.action;

import java.io.PrintStream;
import tools.jackson.databind.JsonNode;

/**
 * What a task is told about the run that it does.
 *
 * @param runId     the run
 * @param jobId     its job
 * @param arguments what the job gives it; an empty object for nothing
 * @param out       goes to the run's log. In a worker process, so does {@link System#out}
 * @param err       goes to the run's log as well. In a worker process, so does {@link System#err}
 */
public record TaskRun(long runId, String jobId, JsonNode arguments, PrintStream out, PrintStream err) {}
