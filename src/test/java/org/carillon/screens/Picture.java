package org.carillon.screens;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A picture of a window, in few colours, so that its file is small: a screen has few anyway, and the edges of its letters between them. */
record Picture(int width, int height, int[] argb) {
    private static final int MOST_COLOURS = 64;
    /** Colours that are nearer to each other than that (squared) count as one. */
    private static final int NEAR = 160;

    /** On the FX thread. */
    static Picture of(Parent root) {
        SnapshotParameters window = new SnapshotParameters();
        window.setViewport(new Rectangle2D(0, 0, root.getLayoutBounds().getWidth(), root.getLayoutBounds().getHeight()));
        WritableImage image = root.snapshot(window, null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return new Picture(width, height, argb);
    }

    void write(Path file) throws IOException {
        int[] palette = palette();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE));
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int i = 0; i < argb.length; i++) {
            image.getRaster().setSample(i % width, i / width, 0, nearest.computeIfAbsent(argb[i], colour -> nearest(palette, palette.length, colour)));
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam smallest = writer.getDefaultWriteParam();
        smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        smallest.setCompressionQuality(0);
        Files.deleteIfExists(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), smallest);
        } finally {
            writer.dispose();
        }
    }

    /** The most frequent colours, without those that look like one that is there already. */
    private int[] palette() {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int colour : argb) {
            counts.merge(colour, 1, Integer::sum);
        }
        List<Integer> frequent = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey).toList();
        int[] palette = new int[MOST_COLOURS];
        int size = 0;
        for (int colour : frequent) {
            if (size < MOST_COLOURS && (size == 0 || distance(palette[nearest(palette, size, colour)], colour) > NEAR)) {
                palette[size++] = colour;
            }
        }
        return Arrays.copyOf(palette, size);
    }

    private static int nearest(int[] palette, int size, int colour) {
        int best = 0;
        for (int i = 1; i < size; i++) {
            if (distance(palette[i], colour) < distance(palette[best], colour)) {
                best = i;
            }
        }
        return best;
    }

    private static int distance(int one, int other) {
        int red = (one >> 16 & 0xFF) - (other >> 16 & 0xFF);
        int green = (one >> 8 & 0xFF) - (other >> 8 & 0xFF);
        int blue = (one & 0xFF) - (other & 0xFF);
        return red * red + green * green + blue * blue;
    }
}
