package org.carillon.ui.editor;

import java.util.List;
import java.util.Optional;
import org.carillon.job.Job;
import org.carillon.trigger.Trigger;

/**
 * What the form holds at one moment.
 *
 * @param job      the job that would be saved, null while something is wrong
 * @param trigger  when it would run, null while that part of the form is wrong
 * @param problems what is wrong, in the order of the fields
 * @param tried    whether somebody has tried to save, so that unfinished fields count as wrong ones
 */
record Draft(Job job, Trigger trigger, List<Problem> problems, boolean tried) {
    /** Whether a problem is to be shown in red at its field. */
    boolean shows(Problem problem) {
        return tried || !problem.pending();
    }

    Optional<Problem> problem(Field field) {
        return problems.stream().filter(each -> each.field() == field).findFirst();
    }
}
