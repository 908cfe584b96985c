package org.carillon.settings;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.carillon.message.Message;

/** Encrypts values with AES-256 in GCM: each with a number of its own in front, and bound to its name, so that two cannot be exchanged. */
final class SecretCipher {
    private static final int KEY_BYTES = 32;
    private static final int NUMBER_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    SecretCipher(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new DirectoryException(Message.of("settings.secrets.damaged"));
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    static byte[] newKey() {
        return random(KEY_BYTES);
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    byte[] close(String name, byte[] value) {
        byte[] number = random(NUMBER_BYTES);
        byte[] closed = apply(Cipher.ENCRYPT_MODE, name, number, value);
        byte[] whole = Arrays.copyOf(number, NUMBER_BYTES + closed.length);
        System.arraycopy(closed, 0, whole, NUMBER_BYTES, closed.length);
        return whole;
    }

    /** @throws DirectoryException if it was not encrypted by this key for that name */
    byte[] open(String name, byte[] whole) {
        if (whole.length < NUMBER_BYTES) {
            throw new DirectoryException(Message.of("settings.secrets.damaged"));
        }
        return apply(Cipher.DECRYPT_MODE, name, Arrays.copyOf(whole, NUMBER_BYTES), Arrays.copyOfRange(whole, NUMBER_BYTES, whole.length));
    }

    private byte[] apply(int mode, String name, byte[] number, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, number));
            cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new DirectoryException(Message.of("settings.secrets.damaged"), e);
        }
    }
}
