package org.carillon.action;

import java.lang.reflect.InvocationTargetException;
import org.carillon.message.Message;

/** Makes tasks from their classes. */
final class TaskClasses {
    private TaskClasses() {}

    /** @throws NoTaskException if there is no such class, or it is no task */
    static JavaTask make(String name) {
        return make(find(name));
    }

    /** Its code is not run yet. @throws NoTaskException if there is no such class, or it is no task */
    static Class<?> find(String name) {
        try {
            Class<?> type = Class.forName(name, false, loader());
            checkTask(type);
            return type;
        } catch (ClassNotFoundException e) {
            throw new NoTaskException(Message.of("action.noTask", name), e);
        }
    }

    /** @throws NoTaskException if it is no task, or its constructor fails */
    static JavaTask make(Class<?> type) {
        checkTask(type);
        try {
            return (JavaTask) type.getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw new NoTaskException(Message.of("action.notStarted", type.getName(), e.getCause()), e);
        } catch (ReflectiveOperationException e) {
            throw new NoTaskException(Message.of("action.notTask", type.getName()), e);
        }
    }

    private static void checkTask(Class<?> type) {
        if (!JavaTask.class.isAssignableFrom(type)) {
            throw new NoTaskException(Message.of("action.notTask", type.getName()));
        }
    }

    private static ClassLoader loader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? TaskClasses.class.getClassLoader() : context;
    }
}
