package org.carillon.control.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.carillon.control.ControlAddress;
import org.carillon.control.ControlFile;
import org.carillon.job.Job;
import org.carillon.job.JobJson;
import org.carillon.job.Run;
import org.carillon.settings.DataDirectory;
import org.carillon.settings.DirectoryException;
import org.carillon.store.RunQuery;
import org.carillon.trigger.TriggerDefaults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Nobody is let in who does not hold the token, and the program's log says who was refused. */
class IntrudersTest {
    private static final String LOGGED = "org.carillon.control.server";

    @TempDir
    private Path directory;

    private ServedScheduler served;
    private ControlAddress address;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void anInstance() throws IOException {
        log.start();
        // Whatever another test has made of the program's log.
        logger().setLevel(Level.INFO);
        logger().addAppender(log);
        served = new ServedScheduler(directory);
        address = served.server().address();
    }

    @AfterEach
    void end() throws IOException {
        served.close();
        logger().detachAppender(log);
        logger().setLevel(null);
    }

    @Test
    void withoutTheTokenNothingIsAnswered() throws IOException {
        for (Route route : served.server().routes()) {
            String path = route.path().replaceAll("\\{\\w+}", "1");
            assertThat(status(request(route.method(), path, host()))).as(route.toString()).isEqualTo(401);
        }
        assertThat(refusals()).contains("without a token");
    }

    @Test
    void aWrongTokenIsRefused() throws IOException {
        String nearly = address.token().substring(0, 63) + (address.token().endsWith("0") ? "1" : "0");
        for (String wrong : List.of("Bearer " + nearly, "Bearer ", "Bearer " + address.token() + "0", "Basic " + address.token(), address.token())) {
            assertThat(status(request("GET", "/v1/jobs", host(), "Authorization: " + wrong))).as(wrong).isEqualTo(401);
        }
        assertThat(refusals()).contains("wrong token").doesNotContain(address.token().substring(0, 32));
    }

    @Test
    void aNameThatAWebPageGaveThisMachineIsRefused() throws IOException {
        for (String wrong : List.of("evil.example:" + address.port(), "127.0.0.1", "127.0.0.1:1", "127.0.0.1." + ":" + address.port())) {
            assertThat(status(request("GET", "/v1/jobs", "Host: " + wrong, token()))).as(wrong).isEqualTo(421);
        }
        assertThat(status(request("GET", "/v1/jobs", token()))).isIn(400, 421);
        assertThat(status(request("GET", "/v1/jobs", "Host: localhost:" + address.port(), token()))).isEqualTo(200);
        assertThat(refusals()).contains("evil.example");
    }

    @Test
    void whatABrowserSendsForAPageIsRefused() throws IOException {
        for (String mark : List.of("Origin: https://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site")) {
            assertThat(status(request("POST", "/v1/scheduler/shutdown", host(), token(), mark))).as(mark).isEqualTo(403);
        }
        String preflight = talk(request("OPTIONS", "/v1/jobs", host(), "Origin: https://evil.example", "Access-Control-Request-Method: POST"));
        assertThat(preflight).startsWith("HTTP/1.1 403").doesNotContainIgnoringCase("access-control-allow");
        assertThat(served.endings()).isZero();
        assertThat(refusals()).contains("web page");
    }

    @Test
    void aBodyOfOneGigabyteIsNotReadToItsEnd() throws IOException {
        assertThat(status(request("POST", "/v1/jobs", host(), token(), "Content-Length: 1073741824"))).isEqualTo(413);
        assertThat(chunksTakenOf(1 << 30)).isLessThan(64L << 20);
        assertThat(refusals()).contains("larger than");
    }

    /** Sends chunks until nobody takes them any more. */
    private long chunksTakenOf(long size) throws IOException {
        byte[] chunk = ("100000\r\n" + "x".repeat(0x100000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        long sent = 0;
        try (Socket socket = new Socket(ControlAddress.loopback(), address.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(request("POST", "/v1/import", host(), token(), "Transfer-Encoding: chunked").getBytes(StandardCharsets.US_ASCII));
            while (sent < size) {
                out.write(chunk);
                sent += 0x100000;
            }
        } catch (IOException _) {
            return sent;
        }
        return sent;
    }

    @Test
    void noPathLeadsOutOfTheLogs() throws IOException {
        Files.writeString(served.data().resolve("secret.log"), "secret");
        for (String run : List.of("..%2f..%2fsecret", "../secret", "%2e%2e/secret", "1%00", "1/../../secret", "..%5csecret", "-1", "1e3", "+1")) {
            String answer = talk(request("GET", "/v1/runs/" + run + "/log", host(), token()));
            assertThat(answer).as(run).doesNotContain("secret\n").containsPattern("HTTP/1.1 40[04]");
        }
        assertThat(refusals()).contains("..%2f..%2fsecret").contains("leads out of where it belongs");
        assertThat(status(request("GET", "/../../etc/passwd", host(), token()))).isEqualTo(400);
    }

    @Test
    void anImportTakesTextAndNeverAPath() throws IOException, InterruptedException {
        Path file = served.data().resolve("settings.json");
        try (Http http = new Http(address)) {
            for (String body : List.of(file.toString(), "file://" + file, "@" + file, "{\"format\":\"carillon/1\",\"jobs\":\"" + file + "\"}")) {
                assertThat(http.post("/v1/import", body).status()).as(body).isEqualTo(400);
                assertThat(http.post("/v1/import?format=auto", body).body()).as(body).doesNotContain("language");
            }
            Files.writeString(file, "{\"format\":\"carillon/1\",\"jobs\":[]}");
            for (String name : List.of("../settings.json", "/x/../../y", "a\\..\\b", "\u0000", ".")) {
                String body = JsonMapper.shared().writeValueAsString(Map.of("files", List.of(Map.of("name", name, "text", "@daily true"))));
                assertThat(http.post("/v1/import", body).json().at("/type").stringValue()).as(name).isEqualTo("urn:carillon:problem:suspicious");
                assertThat(http.post("/v1/import?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8), "{}").status()).as(name).isEqualTo(400);
            }
        }
        assertThat(refusals()).contains("../settings.json");
        assertThat(served.scheduler().jobs()).isEmpty();
    }

    @Test
    void aLinkInPlaceOfTheAddressIsReplacedAndNeverFollowed() throws IOException {
        Path victim = Files.writeString(directory.resolve("victim"), "untouched");
        Path data = served.data();
        served.close();
        Files.createSymbolicLink(data.resolve("control.json"), victim);
        assertThatThrownBy(() -> new ControlFile(data).read()).isInstanceOf(DirectoryException.class).hasMessageContaining("control.json");

        served = new ServedScheduler(directory);
        assertThat(Files.readString(victim)).isEqualTo("untouched");
        assertThat(Files.isSymbolicLink(data.resolve("control.json"))).isFalse();
        assertThat(refusals()).contains("control.json");
    }

    @Test
    void theAddressIsReadableByItsOwnerAlone() throws IOException {
        Path file = new ControlFile(served.data()).path();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(address.token()).hasSize(64);
        assertThat(address.toString()).doesNotContain(address.token());
    }

    @Test
    void aDirectoryThatOthersCanWriteIsRefused() throws IOException {
        Files.setPosixFilePermissions(served.data(), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> new ControlFile(served.data()).read()).isInstanceOf(DirectoryException.class);
        assertThatThrownBy(() -> new DataDirectory(served.data()).prepare()).isInstanceOf(DirectoryException.class);
        Files.setPosixFilePermissions(served.data(), PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void halfARequestKeepsNobodyOutWhoSendsAWholeOne() throws IOException {
        List<SocketChannel> half = new ArrayList<>();
        try {
            for (int i = 0; i < Limits.REQUESTS + 200; i++) {
                SocketChannel channel = SocketChannel.open(new InetSocketAddress(ControlAddress.loopback(), address.port()));
                half.add(channel);
                begin(channel);
            }
            await().until(() -> refusals().contains("the oldest connection without a whole request"));
            for (int i = 0; i < 20; i++) {
                assertThat(status(request("GET", "/v1/health", host(), token()))).isEqualTo(200);
            }
            // Without a token, what is announced and never sent holds a place no better.
            for (int i = 0; i < Limits.REQUESTS; i++) {
                half.get(i).close();
                half.set(i, SocketChannel.open(new InetSocketAddress(ControlAddress.loopback(), address.port())));
                half.get(i).write(ByteBuffer.wrap(request("POST", "/v1/jobs", host(), "Content-Length: 60000").getBytes(StandardCharsets.US_ASCII)));
            }
            for (int i = 0; i < 20; i++) {
                assertThat(status(request("GET", "/v1/health", host(), token()))).isEqualTo(200);
            }
        } finally {
            for (SocketChannel channel : half) {
                channel.close();
            }
        }
    }

    @Test
    void tenThousandSlowConnectionsDelayNoJob() throws Exception {
        Job often = JobJson.readJob("""
                {"id":"often","trigger":{"type":"interval","every":"PT0.2S"},"action":{"type":"command","command":["true"]}}""",
                new TriggerDefaults(ServedScheduler.ZONE, Instant.now(), ""));
        served.scheduler().add(often);
        List<SocketChannel> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 10_000; i++) {
                SocketChannel channel = SocketChannel.open(new InetSocketAddress(ControlAddress.loopback(), address.port()));
                slow.add(channel);
                begin(channel);
            }
            await().atMost(Duration.ofMinutes(2)).until(() -> refusals().contains("requests are going on")
                    || refusals().contains("did not arrive"));
            await().atMost(Duration.ofMinutes(3)).until(() -> served.scheduler().runs(RunQuery.ofJob("often", 100)).size() > 15);
        } finally {
            for (SocketChannel channel : slow) {
                channel.close();
            }
        }
        await().atMost(Duration.ofMinutes(2)).ignoreExceptions()
                .until(() -> status(request("GET", "/v1/health", host(), token())) == 200);
        served.scheduler().pause("often");
        assertThat(usualDelay()).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void hugeBodiesAndWrongTokensDelayNoJob() throws Exception {
        served.scheduler().add(JobJson.readJob("""
                {"id":"often","trigger":{"type":"interval","every":"PT0.2S"},"action":{"type":"command","command":["true"]}}""",
                new TriggerDefaults(ServedScheduler.ZONE, Instant.now(), "")));
        AtomicBoolean enough = new AtomicBoolean();
        List<Thread> intruders = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            intruders.add(Thread.ofPlatform().start(() -> until(enough, () -> chunksTakenOf(1 << 30))));
            intruders.add(Thread.ofPlatform().start(() -> until(enough, () ->
                    status(request("GET", "/v1/jobs", host(), "Authorization: Bearer " + "0".repeat(64))))));
        }
        await().atMost(Duration.ofMinutes(3)).until(() -> served.scheduler().runs(RunQuery.ofJob("often", 100)).size() > 15);
        enough.set(true);
        for (Thread intruder : intruders) {
            intruder.join();
        }
        served.scheduler().pause("often");
        assertThat(usualDelay()).isLessThan(Duration.ofSeconds(2));
        assertThat(refusals()).contains("larger than", "wrong token");
    }

    /** The median, as single runs are late on a machine that has other work to do. */
    private Duration usualDelay() {
        List<Duration> delays = served.scheduler().runs(RunQuery.ofJob("often", 10_000)).stream().map(Run::late).filter(Objects::nonNull).sorted().toList();
        assertThat(delays).hasSizeGreaterThan(5);
        return delays.get(delays.size() / 2);
    }

    /** What an intruder does; being cut off is what he expects. */
    private interface Attempt {
        void make() throws IOException;
    }

    private static void until(AtomicBoolean enough, Attempt attempt) {
        while (!enough.get()) {
            try {
                attempt.make();
            } catch (IOException _) {
                // He is cut off: on to the next.
            }
        }
    }

    /** A request that never comes to its end. */
    private void begin(SocketChannel channel) {
        try {
            channel.write(ByteBuffer.wrap("GET /v1/jobs HTTP/1.1\r\nHost: ".getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException _) {
            // It was closed already: that is what this is about.
        }
    }

    private String refusals() {
        StringBuilder text = new StringBuilder();
        List.copyOf(log.list).forEach(event -> text.append(event.getFormattedMessage()).append('\n'));
        return text.toString();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(LOGGED);
    }

    private String host() {
        return "Host: 127.0.0.1:" + address.port();
    }

    private String token() {
        return "Authorization: Bearer " + address.token();
    }

    private static String request(String method, String path, String... headers) {
        return method + " " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
    }

    /** The status alone: a refused body is answered at once, but its connection may be closed later. */
    private int status(String request) throws IOException {
        try (Socket socket = connected(request)) {
            byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
            if (line.length < "HTTP/1.1 200".length()) {
                throw new EOFException("Cut off without an answer");
            }
            return Integer.parseInt(new String(line, StandardCharsets.US_ASCII).split(" ", 3)[1]);
        }
    }

    private String talk(String request) throws IOException {
        try (Socket socket = connected(request)) {
            return new String(socket.getInputStream().readNBytes(64 * 1024), StandardCharsets.UTF_8);
        }
    }

    private Socket connected(String request) throws IOException {
        Socket socket = new Socket(ControlAddress.loopback(), address.port());
        socket.setSoTimeout(60_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
