package org.carillon.action;

import java.util.Map;
import org.carillon.message.Message;

/**
 * The variables that jobs start with.
 *
 * @param variables all of them
 * @param problem   why they are not those of the login shell but this program's own; null when all is well
 */
public record ImportedEnvironment(Map<String, String> variables, Message problem) {
    public ImportedEnvironment {
        variables = Map.copyOf(variables);
    }
}
