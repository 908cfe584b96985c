package org.carillon.control.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import org.carillon.control.ControlAddress;
import org.carillon.control.ControlFile;
import org.carillon.engine.ChangeOrigin;
import org.carillon.engine.EventKind;
import org.carillon.engine.Listening;
import org.carillon.message.ExplainedException;
import org.carillon.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The control API of the running instance: HTTP on loopback, a request a virtual thread. The server is the JDK's: it is kept as well as
 * Java itself, is on board of every Java, adds nothing to the start or the download, and needs no more than one path from us; what it
 * lacks (routes, problems, limits) is little, and here. What it takes from whom is said in
 * {@link Gate}; how much, in {@link Limits}; what it can be asked, in {@link Routes}. What is no request at all, such as one for a path
 * with a {@code %} that begins no escape, the JDK's server refuses before anything here sees it: with 400 and a line of HTML, not a problem.
 */
public final class ControlServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
    private static final int BACKLOG = 1024;
    /** Of these refusals the program's log speaks; the others are everyday mistakes of whoever was let in. */
    private static final Set<Problem.Kind> TOLD = Set.of(Problem.Kind.UNAUTHORIZED, Problem.Kind.CROSS_SITE, Problem.Kind.WRONG_HOST,
            Problem.Kind.TOO_LARGE, Problem.Kind.BUSY, Problem.Kind.SUSPICIOUS);

    private final ServedInstance instance;
    private final HttpServer server;
    private final ControlAddress address;
    private final ControlFile file;
    private final Gate gate;
    private final Router router;
    private final EventStream events;
    private final Listening counting;
    private final Refusals refusals = new Refusals();
    private final Metrics metrics = new Metrics();

    private ControlServer(ServedInstance instance, ControlFile file, int port) throws IOException {
        Limits.apply();
        this.instance = instance;
        this.file = file;
        this.server = HttpServer.create(new InetSocketAddress(ControlAddress.loopback(), port), BACKLOG);
        this.address = ControlAddress.ofThisProcess(server.getAddress().getPort());
        this.gate = new Gate(address);
        this.events = new EventStream(instance);
        this.counting = instance.scheduler().listen(EventKind.RUNS, metrics);
        this.router = new Router(Routes.of(instance, events, metrics));
        server.setExecutor(new RequestThreads(refusals));
        server.createContext("/", exchange -> ChangeOrigin.from(Request.origin(exchange.getRequestHeaders()), () -> {
            handle(exchange);
            return null;
        }));
    }

    /**
     * Begins to listen, and says where in {@code control.json}.
     *
     * @param port the port that is wished for, 0 for any; if it is taken, another one is used, which the log says
     * @throws IOException if none can be listened on
     */
    public static ControlServer start(ServedInstance instance, ControlFile file, int port) throws IOException {
        if (file.isForeign()) {
            LOG.warn("{} is a link or no file; it is not followed, but replaced", file.path());
        }
        ControlServer control;
        try {
            control = new ControlServer(instance, file, port);
        } catch (BindException e) {
            if (port == 0) {
                throw e;
            }
            LOG.error("The port {} is taken; the control API uses another one, see {}", port, file.path(), e);
            control = new ControlServer(instance, file, 0);
        }
        control.server.start();
        file.write(control.address);
        LOG.info("The control API listens on {}", control.address.url());
        return control;
    }

    public ControlAddress address() {
        return address;
    }

    List<Route> routes() {
        return router.routes();
    }

    private void handle(HttpExchange exchange) throws IOException {
        long began = System.nanoTime();
        try (exchange) {
            int status;
            try {
                gate.check(exchange.getRequestHeaders());
                RequestThreads.letIn();
                Router.Found found = router.find(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
                Request request = new Request(exchange, found.path(), found.route().query(), instance.zone());
                status = send(exchange, found.route().handler().answer(request));
            } catch (ExplainedException e) {
                status = refuse(exchange, Problem.of(e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                status = refuse(exchange, new Problem(Problem.Kind.BUSY, null, Message.of("control.ending"), null));
            } catch (RuntimeException e) {
                LOG.error("{} {} broke off", exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), e);
                status = refuse(exchange, new Problem(Problem.Kind.BROKEN, null, Message.of("control.broken", e.toString()), null));
            }
            metrics.answered(status, System.nanoTime() - began);
        }
    }

    private int refuse(HttpExchange exchange, Problem problem) throws IOException {
        if (TOLD.contains(problem.kind())) {
            refusals.tell(problem.kind(), problem.detail() + ", from " + exchange.getRemoteAddress());
        }
        Reply reply = Reply.json(problem.kind().status, problem.json(Request.language(exchange.getRequestHeaders())))
                .with("Content-Type", Reply.PROBLEM);
        if (problem.kind() == Problem.Kind.UNAUTHORIZED) {
            reply = reply.with("WWW-Authenticate", "Bearer");
        }
        // What else the sender has to say is not read.
        return send(exchange, problem.kind() == Problem.Kind.TOO_LARGE ? reply.with("Connection", "close") : reply);
    }

    private static int send(HttpExchange exchange, Reply reply) throws IOException {
        if (exchange.getResponseCode() != -1) {
            return exchange.getResponseCode();
        }
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        boolean nothing = reply.length() == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(reply.status(), nothing ? -1 : Math.max(reply.length(), 0));
        if (!nothing) {
            try (OutputStream out = exchange.getResponseBody()) {
                reply.body().write(out);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return reply.status();
    }

    /** Takes {@code control.json} away and ends every connection. */
    @Override
    public void close() {
        file.remove(address);
        events.close();
        counting.close();
        server.stop(0);
    }
}
