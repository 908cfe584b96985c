package org.carillon.desktop.awake;

import java.util.List;

/** Keeps the machine from falling asleep by itself. Closing its lid or telling it to sleep is the person's own business. */
public interface KeepAwake {
    /** Holds it awake. */
    interface Hold extends AutoCloseable {
        /** Lets it sleep again. */
        @Override
        void close();
    }

    /** Begins to hold it awake, until that is closed or this process ends. @param reason is shown to people who ask why */
    Hold begin(String reason);

    /**
     * That of this system: {@code systemd-inhibit} on Linux, {@code caffeinate} on macOS, the execution state of Windows.
     *
     * @param systemName {@code os.name}
     */
    static KeepAwake ofSystem(String systemName) {
        if (systemName.startsWith("Windows")) {
            return new HoldingProcess(_ -> List.of("powershell", "-NoProfile", "-NonInteractive", "-Command", """
                    Add-Type -Namespace Carillon -Name Power -MemberDefinition '[DllImport("kernel32.dll")] \
                    public static extern uint SetThreadExecutionState(uint state);'; \
                    [void][Carillon.Power]::SetThreadExecutionState(2147483649); \
                    [void][Console]::In.ReadToEnd()"""));
        }
        if (systemName.startsWith("Mac")) {
            return new HoldingProcess(_ -> List.of("caffeinate", "-i", "cat"));
        }
        return new HoldingProcess(reason -> List.of(
                "systemd-inhibit", "--what=sleep:idle", "--who=Carillon", "--why=" + reason, "--mode=block", "cat"));
    }
}
