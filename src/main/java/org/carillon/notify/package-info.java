/** Who is told of runs: which runs are worth it, in which words, and over which channels. Knows no window. */
package org.carillon.notify;
