package org.carillon.desktop.keyring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.carillon.files.OwnerOnly;
import org.carillon.message.Message;

/**
 * What Windows has in the place of a keyring: the Data Protection API encrypts by what the person logs in with, and the file lies in the
 * directory, {@code secrets.key.protected}. By PowerShell's {@code System.Security.Cryptography.ProtectedData}, for the current user.
 */
public final class ProtectedFile implements Keyring {
    private static final String SCRIPT = "$ErrorActionPreference = 'Stop'; Add-Type -AssemblyName System.Security; "
            + "$given = [Convert]::FromBase64String([Console]::In.ReadToEnd().Trim()); "
            + "[Convert]::ToBase64String([Security.Cryptography.ProtectedData]::%s($given, $null, 'CurrentUser'))";

    private final KeyringProgram shell;

    public ProtectedFile() {
        this("powershell");
    }

    /** @param program which is called as PowerShell is */
    ProtectedFile(String program) {
        shell = new KeyringProgram(List.of(program, "-NoProfile", "-NonInteractive", "-Command"));
    }

    @Override
    public Optional<byte[]> find(Path directory) {
        try {
            Path file = file(directory);
            return Files.exists(file) ? Optional.of(translated("Unprotect", Files.readAllBytes(file))) : Optional.empty();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void keep(Path directory, byte[] key) {
        byte[] closed = translated("Protect", key);
        Path fresh = directory.resolve("secrets.key.protected.new");
        try {
            Files.deleteIfExists(fresh);
            OwnerOnly.createFile(fresh);
            Files.write(fresh, closed);
            Files.move(fresh, file(directory), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void remove(Path directory) {
        try {
            Files.deleteIfExists(file(directory));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static Path file(Path directory) {
        return directory.resolve("secrets.key.protected");
    }

    /** @param way {@code Protect} or {@code Unprotect} */
    private byte[] translated(String way, byte[] bytes) {
        KeyringProgram.Answer answer = shell.run(Base64.getEncoder().encodeToString(bytes), SCRIPT.formatted(way));
        if (answer.code() != 0) {
            throw new KeyringException(Message.of("desktop.keyring.failed", answer.errors()));
        }
        try {
            return Base64.getDecoder().decode(answer.output());
        } catch (IllegalArgumentException e) {
            throw new KeyringException(Message.of("desktop.keyring.foreign"), e);
        }
    }

    private static KeyringException failed(IOException cause) {
        return new KeyringException(Message.of("desktop.keyring.failed", String.valueOf(cause.getMessage())), cause);
    }
}
