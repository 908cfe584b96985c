package org.carillon.action;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.carillon.job.HttpAction;
import org.carillon.job.Reason;
import org.carillon.log.LogStream;
import org.carillon.log.RunLogWriter;

/** Sends a request, and puts what comes back into the run's log as it comes. How long it may take, the job's timeout says. */
final class HttpRunner {
    private static final Duration CONNECT = Duration.ofSeconds(30);
    private static final int BLOCK = 1 << 14;

    private final Supplier<Instant> clock;

    /** @param clock gives what comes back its time */
    HttpRunner(Supplier<Instant> clock) {
        this.clock = clock;
    }

    ActionResult run(HttpAction action, RunLogWriter log, StopSignal stop) throws InterruptedException {
        if (stop.isAsked()) {
            return ActionResult.DONE;
        }
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NORMAL).build()) {
            stop.attach(new Breaking(client));
            HttpResponse<InputStream> response = client.send(request(action), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                copy(in, log);
            }
            int status = response.statusCode();
            return new ActionResult(action.expects(status), null,
                    action.expects(status) ? null : Reason.of(Reason.Cause.HTTP_STATUS, Integer.toString(status)));
        } catch (IOException e) {
            return stop.isAsked() ? ActionResult.DONE : new ActionResult(false, null, Reason.of(Reason.Cause.ERROR, words(e)));
        } finally {
            stop.detach();
        }
    }

    private static HttpRequest request(HttpAction action) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(action.url()));
        action.headers().forEach(request::setHeader);
        if (action.headers().keySet().stream().noneMatch("User-Agent"::equalsIgnoreCase)) {
            request.setHeader("User-Agent", "Carillon");
        }
        return request.method(action.method(), action.body().isEmpty()
                ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(action.body())).build();
    }

    private void copy(InputStream in, RunLogWriter log) throws IOException {
        byte[] block = new byte[BLOCK];
        for (int count = in.read(block); count >= 0; count = in.read(block)) {
            log.write(LogStream.OUT, clock.get(), block, 0, count);
        }
    }

    private static String words(IOException failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    /** There is nobody to ask: a request is broken off. */
    private record Breaking(HttpClient client) implements StopSignal.Target {
        @Override
        public void ask() {
            client.shutdownNow();
        }

        @Override
        public void kill() {
            client.shutdownNow();
        }
    }
}
