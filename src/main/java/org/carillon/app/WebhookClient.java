package org.carillon.app;

import java.net.http.HttpClient;
import java.util.function.Supplier;

/** Made for the first webhook: the certificates that it reads take longer than anything else in the start of a scheduler, and most need none. */
final class WebhookClient implements Supplier<HttpClient>, AutoCloseable {
    private HttpClient client;

    @Override
    public synchronized HttpClient get() {
        if (client == null) {
            client = HttpClient.newHttpClient();
        }
        return client;
    }

    /** What is being sent is broken off. */
    @Override
    public synchronized void close() {
        if (client != null) {
            client.shutdownNow();
        }
    }
}
