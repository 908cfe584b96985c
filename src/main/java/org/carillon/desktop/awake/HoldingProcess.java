package org.carillon.desktop.awake;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the machine awake by a program that does so until its standard input ends: also when this process is killed, no hold is left
 * behind. Where the program is not there or refuses, the job runs all the same, and the log says so.
 */
final class HoldingProcess implements KeepAwake {
    private static final Logger LOG = LoggerFactory.getLogger(HoldingProcess.class);

    private final Function<String, List<String>> command;

    /** @param command gives the program and its arguments for a reason */
    HoldingProcess(Function<String, List<String>> command) {
        this.command = command;
    }

    @Override
    public Hold begin(String reason) {
        List<String> words = command.apply(reason);
        try {
            Process process = new ProcessBuilder(words).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD).start();
            process.onExit().thenAccept(ended -> {
                if (ended.exitValue() != 0) {
                    LOG.warn("{} ended with {}: the machine may fall asleep", words.getFirst(), ended.exitValue());
                }
            });
            return () -> release(process);
        } catch (IOException e) {
            LOG.warn("The machine cannot be kept awake: {}", e.getMessage());
            return () -> { };
        }
    }

    private static void release(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            LOG.debug("It has ended already", e);
        }
    }
}
