package org.carillon.interchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.message.Message;

/**
 * Makes text of a file's bytes: by its byte order mark, else as UTF-8, else (XML) as it says of itself. Anything else is refused
 * rather than guessed, for a wrong guess would change commands.
 */
final class SourceText {
    private static final Pattern XML_ENCODING = Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");
    private static final int DECLARATION = 200;

    private SourceText() {}

    /** @throws InterchangeException if it is no text in an encoding that can be told */
    static String of(SourceFile file) {
        byte[] bytes = file.content();
        if (startsWith(bytes, "bplist")) {
            throw new InterchangeException(Message.of("interchange.file.binaryPlist", file.name()));
        }
        try {
            if (file.encoding() != null) {
                return withoutMark(decode(bytes, file.encoding()));
            }
            Charset marked = byMark(bytes);
            return withoutMark(decode(bytes, marked == null ? StandardCharsets.UTF_8 : marked));
        } catch (CharacterCodingException e) {
            return declared(file, e);
        }
    }

    private static Charset byMark(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return switch (first) {
            case 0xFFFE, 0x3C00 -> StandardCharsets.UTF_16LE;
            case 0xFEFF, 0x003C -> StandardCharsets.UTF_16BE;
            default -> null;
        };
    }

    private static String declared(SourceFile file, CharacterCodingException cause) {
        byte[] bytes = file.content();
        String start = new String(bytes, 0, Math.min(bytes.length, DECLARATION), StandardCharsets.ISO_8859_1);
        Matcher matcher = XML_ENCODING.matcher(start);
        if (file.encoding() == null && matcher.find()) {
            try {
                return decode(bytes, Charset.forName(matcher.group(1)));
            } catch (CharacterCodingException | IllegalCharsetNameException | UnsupportedCharsetException e) {
                throw unreadable(file, e);
            }
        }
        throw unreadable(file, cause);
    }

    private static InterchangeException unreadable(SourceFile file, Exception cause) {
        return new InterchangeException(file.encoding() == null
                ? Message.of("interchange.file.notText", file.name())
                : Message.of("interchange.file.notInEncoding", file.name(), file.encoding().name()), cause);
    }

    private static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean startsWith(byte[] bytes, String text) {
        return new String(bytes, 0, Math.min(bytes.length, text.length()), StandardCharsets.ISO_8859_1).equals(text);
    }
}
