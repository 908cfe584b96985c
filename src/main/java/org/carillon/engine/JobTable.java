package org.carillon.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carillon.message.NaturalOrder;

/** The jobs in memory, by id, by name, and by when they are due. Guarded by the scheduler's lock. */
final class JobTable {
    private static final Comparator<JobEntry> BY_NAME =
            Comparator.comparing(JobEntry::name, NaturalOrder.INSTANCE).thenComparing(entry -> entry.id);

    private final Map<String, JobEntry> byId = new HashMap<>();
    private final DueHeap due = new DueHeap();
    private List<JobEntry> byName;
    private final TreeMap<String, JobEntry> inOrder = new TreeMap<>();

    JobEntry get(String id) {
        return byId.get(id);
    }

    /** @throws NoSuchException if there is none */
    JobEntry require(String id) {
        JobEntry entry = byId.get(id);
        if (entry == null) {
            throw NoSuchException.job(id);
        }
        return entry;
    }

    void add(JobEntry entry) {
        byId.put(entry.id, entry);
        inOrder.put(entry.id, entry);
        byName = null;
    }

    void remove(JobEntry entry) {
        entry.removed = true;
        byId.remove(entry.id, entry);
        due.remove(entry);
        inOrder.remove(entry.id, entry);
        byName = null;
    }

    /** The name of one of them may have changed. */
    void renamed() {
        byName = null;
    }

    Collection<JobEntry> all() {
        return byId.values();
    }

    List<JobEntry> byName() {
        if (byName == null) {
            byName = new ArrayList<>(byId.values());
            byName.sort(BY_NAME);
        }
        return byName;
    }

    /** Those whose ids come after that one, in the order of ids. @param id null for all */
    Collection<JobEntry> after(String id) {
        return (id == null ? inOrder : inOrder.tailMap(id, false)).values();
    }

    /** The one that is due first among those that are planned and not claimed, or null. */
    JobEntry firstDue() {
        return due.first();
    }

    /** Puts an entry into or takes it out of the order of due times, as its state demands. */
    void arrange(JobEntry entry) {
        if (entry.isPlannable() && !entry.claimed && entry.nextRun != null) {
            due.put(entry);
        } else {
            due.remove(entry);
        }
    }
}
