package org.carillon.ui.editor;

import org.carillon.message.Message;

/**
 * Why the form cannot be saved as it is.
 *
 * @param field   where
 * @param message what is wrong and what is allowed
 * @param pending whether it is only not finished: nothing to show in red before somebody tries to save
 */
record Problem(Field field, Message message, boolean pending) {
    static Problem wrong(Field field, Message message) {
        return new Problem(field, message, false);
    }

    static Problem missing(Field field, Message message) {
        return new Problem(field, message, true);
    }
}
