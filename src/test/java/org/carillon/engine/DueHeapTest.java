package org.carillon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.carillon.job.Policy;

class DueHeapTest {
    @Property(tries = 100)
    void theFirstIsAlwaysTheOneThatIsDueFirst(@ForAll @Size(max = 120) List<@IntRange(min = -50, max = 50) Integer> moves) {
        DueHeap heap = new DueHeap();
        List<JobEntry> inside = new ArrayList<>();
        List<JobEntry> all = new ArrayList<>();
        for (int move : moves) {
            step(heap, inside, all, move);
            JobEntry expected = inside.stream()
                    .min(Comparator.comparing((JobEntry entry) -> entry.nextRun).thenComparing(entry -> entry.id)).orElse(null);
            assertThat(heap.first()).isSameAs(expected);
        }
    }

    /** Above 0: a new entry or another time for an old one; below: one goes. */
    private static void step(DueHeap heap, List<JobEntry> inside, List<JobEntry> all, int move) {
        if (move >= 0) {
            JobEntry entry = move % 3 == 0 && !inside.isEmpty() ? inside.get(move % inside.size()) : fresh(all);
            entry.nextRun = Instant.EPOCH.plusSeconds(move);
            heap.put(entry);
            if (!inside.contains(entry)) {
                inside.add(entry);
            }
        } else if (!inside.isEmpty()) {
            heap.remove(inside.remove(-move % inside.size()));
        }
    }

    private static JobEntry fresh(List<JobEntry> all) {
        String id = "job-" + all.size();
        JobEntry entry = new JobEntry(id, Bench.everyMinute(id, Policy.DEFAULT), null);
        all.add(entry);
        return entry;
    }
}
