package org.carillon.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.settings.MailServer;
import org.carillon.settings.Webhook;
import org.carillon.settings.Webhook.Preset;
import org.junit.jupiter.api.Test;

/** The channels with real servers at their other ends. */
class ChannelsTest {
    private static final Notice FAILURE = new Notice(Notice.Kind.FAILED, "backup", "Backup", 42L, Instant.parse("2026-11-24T03:00:00Z"),
            Message.of("notify.failed", "Backup", Message.of("notify.reason.exitCode", "3")), List.of(Message.of("notify.attempts", 2)),
            List.of("copying", "no space left “here”"));

    private final List<String> posted = new CopyOnWriteArrayList<>();

    @Test
    void anEmailCarriesTheTailOfTheOutputAndSaysHowToSeeAllOfIt() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).setVerbose(false));
        server.setUser("ana@example.org", "ana", "key");
        server.start();
        try {
            int port = server.getSmtp().getPort();
            new MailChannel(mail(port, "ana", "key"), () -> Language.CHINESE).send(FAILURE);
            MimeMessage received = server.getReceivedMessages()[0];
            assertThat(received.getSubject()).isEqualTo("Carillon: Backup 失败：退出码 3");
            assertThat(received.getFrom()[0]).hasToString("carillon@example.org");
            assertThat((String) received.getContent()).contains("共尝试 2 次", "copying", "no space left “here”", "carillon log 42");
            assertThat(GreenMailUtil.getHeaders(received)).contains("To: b@example.org");
        } finally {
            server.stop();
        }
    }

    @Test
    void aMailServerThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> new MailChannel(mail(1, null, ""), () -> Language.ENGLISH).send(FAILURE))
                .isInstanceOf(ChannelException.class).hasMessageContaining("127.0.0.1, port 1");
    }

    @Test
    void aWebhookGetsWhatHappenedFieldByField() throws Exception {
        assertThat(post(Preset.JSON, 204, "")).isEqualTo("{\"kind\":\"failed\",\"job\":\"backup\",\"jobName\":\"Backup\",\"run\":42,"
                + "\"at\":\"2026-11-24T03:00:00Z\",\"title\":\"Backup failed: exit code 3\","
                + "\"text\":\"It was tried 2 times\\n\\ncopying\\nno space left “here”\\n\\nAll of the output: carillon log 42\","
                + "\"tail\":[\"copying\",\"no space left “here”\"]}");
    }

    @Test
    void theOthersGetTheFormThatTheyKnow() throws Exception {
        assertThat(post(Preset.SLACK, 200, "ok")).startsWith("{\"text\":\"Backup failed: exit code 3\\nIt was tried 2 times");
        assertThat(post(Preset.TELEGRAM, 200, "{\"ok\":true}")).startsWith("{\"chat_id\":\"4711\",\"text\":\"Backup failed");
        assertThat(post(Preset.DING_TALK, 200, "{\"errcode\":0}")).startsWith("{\"msgtype\":\"text\",\"text\":{\"content\":\"Backup failed");
        assertThat(post(Preset.WE_COM, 200, "{\"errcode\":0}")).startsWith("{\"msgtype\":\"text\",\"text\":{\"content\":\"Backup failed");
    }

    @Test
    void aRefusalIsAFailureAlsoWhereItLooksLikeSuccess() {
        assertThatThrownBy(() -> post(Preset.SLACK, 404, "no_team")).isInstanceOf(ChannelException.class)
                .hasMessageContaining("ops answered 404: no_team");
        assertThatThrownBy(() -> post(Preset.DING_TALK, 200, "{\"errcode\":310000,\"errmsg\":\"sign not match\"}"))
                .isInstanceOf(ChannelException.class).hasMessageContaining("sign not match");
        assertThatThrownBy(() -> new WebhookChannel(new Webhook(true, "ops", Preset.JSON, "no address", ""), () -> Language.ENGLISH,
                HttpClient::newHttpClient).send(FAILURE)).isInstanceOf(ChannelException.class).hasMessageContaining("not a web address");
    }

    private String post(Preset preset, int status, String answer) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
            new WebhookChannel(new Webhook(true, "ops", preset, url, "4711"), () -> Language.ENGLISH, () -> client).send(FAILURE);
            return posted.getLast();
        } finally {
            server.stop(0);
        }
    }

    private static MailServer mail(int port, String user, String password) {
        return new MailServer(true, "127.0.0.1", port, MailServer.Protection.NONE, user, password, "carillon@example.org", List.of("b@example.org"));
    }
}
