package org.carillon.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.message.Message;

/** What is still to be filled in where a job began as a template: it stands between ‹ and ›. */
final class TemplateGaps {
    private static final Pattern GAP = Pattern.compile("‹[^‹›]+›");

    private TemplateGaps() {}

    static List<Problem> in(CommandForm form) {
        List<Problem> problems = new ArrayList<>();
        switch (form.kind().get()) {
            case SHELL_LINE -> find(form.line().get(), Field.COMMAND_LINE, problems);
            case PROGRAM -> {
                find(form.program().get(), Field.PROGRAM, problems);
                find(form.arguments().get(), Field.ARGUMENTS, problems);
            }
            case SCRIPT -> find(form.script().text().get(), Field.SCRIPT, problems);
            case HTTP -> find(form.http().url().get(), Field.URL, problems);
            case SQL -> find(form.sql().statement().get(), Field.STATEMENT, problems);
            case EMAIL, TASK -> { }
        }
        return problems;
    }

    private static void find(String text, Field field, List<Problem> problems) {
        Matcher gap = GAP.matcher(text);
        if (gap.find()) {
            problems.add(Problem.wrong(field, Message.of("ui.editor.template.fillIn", gap.group())));
        }
    }
}
