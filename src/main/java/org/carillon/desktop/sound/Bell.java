package org.carillon.desktop.sound;

import java.util.concurrent.CountDownLatch;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Clip;
import javax.sound.sampled.LineEvent;
import javax.sound.sampled.LineUnavailableException;
import org.carillon.desktop.notification.NotificationException;

/** A bell of two strokes, calculated rather than recorded. */
public final class Bell {
    private static final float RATE = 44_100;
    private static final double SECONDS = 1.2;
    private static final double SECOND_STROKE = 0.28;
    private static final double LOUDNESS = 0.3;
    /** The partial tones of a small bell, as multiples of its strike note, and how fast they fade. */
    private static final double[][] PARTIALS = {{0.5, 2.2, 0.4}, {1, 3, 1}, {1.19, 4, 0.5}, {1.5, 5, 0.3}, {2, 6, 0.5}, {2.74, 9, 0.2}};

    private Bell() {}

    /** Rings it, and returns when it has faded. @throws NotificationException if the machine has nothing to ring it with */
    public static void ring() throws NotificationException {
        byte[] samples = samples();
        try (Clip clip = AudioSystem.getClip()) {
            CountDownLatch ended = new CountDownLatch(1);
            clip.addLineListener(event -> {
                if (event.getType() == LineEvent.Type.STOP) {
                    ended.countDown();
                }
            });
            clip.open(new AudioFormat(RATE, 16, 1, true, false), samples, 0, samples.length);
            clip.start();
            ended.await();
        } catch (LineUnavailableException | IllegalArgumentException e) {
            throw new NotificationException(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** 16 bits a sample, little-endian, one channel. */
    static byte[] samples() {
        int count = (int) (RATE * SECONDS);
        byte[] bytes = new byte[count * 2];
        for (int i = 0; i < count; i++) {
            double time = i / RATE;
            double level = stroke(time, 784) + stroke(time - SECOND_STROKE, 659);
            int sample = (int) Math.round(Math.clamp(level * LOUDNESS, -1, 1) * Short.MAX_VALUE);
            bytes[2 * i] = (byte) sample;
            bytes[2 * i + 1] = (byte) (sample >> 8);
        }
        return bytes;
    }

    private static double stroke(double time, double note) {
        if (time < 0) {
            return 0;
        }
        double level = 0;
        for (double[] partial : PARTIALS) {
            level += partial[2] * Math.exp(-partial[1] * time) * Math.sin(2 * Math.PI * note * partial[0] * time);
        }
        double fading = Math.min(1, Math.max(0, (SECONDS - SECOND_STROKE - time) * 10));
        return level / 2 * fading;
    }
}
