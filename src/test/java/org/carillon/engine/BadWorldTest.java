package org.carillon.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.carillon.ChildProgram;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.job.Reason;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.log.RunLogs;
import org.carillon.store.memory.MemoryJobStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Commands, folders and disks that are not as they should be, with real processes and real files. */
@Timeout(120)
@EnabledOnOs({OS.LINUX, OS.MAC})
class BadWorldTest {
    @TempDir
    Path directory;
    private final MemoryJobStore store = new MemoryJobStore();
    private BackgroundScheduler scheduler;

    @AfterEach
    void close() {
        if (scheduler != null) {
            scheduler.close();
        }
        store.close();
    }

    private RunLogs logs() {
        return new RunLogs(directory.resolve("logs"));
    }

    private Run run(CommandLine command) throws InterruptedException {
        scheduler = BackgroundScheduler.builder().store(store).logs(logs()).build();
        scheduler.add(Job.of("a", "A", Bench.cron("0 0 1 1 *"), CommandAction.of(command)));
        return scheduler.await(scheduler.start("a"), Duration.ofSeconds(60));
    }

    private Run shell(String line) throws InterruptedException {
        return run(new CommandLine.ShellLine(line, null));
    }

    @Test
    void aCommandThatDoesNotExistFailsAndSaysWhatToCheck() throws Exception {
        Run run = run(new CommandLine.Program(List.of("no-such-program")));
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.reason()).isEqualTo(Reason.of(Reason.Cause.NOT_STARTED,
                "there is no program “no-such-program”, or it may not be executed; give its full path, or check PATH"));
    }

    @Test
    void aCommandThatClosesItsOutputAndGoesOnIsWaitedFor() throws Exception {
        Run run = shell("echo before; exec >&- 2>&-; sleep 0.7; touch '" + directory + "/done'");
        assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(directory.resolve("done")).exists();
        assertThat(Files.readString(logs().find(run.id()).orElseThrow())).isEqualTo("before\n");
    }

    @Test
    void whatIsNoUtf8IsKeptByteForByte() throws Exception {
        Run run = shell("printf 'a\\377\\300\\200b\\n'; printf '\\261\\270\\267\\335\\n'");
        assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
        byte[] kept = Files.readAllBytes(logs().find(run.id()).orElseThrow());
        assertThat(kept).startsWith('a', 0xff, 0xc0, 0x80, 'b', '\n');
        assertThat(new String(kept, 6, kept.length - 6, Charset.forName("GBK"))).isEqualTo("备份\n");
    }

    @Test
    void aRunWhoseLogFolderCannotBeWrittenRunsAndSaysWhatWasLost() throws Exception {
        Files.writeString(directory.resolve("logs"), "in the way");
        Run run = shell("echo hello; touch '" + directory + "/done'");
        assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(directory.resolve("done")).exists();
        assertThat(run.outputBytes()).isEqualTo(6);
        assertThat(run.reason().cause()).isEqualTo(Reason.Cause.OUTPUT_LOST);
        assertThat(run.reason().detail()).contains(directory.resolve("logs").toString());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void onAFullDiskTheSchedulerSaysSoAndGoesOnWhenThereIsRoomAndForgetsNothing() throws Exception {
        String said = onDiskOfItsOwn("run " + directory, FullDisk.class);
        assertThat(said).contains("troubled: The data file", "Make room on its disk.", "scheduling again", "every second accounted for: true");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whenNoFileMayGrowTheSchedulerSaysSoAndGoesOnWhenTheyMayAndForgetsNothing() throws Exception {
        Process process = ChildProgram.start(FullDisk.class, directory.toString(), "limited");
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("troubled: The data file", "Make room on its disk.", "scheduling again", "every second accounted for: true");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aStoreOnADiskThatCannotBeWrittenIsNotOpenedAndSaysWhatToCheck() throws Exception {
        String said = onDiskOfItsOwn("make " + directory + " && mount -o remount,ro " + directory + " && again " + directory, ReadOnlyDisk.class);
        assertThat(said).contains("made", "refused: The data file " + directory.resolve("carillon.mv.db") + " cannot be written",
                "whether its disk is read-only");
    }

    /** Runs a script in which the words run, make and again start the program, on a small disk that nobody else sees. */
    private String onDiskOfItsOwn(String script, Class<?> program) throws IOException, InterruptedException {
        assumeThat(canMount()).as("disks can be mounted here").isTrue();
        String functions = "run() { \"$JAVA\" -cp \"$CP\" " + program.getName() + " \"$@\"; }; make() { run make \"$@\"; }; again() { run again \"$@\"; }; ";
        ProcessBuilder builder = new ProcessBuilder("unshare", "-m", "sh", "-c",
                functions + "mount -t tmpfs -o size=6m tmpfs " + directory + " && " + script).redirectErrorStream(true);
        builder.environment().put("JAVA", ChildProgram.java());
        builder.environment().put("CP", System.getProperty("java.class.path"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static boolean canMount() throws IOException, InterruptedException {
        return new ProcessBuilder("unshare", "-m", "sh", "-c", "mount -t tmpfs -o size=1m tmpfs /mnt")
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    }
}
