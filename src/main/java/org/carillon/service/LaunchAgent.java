package org.carillon.service;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.carillon.message.Message;

/** An agent of macOS, for as long as the person is logged in; see launchd.plist(5). Exit code 4 is not told apart: it is tried every minute. */
final class LaunchAgent implements LoginService {
    private static final String LABEL = "org.carillon.service";
    private static final Duration PATIENCE = Duration.ofSeconds(70);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

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
        stop();
        agent.write(text(launcher, data));
        tool.run("launchctl", "enable", domain() + "/" + LABEL);
        tool.run("launchctl", "bootstrap", domain(), agent.file().toString());
        return false;
    }

    @Override
    public boolean remove() {
        if (!agent.exists()) {
            return false;
        }
        stop();
        agent.delete();
        return true;
    }

    @Override
    public Status status() {
        if (!agent.exists()) {
            return Status.NONE;
        }
        return isKnown() ? Status.RUNNING : Status.STOPPED;
    }

    /** Where agents of this person's session live; see launchctl(1). */
    private String domain() {
        return "gui/" + tool.run("id", "-u");
    }

    private boolean isKnown() {
        return tool.ask("launchctl", "print", domain() + "/" + LABEL).isGood();
    }

    /** Returns when it has ended: launchd may say before that it is about to. */
    private void stop() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (isKnown()) {
            Tool.Answer answer = tool.ask("launchctl", "bootout", domain() + "/" + LABEL);
            if (System.nanoTime() > deadline) {
                throw new ServiceException(Message.of("service.refused", "launchctl bootout", answer.text()));
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    @Override
    public Path definition() {
        return agent.file();
    }
}
