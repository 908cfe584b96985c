package org.carillon.desktop.keyring;

import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.carillon.message.Message;

/** The login keychain of macOS, by {@code security} (security(1)), as a generic password whose account is the directory. */
public final class LoginKeychain implements Keyring {
    private static final String SERVICE = "carillon";
    /** The low byte of errSecItemNotFound. */
    private static final int NOT_FOUND = 44;
    /** The low byte of errSecInteractionNotAllowed: it would have to ask. */
    private static final int LOCKED = 36;

    private final KeyringProgram security;

    public LoginKeychain() {
        this("/usr/bin/security");
    }

    /** @param program which is called as {@code security} is */
    LoginKeychain(String program) {
        security = new KeyringProgram(List.of(program));
    }

    @Override
    public Optional<byte[]> find(Path directory) {
        KeyringProgram.Answer answer = security.run("", "find-generic-password", "-s", SERVICE, "-a", directory.toString(), "-w");
        if (answer.code() == NOT_FOUND) {
            return Optional.empty();
        }
        check(answer);
        try {
            return Optional.of(Base64.getDecoder().decode(answer.output()));
        } catch (IllegalArgumentException e) {
            throw new KeyringException(Message.of("desktop.keyring.foreign"), e);
        }
    }

    /** As a line for {@code security -i}, which reads its commands: an argument could be seen by others. */
    @Override
    public void keep(Path directory, byte[] key) {
        check(security.run("add-generic-password -U -s " + SERVICE + " -a " + quoted(directory.toString())
                + " -l \"Carillon\" -w " + Base64.getEncoder().encodeToString(key) + "\n", "-i"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public void remove(Path directory) {
        KeyringProgram.Answer answer = security.run("", "delete-generic-password", "-s", SERVICE, "-a", directory.toString());
        if (answer.code() != NOT_FOUND) {
            check(answer);
        }
    }

    private static void check(KeyringProgram.Answer answer) {
        if (answer.code() == LOCKED) {
            throw new KeyringException(Message.of("desktop.keyring.locked"));
        }
        if (answer.code() != 0) {
            throw new KeyringException(Message.of("desktop.keyring.failed", answer.errors()));
        }
    }
}
