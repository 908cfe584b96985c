package org.carillon.service;

import java.nio.file.Path;

/** An agent of macOS, for as long as the person is logged in; see launchd.plist(5). Exit code 4 is not told apart: it is tried every minute. */
final class LaunchAgent implements LoginService {
    private static final String LABEL = "org.carillon.service";

    private final Definition agent;
    private final Tool tool;

    LaunchAgent(Path home, Tool tool) {
        this.agent = new Definition(home.resolve("Library/LaunchAgents").resolve(LABEL + ".plist"));
        this.tool = tool;
    }

    static String text(Path launcher, Path data) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0">
                <dict>
                  <key>Label</key><string>%s</string>
                  <key>ProgramArguments</key>
                  <array><string>%s</string><string>run</string><string>--data</string><string>%s</string></array>
                  <key>RunAtLoad</key><true/>
                  <key>KeepAlive</key><dict><key>SuccessfulExit</key><false/></dict>
                  <key>ThrottleInterval</key><integer>60</integer>
                  <key>ExitTimeOut</key><integer>60</integer>
                </dict>
                </plist>
                """.formatted(LABEL, Definition.xml(launcher.toString()), Definition.xml(data.toString()));
    }

    @Override
    public boolean install(Path launcher, Path data) {
        if (status() == Status.RUNNING) {
            tool.run("launchctl", "unload", agent.file().toString());
        }
        agent.write(text(launcher, data));
        tool.run("launchctl", "load", "-w", agent.file().toString());
        return false;
    }

    @Override
    public boolean remove() {
        if (!agent.exists()) {
            return false;
        }
        tool.run("launchctl", "unload", "-w", agent.file().toString());
        agent.delete();
        return true;
    }

    @Override
    public Status status() {
        if (!agent.exists()) {
            return Status.NONE;
        }
        return tool.ask("launchctl", "list", LABEL).isGood() ? Status.RUNNING : Status.STOPPED;
    }

    @Override
    public Path definition() {
        return agent.file();
    }
}
