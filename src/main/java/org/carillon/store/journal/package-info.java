/**
 * The store's journal: what was committed last, in the order in which it was, in files that are only appended to. A commit is
 * durable when it is in there; the tables follow, and whatever they have not got when the program dies is read from here.
 */
package org.carillon.store.journal;
