package org.carillon.notify;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.settings.Webhook;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Notices posted as JSON. */
final class WebhookChannel implements Channel {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_OF_ANSWER = 200;

    private final Webhook webhook;
    private final Supplier<Language> language;
    private final Supplier<HttpClient> client;

    WebhookChannel(Webhook webhook, Supplier<Language> language, Supplier<HttpClient> client) {
        this.webhook = webhook;
        this.language = language;
        this.client = client;
    }

    @Override
    public String name() {
        return webhook.name();
    }

    @Override
    public void send(Notice notice) throws ChannelException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(webhook.url()))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json; charset=utf-8")
                    .POST(HttpRequest.BodyPublishers.ofString(WebhookBody.of(webhook, notice, language.get())))
                    .build();
            HttpResponse<String> answer = client.get().send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() / 100 != 2 || refuses(answer.body())) {
                throw new ChannelException(Message.of("notify.hookRefused", name(), Integer.toString(answer.statusCode()), shortened(answer.body())), null);
            }
        } catch (IllegalArgumentException e) {
            throw new ChannelException(Message.of("notify.hookAddress", name()), e);
        } catch (IOException e) {
            throw new ChannelException(Message.of("notify.hookFailed", name(), e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChannelException(Message.of("notify.hookFailed", name(), "interrupted"), e);
        }
    }

    /** DingTalk and WeCom answer 200 also where they refuse; the error code in their answer is 0 when all is well. */
    private boolean refuses(String answer) {
        if (webhook.preset() != Webhook.Preset.DING_TALK && webhook.preset() != Webhook.Preset.WE_COM) {
            return false;
        }
        try {
            JsonNode code = JsonMapper.shared().readTree(answer).get("errcode");
            return code != null && code.asInt(-1) != 0;
        } catch (JacksonException e) {
            return true;
        }
    }

    private static String shortened(String answer) {
        String line = answer.strip().replaceAll("\\s+", " ");
        return line.length() > MOST_OF_ANSWER ? line.substring(0, MOST_OF_ANSWER) + "…" : line;
    }
}
