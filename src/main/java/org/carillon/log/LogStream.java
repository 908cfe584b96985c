package org.carillon.log;

/** Which of its streams a job printed to. */
public enum LogStream {
    OUT,
    ERR
}
