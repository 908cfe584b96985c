package org.carillon.screens;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carillon.job.Action;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.EmailAction;
import org.carillon.job.HttpAction;
import org.carillon.job.Job;
import org.carillon.job.MailSecurity;
import org.carillon.job.Policy;
import org.carillon.job.ScriptAction;
import org.carillon.job.ScriptLanguage;
import org.carillon.job.SqlAction;
import org.carillon.message.Language;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.DateTrigger;
import org.carillon.trigger.Dialect;
import org.carillon.trigger.IntervalTrigger;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerDefaults;

/** The jobs of a small web shop that does not exist. */
record InventedJobs(Language language, Instant now, ZoneId zone) {
    static final String BACKUP = "backup";
    static final String SYNC = "sync-orders";
    static final String REPORT = "sales-report";
    static final String THUMBNAILS = "thumbnails";
    static final String STOCK = "stock-levels";
    static final String SHOP = "check-shop";
    static final String INVOICES = "invoices";

    private static final String BACKUP_SCRIPT = """
            #!/usr/bin/env bash
            set -euo pipefail

            target=/mnt/backup/$(date +%F)
            pg_dump shop | gzip > "$target.sql.gz"
            rsync -a --delete ~/pictures/ "$target/pictures/"
            echo "saved $(du -sh "$target" | cut -f1)"
            """;
    private static final String STOCK_STATEMENT = """
            SELECT name, stock
            FROM article
            WHERE stock < 5
            ORDER BY stock
            """;

    List<Job> all() {
        return List.of(
                job(BACKUP, "Nightly backup", "每晚备份", cron(BACKUP, "0 3 * * *", zone),
                        ScriptAction.of(ScriptLanguage.BASH, BACKUP_SCRIPT), "backup", "important")
                        .withPolicy(Policy.DEFAULT.withTimeout(Duration.ofHours(1)).withKeepAwake(true)),
                job(SYNC, "Sync orders", "同步订单", cron(SYNC, "*/5 * * * *", zone), shell("sync-orders --since yesterday"), "shop"),
                job(REPORT, "Sales report", "销售报表", cron(REPORT, "0 9 * * 1", zone), shell("sales-report | mail -s Report ann@shop.example"), "shop")
                        .withEnabled(false),
                job(THUMBNAILS, "Thumbnails", "缩略图", cron(THUMBNAILS, "30 6,18 * * *", zone), shell("thumbnails ~/pictures"), "pictures"),
                job(STOCK, "Stock levels", "库存检查", cron(STOCK, "15 * * * *", zone),
                        new SqlAction("jdbc:postgresql://db.shop.example/shop", "reader", "SHOP_DATABASE", STOCK_STATEMENT, null), "shop"),
                job(SHOP, "Check the shop", "检查网店", new IntervalTrigger(Duration.ofMinutes(2), now.minus(Duration.ofDays(30)), null, zone),
                        new HttpAction("GET", "https://shop.example/health", Map.of("Accept", "application/json"), "", Set.of(200)), "shop", "important"),
                job(INVOICES, "Send invoices", "发送发票", cron(INVOICES, "0 18 * * 1-5", zone),
                        new EmailAction("mail.shop.example", 587, MailSecurity.START_TLS, "office", "MAIL_PASSWORD", "office@shop.example",
                                List.of("books@shop.example"), List.of(), "Invoices", "The invoices of today are ready.\n"), "shop"),
                job("clean-up", "Clean temporary files", "清理临时文件", cron("clean-up", "30 4 * * 0", zone), shell("find /tmp/shop -mtime +7 -delete")),
                job("rates", "Exchange rates", "汇率", cron("rates", "5 16 * * 1-5", ZoneId.of("America/New_York")), shell("fetch-rates --all")),
                job("move", "Move to the new server", "迁移到新服务器", new DateTrigger(Instant.parse("2027-01-10T05:00:00Z"), zone),
                        shell("move-shop --to new.shop.example")));
    }

    private Job job(String id, String english, String chinese, Trigger trigger, Action action, String... tags) {
        return Job.of(id, language == Language.CHINESE ? chinese : english, trigger, action).withTags(Set.of(tags));
    }

    private Trigger cron(String id, String expression, ZoneId where) {
        return CronTrigger.parse(expression, Dialect.UNIX, new TriggerDefaults(where, now, id));
    }

    private static Action shell(String line) {
        return CommandAction.of(new CommandLine.ShellLine(line, null));
    }
}
