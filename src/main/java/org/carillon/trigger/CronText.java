package org.carillon.trigger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.carillon.message.Message;

/** A cron expression while it is being typed: its cells, what may stand in each, and whether a mistake is only something unfinished. */
public final class CronText {
    /**
     * One field of an expression.
     *
     * @param name    as errors name it: {@code minute}
     * @param label   its name for a person
     * @param text    what stands there; empty where nothing does yet
     * @param from    where it begins in the expression
     * @param to      where it ends, exclusive
     * @param allowed what may stand there
     */
    public record Cell(String name, Message label, String text, int from, int to, Message allowed) {}

    /** How an expression is read, and why. */
    public record Reading(Dialect dialect, Message why) {}

    private static final String[] ENDINGS = {"", "0", "1", "2", "3", "5", "7", "9", "12", "23", "31", "59", "0-1", "1#1", "0-5)", ")", "5)", "-5)", "W", "L"};
    private static final List<String> MACROS =
            List.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly", "@reboot");

    private CronText() {}

    /** The dialect in which an expression is read for which none is given. */
    public static Reading reading(String expression) {
        List<Token> tokens = Token.split(expression);
        if (CronParser.hasSevenFields(tokens)) {
            return new Reading(Dialect.QUARTZ, Message.of("trigger.dialect.seven"));
        }
        if (tokens.stream().anyMatch(CronParser::isQuestionMark)) {
            return new Reading(Dialect.QUARTZ, Message.of("trigger.dialect.questionMark"));
        }
        return new Reading(Dialect.UNIX, Message.of(tokens.size() == 6 ? "trigger.dialect.six" : "trigger.dialect.unix"));
    }

    /**
     * The cells of an expression, also of a wrong or unfinished one: as many as it has fields, and at least those that the dialect needs.
     * None for a macro such as {@code @daily}.
     *
     * @param dialect null to tell by the expression
     */
    public static List<Cell> cells(String expression, Dialect dialect) {
        Dialect taken = dialect == null ? reading(expression).dialect() : dialect;
        List<Token> tokens = Token.split(expression);
        if (!tokens.isEmpty() && tokens.getFirst().text().startsWith("@")) {
            return List.of();
        }
        int least = taken == Dialect.UNIX ? 5 : 6;
        List<Field> fields = CronParser.fields(taken, Math.clamp(tokens.size(), least, least + 1));
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            Token token = i < tokens.size() ? tokens.get(i) : new Token("", expression.length(), expression.length());
            Field field = fields.get(i);
            cells.add(new Cell(field.title(), field.named(), token.text(), token.from(), token.to(), new Notation(field, taken).allowed()));
        }
        return cells;
    }

    /** The cell that holds the caret, or the one that would begin there; null for a macro or behind the last field. */
    public static Cell cellAt(String expression, Dialect dialect, int caret) {
        for (Cell cell : cells(expression, dialect)) {
            if (caret <= cell.to() || cell.text().isEmpty()) {
                return cell;
            }
        }
        return null;
    }

    /** The expression with another text in one of its cells; cells before it that are empty become {@code *}. */
    public static String withCell(String expression, Dialect dialect, int index, String text) {
        List<Cell> cells = cells(expression, dialect);
        Cell cell = cells.get(index);
        if (!cell.text().isEmpty()) {
            return expression.substring(0, cell.from()) + text + expression.substring(cell.to());
        }
        StringBuilder longer = new StringBuilder(expression.strip());
        for (int i = 0; i < index; i++) {
            if (cells.get(i).text().isEmpty()) {
                longer.append(longer.isEmpty() ? "*" : " *");
            }
        }
        return longer.append(longer.isEmpty() ? "" : " ").append(text).toString();
    }

    /**
     * Whether a wrong expression could become right by typing on at the caret, so that it is too early to call it wrong: {@code 1-},
     * {@code *}{@code /}, {@code MO}, or fields that are still missing.
     *
     * @param dialect null to tell by the expression
     */
    public static boolean isUnfinished(String expression, Dialect dialect, int caret) {
        String before = expression.substring(0, caret);
        String after = expression.substring(caret);
        int start = caret;
        while (start > 0 && Character.isLetter(before.charAt(start - 1))) {
            start--;
        }
        for (String ending : endings(before.substring(start), before)) {
            if (isRightWithMore(before + ending + after, dialect)) {
                return true;
            }
        }
        return false;
    }

    /** What could be typed next: endings of values, and of the names that the letters before the caret begin. */
    private static List<String> endings(String letters, String before) {
        List<String> endings = new ArrayList<>(List.of(ENDINGS));
        String upper = letters.toUpperCase(Locale.ROOT);
        for (List<String> names : List.of(Field.MONTHS, Field.WEEKDAYS)) {
            names.stream().filter(name -> !letters.isEmpty() && name.startsWith(upper)).forEach(name -> endings.add(name.substring(upper.length())));
        }
        String macro = before.strip().toLowerCase(Locale.ROOT);
        if (macro.startsWith("@")) {
            MACROS.stream().filter(name -> name.startsWith(macro)).forEach(name -> endings.add(name.substring(macro.length())));
        }
        return endings;
    }

    private static boolean isRightWithMore(String expression, Dialect dialect) {
        Dialect taken = dialect == null ? CronParser.guess(expression) : dialect;
        if (expression.stripLeading().startsWith("@")) {
            return CronParser.isRight(expression, taken);
        }
        int least = taken == Dialect.UNIX ? 5 : 6;
        int count = Token.split(expression).size();
        int lacking = Math.max(0, least - count);
        return CronParser.isRight(expression + " *".repeat(lacking), taken)
                || mayHaveOneMore(expression, count, least) && CronParser.isRight(expression + " *".repeat(lacking + 1), taken);
    }

    /** Nothing follows a complete expression, unless a blank shows that another field is to come. */
    private static boolean mayHaveOneMore(String expression, int count, int least) {
        boolean goesOn = !expression.isEmpty() && Character.isWhitespace(expression.charAt(expression.length() - 1));
        return count < least || count == least && goesOn;
    }
}
