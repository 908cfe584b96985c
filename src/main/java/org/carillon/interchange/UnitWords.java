package org.carillon.interchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.message.Message;

/** Words of a unit's setting: quotes and backslashes as in C, percent signs that stand for something. systemd.service(5), systemd.unit(5) */
final class UnitWords {
    private static final Map<Character, String> ESCAPES = Map.of('a', "\u0007", 'b', "\b", 'f', "\f", 'n', "\n", 'r', "\r", 't', "\t",
            'v', "\u000B", '\\', "\\", '"', "\"", '\'', "'");
    private static final Pattern NUMBERED = Pattern.compile("\\G(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3}))");
    private static final Pattern SPECIFIER = Pattern.compile("%(.?)");

    private UnitWords() {}

    /** @throws InterchangeException for a quote that is not closed, or a backslash with something else than systemd knows */
    static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = null;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '\\') {
                word = word == null ? new StringBuilder() : word;
                i = unescape(text, i + 1, word);
            } else if (quote != 0) {
                if (letter == quote) {
                    quote = 0;
                } else {
                    word.append(letter);
                }
            } else if (letter == '"' || letter == '\'') {
                quote = letter;
                word = word == null ? new StringBuilder() : word;
            } else if (letter == ' ' || letter == '\t' || letter == '\n') {
                if (word != null) {
                    words.add(word.toString());
                }
                word = null;
            } else {
                word = (word == null ? new StringBuilder() : word).append(letter);
            }
        }
        if (quote != 0) {
            throw new InterchangeException(Message.of("interchange.systemd.quote", text));
        }
        if (word != null) {
            words.add(word.toString());
        }
        return words;
    }

    /** @return where the last character of it stands */
    private static int unescape(String text, int at, StringBuilder word) {
        char letter = at < text.length() ? text.charAt(at) : ' ';
        if (ESCAPES.containsKey(letter)) {
            word.append(ESCAPES.get(letter));
            return at;
        }
        if (letter == 's') {
            word.append(' ');
            return at;
        }
        Matcher number = NUMBERED.matcher(text);
        if (at > text.length() || !number.find(Math.min(at, text.length()))) {
            throw new InterchangeException(Message.of("interchange.systemd.escape", "\\" + letter, text));
        }
        boolean wide = number.group(2) != null || number.group(3) != null;
        String digits = number.group(1) != null ? number.group(1) : number.group(2) != null ? number.group(2) : number.group(3);
        int code = digits != null ? Integer.parseUnsignedInt(digits, 16) : Integer.parseInt(number.group(4), 8);
        if (!wide && code > 0x7F || !Character.isValidCodePoint(code)) {
            throw new InterchangeException(Message.of("interchange.systemd.escape", "\\" + number.group(), text));
        }
        word.appendCodePoint(code);
        return number.end() - 1;
    }

    /** Fills in what stands for the unit's own name. @throws InterchangeException for what only systemd knows */
    static String specified(String text, String unit) {
        String stem = unit.substring(0, Math.max(0, unit.lastIndexOf('.')));
        int at = stem.indexOf('@');
        Matcher matcher = SPECIFIER.matcher(text);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(switch (found.group(1)) {
            case "%" -> "%";
            case "n" -> unit;
            case "N" -> stem;
            case "p", "P" -> at < 0 ? stem : stem.substring(0, at);
            case "i", "I" -> at < 0 ? "" : stem.substring(at + 1);
            default -> throw new InterchangeException(Message.of("interchange.systemd.specifier", found.group(), text));
        }));
    }

    /** A word that is read back as it is: quoted and with backslashes where needed, every sign that means something doubled. */
    static String quote(String word, boolean isCommand) {
        StringBuilder quoted = new StringBuilder();
        for (char letter : word.toCharArray()) {
            switch (letter) {
                case '"', '\\' -> quoted.append('\\').append(letter);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                case '%' -> quoted.append("%%");
                case '$' -> quoted.append(isCommand ? "$$" : "$");
                default -> {
                    if (letter < ' ' || letter == 0x7F) {
                        quoted.append(String.format("\\x%02x", (int) letter));
                    } else {
                        quoted.append(letter);
                    }
                }
            }
        }
        boolean plain = word.matches("[A-Za-z0-9_./:=+,-]+");
        return plain ? word : "\"" + quoted + "\"";
    }
}
