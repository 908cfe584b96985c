import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts the icon's sizes, which are PNG files, into one file for Windows ({@code .ico}) and one for macOS ({@code .icns}); both hold
 * PNG as it is. Arguments: the directory of {@code icon-<size>.png}, and where the two files go.
 */
final class Icons {
    private static final List<Integer> WINDOWS = List.of(16, 24, 32, 48, 64, 128, 256);
    /** The types that Apple gives to sizes. */
    private static final Map<Integer, String> APPLE = new TreeMap<>(Map.of(16, "icp4", 32, "icp5", 64, "icp6", 128, "ic07", 256, "ic08", 512, "ic09"));

    private Icons() {}

    public static void main(String[] arguments) throws IOException {
        Path from = Path.of(arguments[0]);
        Path to = Files.createDirectories(Path.of(arguments[1]));
        Files.write(to.resolve("carillon.ico"), windows(pictures(from, WINDOWS)));
        Files.write(to.resolve("carillon.icns"), apple(pictures(from, APPLE.keySet())));
    }

    private static Map<Integer, byte[]> pictures(Path from, Collection<Integer> sizes) throws IOException {
        Map<Integer, byte[]> pictures = new LinkedHashMap<>();
        for (int size : sizes) {
            pictures.put(size, Files.readAllBytes(from.resolve("icon-" + size + ".png")));
        }
        return pictures;
    }

    private static byte[] windows(Map<Integer, byte[]> pictures) {
        int directory = 6 + 16 * pictures.size();
        int length = directory + pictures.values().stream().mapToInt(picture -> picture.length).sum();
        ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) pictures.size());
        int offset = directory;
        for (Map.Entry<Integer, byte[]> picture : pictures.entrySet()) {
            byte side = (byte) (picture.getKey() & 0xFF);
            file.put(side).put(side).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32);
            file.putInt(picture.getValue().length).putInt(offset);
            offset += picture.getValue().length;
        }
        pictures.values().forEach(file::put);
        return file.array();
    }

    private static byte[] apple(Map<Integer, byte[]> pictures) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream file = new DataOutputStream(bytes);
        file.write("icns".getBytes(StandardCharsets.US_ASCII));
        file.writeInt(8 + pictures.values().stream().mapToInt(picture -> 8 + picture.length).sum());
        for (Map.Entry<Integer, byte[]> picture : pictures.entrySet()) {
            file.write(APPLE.get(picture.getKey()).getBytes(StandardCharsets.US_ASCII));
            file.writeInt(8 + picture.getValue().length);
            file.write(picture.getValue());
        }
        return bytes.toByteArray();
    }
}
