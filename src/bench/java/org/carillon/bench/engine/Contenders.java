package org.carillon.bench.engine;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/** Who takes part, how each is set up, and in what. */
enum Contenders {
    CARILLON("Carillon", CarillonContender::new, CarillonContender.SETTINGS,
            EnumSet.of(Work.DUE_NOW, Work.ADDING, Work.LATENESS, Work.IDLE, Work.LEDGER)),
    QUARTZ("Quartz", QuartzContender::new, QuartzContender.SETTINGS, Work.OF_A_STORE),
    DB_SCHEDULER("db-scheduler", DbSchedulerContender::new, DbSchedulerContender.SETTINGS, Work.OF_A_STORE),
    JOBRUNR("JobRunr", JobRunrContender::new, JobRunrContender.SETTINGS, Work.OF_A_STORE),
    BARE_H2("bare H2", CarillonContender::new, "Carillon's own changes, recorded, then written again by plain JDBC on one"
            + " connection, in the same batches", EnumSet.of(Work.BARE)),
    JDK("plain JDK", directory -> new JdkContender(JdkContender.Note.NONE), JdkContender.SETTINGS, EnumSet.of(Work.LATENESS)),
    FORCED_JDK("JDK, forced", directory -> new JdkContender(new ForcedNote(directory)), JdkContender.FORCED_SETTINGS, EnumSet.of(Work.LATENESS));

    static final int THREADS = 20;

    private final String title;
    private final Function<Path, Contender> maker;
    private final String settings;
    private final Set<Work> works;

    Contenders(String title, Function<Path, Contender> maker, String settings, Set<Work> works) {
        this.title = title;
        this.maker = maker;
        this.settings = settings;
        this.works = works;
    }

    String title() {
        return title;
    }

    String settings() {
        return settings;
    }

    boolean takesPartIn(Work work) {
        return works.contains(work);
    }

    /** @param directory exists; empty, or left there by the same contender */
    Contender open(Path directory) {
        return maker.apply(directory);
    }

    boolean isPeer() {
        return this == QUARTZ || this == DB_SCHEDULER || this == JOBRUNR;
    }
}
