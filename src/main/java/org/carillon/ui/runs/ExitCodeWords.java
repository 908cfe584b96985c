package org.carillon.ui.runs;

import java.util.Map;
import org.carillon.message.Language;
import org.carillon.message.Message;

/** What exit codes mostly mean: those of shells (POSIX, 2.8.2), of signals (128 + number), of timeout(1), and of Windows. */
final class ExitCodeWords {
    private static final Map<Integer, String> KNOWN = Map.ofEntries(
            Map.entry(1, "1"), Map.entry(2, "2"), Map.entry(124, "124"), Map.entry(125, "125"), Map.entry(126, "126"), Map.entry(127, "127"),
            Map.entry(129, "129"), Map.entry(130, "130"), Map.entry(131, "131"), Map.entry(134, "134"), Map.entry(135, "135"),
            Map.entry(136, "136"), Map.entry(137, "137"), Map.entry(139, "139"), Map.entry(141, "141"), Map.entry(143, "143"),
            Map.entry(152, "152"), Map.entry(153, "153"), Map.entry(255, "255"),
            Map.entry(0xC0000005, "accessViolation"), Map.entry(0xC000013A, "ctrlC"), Map.entry(0xC0000135, "dllMissing"),
            Map.entry(0xC00000FD, "stackOverflow"), Map.entry(9009, "9009"));

    private ExitCodeWords() {}

    /** In words; empty for 0 and where nothing is known. @param path the PATH in which the run looked for its command; null where that is not known */
    static String of(Integer code, String path, Language language) {
        if (code == null || code == 0) {
            return "";
        }
        String key = KNOWN.get(code);
        if (key != null && path != null) {
            return Message.of("ui.runs.exit.notFoundIn", Integer.toString(code), path).in(language);
        }
        if (key != null) {
            return Message.of("ui.runs.exit." + key, Integer.toString(code)).in(language);
        }
        return code > 128 && code <= 128 + 64
                ? Message.of("ui.runs.exit.signal", Integer.toString(code), code - 128).in(language)
                : "";
    }
}
