package org.carillon.notify;

import java.util.ArrayList;
import java.util.List;
import org.carillon.message.Language;
import org.carillon.message.Message;

/**
 * A notice in one language.
 *
 * @param title in one line
 * @param body  all the rest, lines ended by line feeds but for the last
 */
public record NoticeText(String title, String body) {
    /** With the end of the output and the command that shows all of it. */
    public static NoticeText of(Notice notice, Language language) {
        List<String> lines = new ArrayList<>(notice.details().stream().map(detail -> detail.in(language)).toList());
        if (!notice.tail().isEmpty()) {
            lines.add("");
            lines.addAll(notice.tail());
        }
        if (notice.runId() != null) {
            lines.add("");
            lines.add(Message.of("notify.openLog", Long.toString(notice.runId())).in(language));
        }
        return new NoticeText(notice.title().in(language), String.join("\n", lines).strip());
    }
}
