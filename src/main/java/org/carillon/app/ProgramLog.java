package org.carillon.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.carillon.files.OwnerOnly;
import org.slf4j.LoggerFactory;

/**
 * The program's own log: {@code carillon.log} in the data directory, and up to three older ones beside it. Set up in code and not by
 * a file on the class path, which would be found by every program that embeds the engine.
 */
final class ProgramLog {
    private static final FileSize LARGEST = new FileSize(2 * FileSize.MB_COEFFICIENT);
    private static final int OLDER_FILES = 3;

    private ProgramLog() {}

    /** Nothing is logged yet: there is no data directory to log to. */
    static void silence() {
        context().reset();
        root().setLevel(Level.OFF);
    }

    /** From now on everything from level INFO goes to that file. */
    static void writeTo(Path file) {
        LoggerContext context = context();
        context.reset();
        RollingFileAppender<ILoggingEvent> appender = new OwnerOnlyAppender();
        appender.setContext(context);
        appender.setFile(file.toString());
        appender.setEncoder(encoder(context));
        appender.setRollingPolicy(rolling(context, appender, file));
        appender.setTriggeringPolicy(trigger(context));
        appender.start();
        root().setLevel(Level.INFO);
        root().addAppender(appender);
        context.getLogger("org.flywaydb").setLevel(Level.WARN);
    }

    /** Whose files, the rotated ones too, only their owner can read. */
    private static final class OwnerOnlyAppender extends RollingFileAppender<ILoggingEvent> {
        @Override
        public void openFile(String file) throws IOException {
            OwnerOnly.makeFile(Path.of(file));
            super.openFile(file);
        }
    }

    private static PatternLayoutEncoder encoder(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{24} - %msg%n");
        encoder.start();
        return encoder;
    }

    private static FixedWindowRollingPolicy rolling(
            LoggerContext context, RollingFileAppender<ILoggingEvent> appender, Path file) {
        FixedWindowRollingPolicy policy = new FixedWindowRollingPolicy();
        policy.setContext(context);
        policy.setParent(appender);
        policy.setFileNamePattern(file + ".%i");
        policy.setMinIndex(1);
        policy.setMaxIndex(OLDER_FILES);
        policy.start();
        return policy;
    }

    private static SizeBasedTriggeringPolicy<ILoggingEvent> trigger(LoggerContext context) {
        SizeBasedTriggeringPolicy<ILoggingEvent> policy = new SizeBasedTriggeringPolicy<>();
        policy.setContext(context);
        policy.setMaxFileSize(LARGEST);
        policy.start();
        return policy;
    }

    private static Logger root() {
        return context().getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }
}
