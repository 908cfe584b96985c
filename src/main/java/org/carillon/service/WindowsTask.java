package org.carillon.service;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A task of Windows that starts when the person logs on, tried again every minute when it failed; by schtasks and its XML. Not for Windows before 8. */
final class WindowsTask implements LoginService {
    private static final String NAME = "Carillon";
    /** As a number, for schtasks says it in the language of the system. */
    private static final String STATE = "[int](Get-ScheduledTask -TaskPath '\\' -TaskName '" + NAME + "' -ErrorAction Stop).State";
    /** TASK_STATE_RUNNING of the Task Scheduler. */
    private static final String RUNNING = "4";

    private final Definition task;
    private final Tool tool;

    WindowsTask(Path file, Tool tool) {
        this.task = new Definition(file);
        this.tool = tool;
    }

    static String text(Path launcher, Path data, String user) {
        return """
                <?xml version="1.0"?>
                <Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
                  <RegistrationInfo><Description>Carillon schedules jobs without a window</Description></RegistrationInfo>
                  <Triggers><LogonTrigger><Enabled>true</Enabled><UserId>%s</UserId></LogonTrigger></Triggers>
                  <Principals><Principal id="Author"><UserId>%s</UserId><LogonType>InteractiveToken</LogonType></Principal></Principals>
                  <Settings>
                    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
                    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
                    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
                    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
                    <RestartOnFailure><Interval>PT1M</Interval><Count>999</Count></RestartOnFailure>
                  </Settings>
                  <Actions Context="Author"><Exec><Command>%s</Command><Arguments>run --data "%s"</Arguments></Exec></Actions>
                </Task>
                """.formatted(Definition.xml(user), Definition.xml(user), Definition.xml(launcher.toString()), Definition.xml(data.toString()));
    }

    @Override
    public boolean install(Path launcher, Path data) {
        task.write(ascii(text(launcher, data, System.getProperty("user.name"))));
        tool.run("schtasks", "/Create", "/F", "/TN", NAME, "/XML", task.file().toString());
        tool.run("schtasks", "/Run", "/TN", NAME);
        return false;
    }

    /** schtasks reads a file without a mark of its encoding as ASCII. */
    private static String ascii(String text) {
        StringBuilder ascii = new StringBuilder();
        text.codePoints().forEach(letter -> {
            if (StandardCharsets.US_ASCII.newEncoder().canEncode(Character.toString(letter))) {
                ascii.appendCodePoint(letter);
            } else {
                ascii.append("&#").append(letter).append(';');
            }
        });
        return ascii.toString();
    }

    /** Windows ends tasks as a kill does. */
    @Override
    public boolean kills() {
        return true;
    }

    @Override
    public boolean remove() {
        if (status() == Status.NONE) {
            return false;
        }
        tool.ask("schtasks", "/End", "/TN", NAME);
        tool.run("schtasks", "/Delete", "/F", "/TN", NAME);
        task.delete();
        return true;
    }

    @Override
    public Status status() {
        Tool.Answer answer = tool.ask("powershell", "-NoProfile", "-NonInteractive", "-Command", STATE);
        if (!answer.isGood()) {
            return Status.NONE;
        }
        return answer.text().strip().equals(RUNNING) ? Status.RUNNING : Status.STOPPED;
    }

    @Override
    public Path definition() {
        return task.file();
    }
}
