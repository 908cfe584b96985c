package org.carillon.log;

/**
 * How much of a text beyond ASCII is well-formed UTF-8 (RFC 3629).
 *
 * @param good characters of several bytes
 * @param bad  bytes that belong to none; those at the edges, which may have been cut, are not counted
 */
record Utf8Count(int good, int bad) {
    static Utf8Count of(byte[] bytes, int from, int end) {
        int good = 0;
        int bad = 0;
        int start = from;
        while (start < end && start < from + 3 && isContinuation(bytes[start])) {
            start++;
        }
        for (int i = start; i < end; ) {
            if (bytes[i] >= 0) {
                i++;
                continue;
            }
            int length = length(bytes[i] & 0xff);
            int seen = continued(bytes, i, Math.min(end, i + length));
            if (length > 0 && seen == length) {
                good++;
            } else if (length == 0 || i + length <= end || seen < end - i) {
                bad++;
            }
            i += Math.max(1, seen);
        }
        return new Utf8Count(good, bad);
    }

    private static boolean isContinuation(byte value) {
        return (value & 0xc0) == 0x80;
    }

    /** How long a character is that begins so; 0 if none does. */
    private static int length(int lead) {
        if (lead >= 0xc2 && lead <= 0xdf) {
            return 2;
        }
        if (lead >= 0xe0 && lead <= 0xef) {
            return 3;
        }
        return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
    }

    /** How many bytes the character that begins there has before that end. */
    private static int continued(byte[] bytes, int lead, int end) {
        int next = lead + 1;
        while (next < end && isContinuation(bytes[next])) {
            next++;
        }
        return next - lead;
    }
}
