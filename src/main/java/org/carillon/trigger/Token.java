package org.carillon.trigger;

import java.util.ArrayList;
import java.util.List;

/** A piece of an expression between blanks; {@code from} and {@code to} are where it stands, half-open. */
record Token(String text, int from, int to) {
    static List<Token> split(String expression) {
        List<Token> tokens = new ArrayList<>(8);
        int at = 0;
        while (at < expression.length()) {
            int from = at;
            while (at < expression.length() && !Character.isWhitespace(expression.charAt(at))) {
                at++;
            }
            if (at > from) {
                tokens.add(new Token(expression.substring(from, at), from, at));
            }
            at++;
        }
        return tokens;
    }
}
