package org.carillon.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.carillon.job.Circumstances;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.job.Run;
import org.carillon.job.RunTrigger;
import org.carillon.message.Language;
import org.carillon.trigger.DateTrigger;
import org.junit.jupiter.api.Test;

class RunCircumstancesTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Circumstances KNOWN = new Circumstances("make all", "/src", "0123456789abcdef");

    private static Run run(long id, Circumstances circumstances) {
        Job job = Job.of("a", "A", new DateTrigger(NOON, ZoneOffset.UTC), CommandAction.of(new CommandLine.ShellLine("true", null)));
        return Run.queued(id, job, NOON, RunTrigger.SCHEDULE).started(NOON, 1, "host", "ada").under(circumstances);
    }

    @Test
    void whatARunWasMadeOfIsSaid() {
        assertThat(RunCircumstances.words(run(7, KNOWN), null, Language.ENGLISH)).isEqualTo("make all · in /src · as ada · environment 01234567");
    }

    @Test
    void aRunLikeTheOneBeforeIsSaidToBe() {
        assertThat(RunCircumstances.words(run(7, KNOWN), run(6, KNOWN), Language.ENGLISH)).endsWith(" · as in run #6");
    }

    @Test
    void whatDiffersFromTheRunBeforeIsNamed() {
        Run before = run(6, new Circumstances("make", "/src", "ffff"));
        assertThat(RunCircumstances.words(run(7, KNOWN), before, Language.ENGLISH)).endsWith(" · other than in run #6: command, environment");
    }

    @Test
    void ofARunThatNeverStartedNothingIsSaid() {
        assertThat(RunCircumstances.words(run(7, null), null, Language.ENGLISH)).isEmpty();
    }
}
