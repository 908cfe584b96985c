package org.carillon.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carillon.message.Language;
import org.carillon.message.Message;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual page of all commands, made from what their help says. man(7), in the form that groff and mandoc read. */
final class ManualPage {
    private static final List<String> ENVIRONMENT = List.of("CARILLON_DATA", "CARILLON_LANG", "VISUAL", "EDITOR", "NO_COLOR");
    private static final List<String> FILES = List.of("carillon.mv.db", "settings.json", "control.json", "logs/YYYY-MM-DD/RUN.log", "carillon.log");
    private static final int EXAMPLES = 7;
    private static final int EXIT_CODES = 5;

    private final CommandLine root;
    private final Language language;
    private final StringBuilder page = new StringBuilder();

    /** @param language the one that its help speaks */
    ManualPage(CommandLine root, Language language) {
        this.root = root;
        this.language = language;
    }

    String text() {
        page.append(".TH CARILLON 1 \"\" \"").append(escape(("Carillon " + Version.number()).strip())).append("\"\n");
        section("name");
        line("carillon \\- " + escape(say("name.text")));
        section("synopsis");
        page.append(".B carillon\n");
        line("[\\fIOPTION\\fR...]");
        page.append(".br\n.B carillon\n");
        line("\\fICOMMAND\\fR [\\fIOPTION\\fR...] [\\fIARGUMENT\\fR...]");
        section("description");
        line(escape(say("description.text")));
        section("options");
        root.getCommandSpec().options().forEach(this::argument);
        section("commands");
        root.getSubcommands().values().forEach(this::command);
        list("exit", numbers(EXIT_CODES).map(code -> code).toList(), "exit.");
        list("environment", ENVIRONMENT, "environment.");
        list("files", FILES, "files.");
        section("examples");
        numbers(EXAMPLES).forEach(number -> {
            line(escape(say("example." + number + ".text")));
            page.append(".PP\n.RS\n.nf\n");
            line(escape(say("example." + number + ".line")));
            page.append(".fi\n.RE\n.PP\n");
        });
        return page.toString();
    }

    private void command(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        page.append(".SS ").append(escape(spec.qualifiedName())).append('\n');
        String synopsis = new Help(spec, Help.defaultColorScheme(Help.Ansi.OFF)).synopsis(0).strip().replaceAll("\\s+", " ");
        line("\\fB" + escape(synopsis) + "\\fR");
        page.append(".PP\n");
        line(escape(words(spec.usageMessage().description())));
        spec.positionalParameters().forEach(this::argument);
        spec.options().forEach(this::argument);
        command.getSubcommands().values().forEach(this::command);
    }

    private void argument(ArgSpec argument) {
        List<String> names = argument instanceof OptionSpec option ? List.of(option.names()) : List.of();
        boolean hasValue = names.isEmpty() || argument.arity().max() > 0;
        page.append(".TP\n");
        line(names.stream().map(name -> "\\fB" + escape(name) + "\\fR").collect(Collectors.joining(", "))
                + (hasValue ? (names.isEmpty() ? "" : " ") + "\\fI" + escape(argument.paramLabel()) + "\\fR" : ""));
        line(escape(words(argument.description())));
    }

    private void list(String title, List<String> terms, String prefix) {
        section(title);
        for (String term : terms) {
            page.append(".TP\n");
            line("\\fB" + escape(term) + "\\fR");
            line(escape(say(prefix + term)));
        }
    }

    private void section(String key) {
        page.append(".SH ").append(escape(say(key))).append('\n');
    }

    /** One line of text; a dot or an apostrophe at its beginning would be taken for a command. */
    private void line(String text) {
        page.append(text.startsWith(".") || text.startsWith("'") ? "\\&" : "").append(text).append('\n');
    }

    private static Stream<String> numbers(int count) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(Integer.toString(i));
        }
        return numbers.stream();
    }

    private static String words(String[] lines) {
        return String.join(" ", lines).replace("%n", " ").replace("%%", "%");
    }

    private static String escape(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-").replace("\n", " ");
    }

    private String say(String key) {
        return Message.of("cli.manual." + key).in(language);
    }
}
