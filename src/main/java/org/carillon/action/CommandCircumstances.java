package org.carillon.action;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.carillon.job.Circumstances;
import org.carillon.job.CommandAction;

/** Tells what a command would start with. Hashes are kept, because most jobs start with the same environment again and again. Thread-safe. */
final class CommandCircumstances {
    /** @param environment what the hashes are of, but for the variables that are their keys */
    private record Known(ImportedEnvironment environment, Map<Map<String, String>, String> hashes) {}

    private static final int MOST_KNOWN = 1_000;

    private final UserEnvironment environment;
    private final EnvironmentHash hash;
    private volatile Known known = new Known(null, Map.of());

    CommandCircumstances(UserEnvironment environment, String hashKey) {
        this.environment = environment;
        this.hash = new EnvironmentHash(hashKey);
    }

    Circumstances of(CommandAction action) {
        String hashed = environment.latest().map(base -> hash(base, action.environment())).orElse(null);
        return new Circumstances(action.command().text(), CommandStart.directory(action).toString(), hashed);
    }

    private String hash(ImportedEnvironment base, Map<String, String> own) {
        Known now = known;
        if (now.environment != base || now.hashes.size() > MOST_KNOWN) {
            now = new Known(base, new ConcurrentHashMap<>());
            known = now;
        }
        return now.hashes.computeIfAbsent(own, variables -> {
            Map<String, String> all = new HashMap<>(base.variables());
            all.putAll(variables);
            return hash.of(all);
        });
    }
}
