package org.carillon.action;

import java.util.HashMap;
import java.util.Map;
import org.carillon.job.Action;
import org.carillon.job.ActionJson;
import org.carillon.job.EmailAction;
import org.carillon.job.Reason;
import org.carillon.job.SecretNames;
import org.carillon.job.SqlAction;
import org.carillon.log.RunLogWriter;
import org.carillon.message.ExplainedException;
import org.carillon.message.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** An action with the secrets that it names put in, for one run; it knows them, and takes them out of what the run says. */
final class SecretUse {
    private static final String BEGIN = "${secret:";
    static final String MASK = "***";

    /** A secret that is not there. */
    static final class MissingException extends ExplainedException {
        MissingException(String name) {
            super(Message.of("action.secret.missing", name));
        }
    }

    private final Secrets secrets;
    private final Map<String, String> values = new HashMap<>();
    private final Action action;
    private final String password;

    private SecretUse(Action action, Secrets secrets) {
        this.secrets = secrets;
        // Most actions name none, and are not taken apart.
        this.action = action.toString().contains(BEGIN) ? ActionJson.read(filled(ActionJson.write(action)), "") : action;
        String name = switch (action) {
            case SqlAction sql -> sql.passwordSecret();
            case EmailAction email -> email.passwordSecret();
            default -> null;
        };
        this.password = name == null ? null : value(name);
    }

    /** @throws MissingException if it names a secret that is not there */
    static SecretUse of(Action action, Secrets secrets) {
        return new SecretUse(action, secrets);
    }

    private String value(String name) {
        return values.computeIfAbsent(name, wanted -> secrets.find(wanted).orElseThrow(() -> new MissingException(wanted)));
    }

    private JsonNode filled(JsonNode node) {
        switch (node) {
            case ObjectNode object -> object.propertyNames().stream().toList().forEach(key -> object.set(key, filled(object.get(key))));
            case ArrayNode list -> {
                for (int i = 0; i < list.size(); i++) {
                    list.set(i, filled(list.get(i)));
                }
            }
            case StringNode text -> {
                return StringNode.valueOf(SecretNames.replace(text.stringValue(), this::value));
            }
            default -> { }
        }
        return node;
    }

    /** The action as it is to be run. */
    Action action() {
        return action;
    }

    /** The password that it names by a field of its own, null for none. */
    String password() {
        return password;
    }

    /** Has the log leave them out. */
    void hideIn(RunLogWriter log) {
        if (!values.isEmpty()) {
            log.hide(values.values(), action.encoding());
        }
    }

    /** The same result without them. */
    ActionResult hideIn(ActionResult result) {
        if (values.isEmpty() || result.reason() == null) {
            return result;
        }
        String detail = result.reason().detail();
        for (String value : values.values()) {
            detail = detail.replace(value, MASK);
        }
        return new ActionResult(result.succeeded(), result.exitCode(), Reason.of(result.reason().cause(), detail));
    }
}
