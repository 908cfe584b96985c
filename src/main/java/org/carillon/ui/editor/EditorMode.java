package org.carillon.ui.editor;

/** What becomes of the job in the form. */
public enum EditorMode {
    /** It is added. */
    NEW,
    /** It takes the place of the one that it was made from. */
    EDIT,
    /** It is added beside the one that it was made from. */
    DUPLICATE
}
