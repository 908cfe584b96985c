package org.carillon.desktop.tray;

import java.nio.ByteBuffer;

/**
 * A square picture.
 *
 * @param size its width and height in pixels
 * @param argb its pixels, row by row, with alpha in the highest byte, not premultiplied; not to be changed
 */
public record TrayIcon(int size, int[] argb) {
    public TrayIcon {
        if (argb.length != size * size) {
            throw new IllegalArgumentException(argb.length + " pixels for " + size);
        }
    }

    /** Its pixels as the StatusNotifierItem specification wants them: ARGB32 in network byte order. */
    public byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(argb.length * Integer.BYTES);
        bytes.asIntBuffer().put(argb);
        return bytes.array();
    }
}
