package org.carillon.ui.runs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A line of what differs between what two runs have printed last.
 *
 * @param side where it stands
 */
record RunDifference(Side side, String text) {
    enum Side { BOTH, FIRST, SECOND }

    /** The lines of both, those that both have only once (longest common subsequence). */
    static List<RunDifference> of(List<String> first, List<String> second) {
        int[][] common = new int[first.size() + 1][second.size() + 1];
        for (int i = first.size() - 1; i >= 0; i--) {
            for (int j = second.size() - 1; j >= 0; j--) {
                common[i][j] = first.get(i).equals(second.get(j)) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<RunDifference> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < first.size() || j < second.size()) {
            if (i < first.size() && j < second.size() && first.get(i).equals(second.get(j))) {
                lines.add(new RunDifference(Side.BOTH, first.get(i++)));
                j++;
            } else if (j == second.size() || i < first.size() && common[i + 1][j] >= common[i][j + 1]) {
                lines.add(new RunDifference(Side.FIRST, first.get(i++)));
            } else {
                lines.add(new RunDifference(Side.SECOND, second.get(j++)));
            }
        }
        return Collections.unmodifiableList(lines);
    }
}
