package org.carillon.settings;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.carillon.job.FormatException;
import org.carillon.job.JsonFields;
import org.carillon.job.JsonNames;
import org.carillon.job.KeepRule;
import org.carillon.job.NotifyJson;
import org.carillon.job.PolicyJson;
import org.carillon.message.Message;
import tools.jackson.databind.node.ObjectNode;

/** The sections of the settings file. What is not said has its default; an unknown key within a section is an error. */
final class SettingsSections {
    private SettingsSections() {}

    static Appearance appearance(JsonFields fields) {
        Appearance usual = Appearance.USUAL;
        Appearance read = valid(fields, () -> new Appearance(
                fields.choice("accent", Accent.class).orElse(usual.accent()),
                fields.integer("fontSize", Appearance.LEAST_FONT).orElse(usual.fontSize()),
                fields.choice("density", Density.class).orElse(usual.density())));
        fields.end();
        return read;
    }

    static void put(Appearance appearance, ObjectNode node) {
        node.put("accent", JsonNames.of(appearance.accent()));
        node.put("fontSize", appearance.fontSize());
        node.put("density", JsonNames.of(appearance.density()));
    }

    static NewJobs newJobs(JsonFields fields) {
        NewJobs read = new NewJobs(
                fields.text("timezone").map(zone -> zone(zone, fields.place("timezone"))).orElse(null),
                fields.object("policy").map(PolicyJson::read).orElse(NewJobs.USUAL.policy()));
        fields.end();
        return read;
    }

    private static ZoneId zone(String name, String place) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new FormatException(place, Message.of("settings.file.noZone", name), e);
        }
    }

    static void put(NewJobs newJobs, ObjectNode node) {
        if (newJobs.zone() != null) {
            node.put("timezone", newJobs.zone().getId());
        }
        node.set("policy", PolicyJson.write(newJobs.policy()));
    }

    /** A limit that is not said is the usual one; null is none. */
    static KeepRule retention(JsonFields fields) {
        KeepRule usual = Settings.USUAL_RETENTION;
        KeepRule rule = new KeepRule(limit(fields, "keepRuns", usual.runs()),
                fields.isNull("keepFor") ? null : fields.duration("keepFor").orElse(usual.time()),
                limit(fields, "keepMegabytes", usual.megabytes()), limit(fields, "totalMegabytes", usual.totalMegabytes()));
        fields.end();
        return rule;
    }

    private static Integer limit(JsonFields fields, String key, Integer usual) {
        return fields.isNull(key) ? null : fields.integer(key, 1).orElse(usual);
    }

    static void put(KeepRule retention, ObjectNode node) {
        node.put("keepRuns", retention.runs());
        node.put("keepFor", retention.time() == null ? null : retention.time().toString());
        node.put("keepMegabytes", retention.megabytes());
        node.put("totalMegabytes", retention.totalMegabytes());
    }

    static Backups backups(JsonFields fields) {
        Backups usual = Backups.USUAL;
        Backups read = valid(fields, () -> new Backups(
                fields.text("directory").map(Path::of).orElse(null),
                fields.duration("every").orElse(usual.every()),
                fields.integer("keepDays", 1).orElse(usual.days()),
                fields.integer("keepWeeks", 0).orElse(usual.weeks())));
        fields.end();
        return read;
    }

    static void put(Backups backups, ObjectNode node) {
        if (backups.directory() != null) {
            node.put("directory", backups.directory().toString());
        }
        node.put("every", backups.every().toString());
        node.put("keepDays", backups.days());
        node.put("keepWeeks", backups.weeks());
    }

    static NoticeSettings notices(JsonFields fields) {
        NoticeSettings usual = NoticeSettings.USUAL;
        NoticeSettings read = new NoticeSettings(
                fields.object("rule").map(NotifyJson::read).orElse(usual.rule()),
                fields.bool("desktop").orElse(usual.desktop()),
                fields.bool("sound").orElse(usual.sound()),
                fields.object("email").map(SettingsSections::mail).orElse(usual.mail()),
                fields.list("webhooks", (node, place) -> webhook(JsonFields.of(node, place))));
        fields.end();
        return read;
    }

    static void put(NoticeSettings notices, ObjectNode node) {
        node.set("rule", NotifyJson.write(notices.rule()));
        node.put("desktop", notices.desktop());
        node.put("sound", notices.sound());
        put(notices.mail(), node.putObject("email"));
        notices.webhooks().forEach(webhook -> put(webhook, node.withArray("webhooks").addObject()));
    }

    /** Whether their key is to be in the keyring. */
    static boolean secrets(JsonFields fields) {
        boolean read = fields.bool("keyring").orElse(Settings.DEFAULT.keyring());
        fields.end();
        return read;
    }

    private static MailServer mail(JsonFields fields) {
        MailServer usual = MailServer.NONE;
        MailServer read = valid(fields, () -> new MailServer(
                fields.bool("on").orElse(usual.on()),
                fields.text("host").orElse(usual.host()),
                fields.integer("port", 1).orElse(usual.port()),
                fields.choice("protection", MailServer.Protection.class).orElse(usual.protection()),
                fields.text("user").orElse(null),
                fields.text("password").orElse(usual.password()),
                fields.text("from").orElse(usual.from()),
                fields.texts("to")));
        fields.end();
        return read;
    }

    private static void put(MailServer mail, ObjectNode node) {
        node.put("on", mail.on());
        node.put("host", mail.host());
        node.put("port", mail.port());
        node.put("protection", JsonNames.of(mail.protection()));
        if (mail.user() != null) {
            node.put("user", mail.user());
            node.put("password", mail.password());
        }
        node.put("from", mail.from());
        mail.to().forEach(node.putArray("to")::add);
    }

    private static Webhook webhook(JsonFields fields) {
        Webhook read = new Webhook(
                fields.bool("on").orElse(true),
                fields.requireText("name"),
                fields.choice("preset", Webhook.Preset.class).orElse(Webhook.Preset.JSON),
                fields.requireText("url"),
                fields.text("chat").orElse(""));
        fields.end();
        return read;
    }

    private static void put(Webhook webhook, ObjectNode node) {
        node.put("on", webhook.on());
        node.put("name", webhook.name());
        node.put("preset", JsonNames.of(webhook.preset()));
        node.put("url", webhook.url());
        if (!webhook.chat().isEmpty()) {
            node.put("chat", webhook.chat());
        }
    }

    /** Something to be made of what a section says. */
    private interface Reading<T> {
        T read();
    }

    private static <T> T valid(JsonFields fields, Reading<T> reading) {
        try {
            return reading.read();
        } catch (FormatException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new FormatException(fields.place(), Message.of("settings.file.notAllowed", String.valueOf(e.getMessage())), e);
        }
    }
}
