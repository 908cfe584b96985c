package org.carillon.app;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.carillon.engine.RestoredLedger;
import org.carillon.job.JsonTimes;
import org.carillon.log.RunLogs;
import org.carillon.message.Message;
import org.carillon.settings.DataDirectory;
import org.carillon.store.DamagedStoreException;
import org.carillon.store.JobStore;
import org.carillon.store.jdbc.H2JobStore;
import org.carillon.store.jdbc.H2Restore;
import org.carillon.store.jdbc.LostChanges;
import org.carillon.store.jdbc.Restoration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The job store of a data directory, restored first if it was damaged.
 *
 * @param restored what was done and what is lost, or null
 */
record OpenedStore(JobStore store, Message restored) {
    private static final Logger LOG = LoggerFactory.getLogger(OpenedStore.class);

    /** @param backups where its backups lie */
    static OpenedStore open(DataDirectory directory, Path backups) {
        H2Restore restore = new H2Restore(directory.root(), backups);
        List<LostChanges> losses = new ArrayList<>();
        JobStore store;
        Message restored = restore.finishWhatWasBegun() ? finished() : null;
        try {
            store = readable(directory, restore, losses);
        } catch (DamagedStoreException e) {
            LOG.error("The job store is damaged", e);
            restored = words(restore.restore(Instant.now(), new RunLogs(directory.logs()).highestId(), e));
            LOG.warn("{}", restored);
            store = readable(directory, restore, losses);
        }
        if (restore.isUnsettled()) {
            settle(store, restore);
        }
        return new OpenedStore(store, restored == null && !losses.isEmpty() ? words(losses.getFirst(), directory) : restored);
    }

    private static Message finished() {
        Message finished = Message.of("app.restoreFinished");
        LOG.warn("{}", finished);
        return finished;
    }

    private static Message words(LostChanges lost, DataDirectory directory) {
        String kept = lost.kept().stream().map(Path::toString).collect(Collectors.joining(", "));
        return lost.isOlder() ? Message.of("app.olderStore", directory.databaseFile()) : Message.of("app.journalDamaged", kept);
    }

    /** One from which all can be read that a scheduler begins with. */
    private static JobStore readable(DataDirectory directory, H2Restore restore, List<LostChanges> losses) {
        JobStore store = H2JobStore.open(directory.root(), lost -> {
            losses.add(lost);
            if (lost.isOlder()) {
                restore.unsettle();
            }
        });
        boolean sound = false;
        try {
            store.jobs();
            store.unfinished();
            store.lastRuns();
            store.hashKey();
            sound = true;
            return store;
        } finally {
            if (!sound) {
                store.close();
            }
        }
    }

    private static void settle(JobStore store, H2Restore restore) {
        boolean settled = false;
        try {
            RestoredLedger.settle(store, Instant.now());
            restore.settled();
            settled = true;
        } finally {
            if (!settled) {
                store.close();
            }
        }
    }

    private static Message words(Restoration restoration) {
        return Message.of("app.restored", restoration.damage(),
                JsonTimes.write(restoration.madeAt().truncatedTo(ChronoUnit.SECONDS), ZoneId.systemDefault()), restoration.damaged());
    }
}
