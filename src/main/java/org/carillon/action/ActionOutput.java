package org.carillon.action;

import org.carillon.log.LogStream;

/** Takes what an action prints, as it arrives. Thread-safe: both streams are written to at the same time. */
@FunctionalInterface
public interface ActionOutput {
    void write(LogStream stream, byte[] bytes, int offset, int length);
}
