/** What the person's desktop offers besides windows: a place among its icons, notifications, start on login, staying awake. */
package org.carillon.desktop;
