package org.carillon.ui.editor;

import org.carillon.job.Action;

/** The fields of one kind of work. */
abstract class WorkForm extends Form {
    /** The action; only when nothing is wrong. */
    abstract Action action();
}
