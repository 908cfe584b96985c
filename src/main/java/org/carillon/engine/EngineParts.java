package org.carillon.engine;

import java.util.random.RandomGenerator;
import org.carillon.action.ActionRunner;
import org.carillon.action.RootProcesses;
import org.carillon.action.Tasks;
import org.carillon.action.UserEnvironment;
import org.carillon.job.KeepRule;
import org.carillon.log.RunLogs;
import org.carillon.store.JobStore;

/**
 * What an engine is made of.
 *
 * @param tasks           the functions that {@code java} actions can name
 * @param ownActions      whether the actions are run by something that may not know those
 * @param environment     what the commands of jobs start with
 * @param keep            how much of the past is kept where jobs do not say it
 * @param schedulerMark   marks the processes of this scheduler
 * @param knowsItsOrphans whether that mark is the same at every start on the same store
 * @param roots           which processes its runs began with
 */
record EngineParts(
        JobStore store,
        RunLogs logs,
        TimeSource time,
        ActionRunner actions,
        Tasks tasks,
        boolean ownActions,
        UserEnvironment environment,
        RandomGenerator random,
        ExecutorList executors,
        KeepRule keep,
        String schedulerMark,
        boolean knowsItsOrphans,
        RootProcesses roots) {
    EngineParts on(TimeSource other) {
        return new EngineParts(store, logs, other, actions, tasks, ownActions, environment, random, executors, keep, schedulerMark, knowsItsOrphans, roots);
    }
}
