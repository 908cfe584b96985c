package org.carillon.ui.editor;

/** What becomes of the job in the form. */
public enum EditorMode {
    /** It is added. */
    NEW,
    /** It takes the place of the one that it was made from. */
    EDIT,
    /** It is added beside the one that it was made from. */
    DUPLICATE,
    /** It is added; what the job that it begins as has between ‹ and › must be filled in before. */
    TEMPLATE
}
