package org.carillon.desktop.login;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is written into the files that a desktop looks for at login. */
final class LoginFiles {
    static final String LABEL = "org.carillon.window";

    private LoginFiles() {}

    /** A desktop entry (Desktop Entry Specification 1.5, "The Exec key"). */
    static String xdg(Path launcher, List<String> arguments) {
        return """
                [Desktop Entry]
                Type=Application
                Name=Carillon
                Name[zh_CN]=Carillon
                Comment=Runs jobs on time
                Comment[zh_CN]=按时运行任务
                Exec=%s
                Icon=carillon
                Terminal=false
                """.formatted(words(launcher, arguments).map(LoginFiles::xdgQuoted).collect(Collectors.joining(" ")));
    }

    /** Quoted for the key, and its backslashes once more because the value is a string. */
    private static String xdgQuoted(String word) {
        String quoted = word.replace("\\", "\\\\").replace("\"", "\\\"").replace("`", "\\`").replace("$", "\\$").replace("%", "%%");
        return '"' + quoted.replace("\\", "\\\\") + '"';
    }

    /** A batch file that does not wait. Its first line says that the second one is UTF-8, as paths may need it. */
    static String windows(Path launcher, List<String> arguments) {
        return "@chcp 65001 >nul\r\n@start \"\" /min " + words(launcher, arguments).map(word -> '"' + word.replace("%", "%%") + '"').collect(Collectors.joining(" ")) + "\r\n";
    }

    /** A property list; see launchd.plist(5). */
    static String mac(Path launcher, List<String> arguments) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0">
                <dict>
                  <key>Label</key><string>%s</string>
                  <key>ProgramArguments</key>
                  <array>%s</array>
                  <key>RunAtLoad</key><true/>
                  <key>ProcessType</key><string>Interactive</string>
                </dict>
                </plist>
                """.formatted(LABEL, words(launcher, arguments).map(word -> "<string>" + xml(word) + "</string>").collect(Collectors.joining()));
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Stream<String> words(Path launcher, List<String> arguments) {
        return Stream.concat(Stream.of(launcher.toString()), arguments.stream());
    }
}
