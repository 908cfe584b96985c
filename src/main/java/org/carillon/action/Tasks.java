package org.carillon.action;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.carillon.message.Message;

/** The tasks that {@code java} actions can name: what was registered, and every task class that can be loaded. Thread-safe. */
public final class Tasks {
    private sealed interface Registered {}

    private record Function(JavaTask task) implements Registered {}

    private record OfClass(Class<? extends JavaTask> type) implements Registered {}

    private final Map<String, Registered> registered = new ConcurrentHashMap<>();

    /** A function of this program, in place of what had that name before. It runs in this program alone, in no worker process. */
    public void register(String name, JavaTask task) {
        registered.put(name, new Function(Objects.requireNonNull(task, "task")));
    }

    /** Another name for a class, which can run in worker processes too. */
    public void register(String name, Class<? extends JavaTask> type) {
        registered.put(name, new OfClass(Objects.requireNonNull(type, "type")));
    }

    /** Nothing happens if nothing of that name is registered. */
    public void unregister(String name) {
        registered.remove(name);
    }

    /** Whether only this program can run it. */
    public boolean isFunction(String name) {
        return registered.get(name) instanceof Function;
    }

    /** Why the task of that name cannot be found; empty when it can. Makes none. */
    public Optional<Message> problemWith(String name) {
        try {
            if (!registered.containsKey(name)) {
                TaskClasses.find(name);
            }
            return Optional.empty();
        } catch (NoTaskException e) {
            return Optional.of(e.explanation());
        }
    }

    /** The task of that name, ready to be run here. @throws NoTaskException if there is none */
    JavaTask find(String name) {
        return switch (registered.get(name)) {
            case Function function -> function.task();
            case OfClass named -> TaskClasses.make(named.type());
            case null -> TaskClasses.make(name);
        };
    }

    /** The name of the class that a worker process runs for that task. @throws NoTaskException if there can be none */
    String className(String name) {
        return switch (registered.get(name)) {
            case Function _ -> throw new NoTaskException(Message.of("action.taskIsFunction", name));
            case OfClass named -> named.type().getName();
            case null -> name;
        };
    }
}
