package org.carillon.action;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A keyed hash of an environment: the same for the same variables in whatever order, and without the key of no use to find out
 * what a variable says, not even by trying.
 */
final class EnvironmentHash {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;
    /** What differs from run to run and says nothing about what a run finds. */
    private static final Set<String> OF_EACH_RUN = Set.of(RunMark.SCHEDULER, RunMark.RUN, RunMark.JOB, "_", "SHLVL");

    private final SecretKeySpec key;

    /** @param key a secret, not empty */
    EnvironmentHash(String key) {
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    String of(Map<String, String> variables) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            new TreeMap<>(variables).forEach((name, value) -> {
                if (!OF_EACH_RUN.contains(name)) {
                    // No variable holds a zero character, so that no two environments give the same text.
                    mac.update((name + "=" + value + "\0").getBytes(StandardCharsets.UTF_8));
                }
            });
            return HexFormat.of().formatHex(mac.doFinal(), 0, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
