package org.carillon.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.carillon.job.FormatException;
import org.carillon.job.HttpAction;
import org.carillon.message.Message;

/** The HTTP request that a job sends. */
final class HttpForm extends WorkForm {
    /** The methods that are offered; any other can be typed. */
    static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD");
    private static final String ANY_URL = "http://localhost/";

    private final StringProperty method = new SimpleStringProperty("GET");
    private final StringProperty url = new SimpleStringProperty("");
    private final EnvironmentForm headers = new EnvironmentForm(Field.HEADERS, "headers");
    private final StringProperty body = new SimpleStringProperty("");
    private final StringProperty expect = new SimpleStringProperty("");

    HttpForm() {
        observe(method, url, body, expect);
        headers.onChange(this::changed);
    }

    StringProperty method() {
        return method;
    }

    StringProperty url() {
        return url;
    }

    EnvironmentForm headers() {
        return headers;
    }

    StringProperty body() {
        return body;
    }

    /** The statuses that count as success, with commas between them; empty for 200 to 299. */
    StringProperty expect() {
        return expect;
    }

    void show(HttpAction action) {
        method.set(action.method());
        url.set(action.url());
        headers.show(action.headers());
        body.set(action.body());
        expect.set(action.expectStatus().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    @Override
    HttpAction action() {
        return new HttpAction(methodName(), url.get().strip(), headers.variables(), body.get(), statuses().orElseThrow());
    }

    private String methodName() {
        return method.get() == null ? "" : method.get().strip().toUpperCase(Locale.ROOT);
    }

    private Optional<Set<Integer>> statuses() {
        Set<Integer> statuses = new TreeSet<>();
        for (String status : expect.get().strip().split("[\\s,，;]+")) {
            if (status.matches("[1-5]\\d\\d")) {
                statuses.add(Integer.valueOf(status));
            } else if (!status.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(statuses);
    }

    @Override
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        check(Field.METHOD, () -> new HttpAction(methodName(), ANY_URL, Map.of(), "", Set.of())).ifPresent(problems::add);
        if (url.get().isBlank()) {
            problems.add(Problem.missing(Field.URL, Message.of("ui.editor.http.url.missing")));
        } else {
            check(Field.URL, () -> new HttpAction("GET", url.get().strip(), Map.of(), "", Set.of())).ifPresent(problems::add);
        }
        List<Problem> ofRows = headers.problems();
        problems.addAll(ofRows);
        if (ofRows.isEmpty()) {
            check(Field.HEADERS, () -> new HttpAction("GET", ANY_URL, headers.variables(), "", Set.of())).ifPresent(problems::add);
        }
        if (statuses().isEmpty()) {
            problems.add(Problem.wrong(Field.EXPECT_STATUS, Message.of("ui.editor.http.expect.wrong")));
        }
        return problems;
    }

    private static Optional<Problem> check(Field field, Runnable making) {
        try {
            making.run();
            return Optional.empty();
        } catch (FormatException e) {
            return Optional.of(Problem.wrong(field, e.plainExplanation()));
        }
    }

    @Override
    Object values() {
        return List.of(super.values(), headers.values());
    }
}
