/** How each kind of action is run: one small class per kind, and the processes that belong to a run. */
package org.carillon.action;
