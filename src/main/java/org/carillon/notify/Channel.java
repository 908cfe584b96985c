package org.carillon.notify;

/** A way on which notices go out. */
public interface Channel {
    /** How rules name it. */
    String name();

    /** Sends it; returns when it has arrived where it goes. May take its time. @throws ChannelException if it did not */
    void send(Notice notice) throws ChannelException;
}
