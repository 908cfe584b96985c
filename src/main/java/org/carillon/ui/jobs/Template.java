package org.carillon.ui.jobs;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.job.SuccessRule;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.Dialect;
import org.carillon.trigger.TriggerDefaults;

/** Jobs that many people need. What only the person can know stands between ‹ and ›, and is to be filled in. */
public enum Template {
    BACKUP("0 3 * * *", "tar -czf \"‹to›/backup-$(date +%Y-%m-%d).tar.gz\" -C \"‹from›\" .",
            "powershell -NoProfile -Command \"Compress-Archive -Force -Path '‹from›\\*' -DestinationPath"
                    + " ('‹to›\\backup-' + (Get-Date -Format yyyy-MM-dd) + '.zip')\""),
    URL_CHECK("*/5 * * * *", "curl -fsS --max-time 30 -o /dev/null \"https://‹address›\"",
            "curl -fsS --max-time 30 -o NUL \"https://‹address›\""),
    /** The Windows command ends with 1 where there is nothing to delete. */
    CLEAN_UP("0 4 * * *", "find \"‹folder›\" -type f -mtime +30 -print -delete",
            "forfiles /P \"‹folder›\" /S /D -30 /C \"cmd /c if @isdir==FALSE (echo @path & del @path)\"", 1),
    DATABASE_DUMP("30 2 * * *", "pg_dump --format=custom --file=\"‹to›/‹database›-$(date +%Y-%m-%d).dump\" \"‹database›\"",
            "pg_dump --format=custom --file=\"‹to›\\‹database›.dump\" \"‹database›\""),
    DISK_SPACE("0 9 * * *", "df -P / | awk 'NR == 2 { sub(\"%\", \"\", $5); print $5 \" % used\"; exit ($5 > 90) }'",
            "powershell -NoProfile -Command \"$d = Get-PSDrive C; $free = [int](100 * $d.Free / ($d.Free + $d.Used));"
                    + " Write-Output $free; if ($free -lt 10) { exit 1 }\""),
    CERTIFICATE("0 8 * * *", "echo | openssl s_client -connect \"‹host›:443\" -servername \"‹host›\" 2>/dev/null"
            + " | openssl x509 -noout -enddate -checkend 1209600",
            "powershell -NoProfile -Command \"$c = New-Object Net.Sockets.TcpClient('‹host›', 443);"
                    + " $s = New-Object Net.Security.SslStream($c.GetStream()); $s.AuthenticateAsClient('‹host›');"
                    + " $e = [DateTime]::Parse($s.RemoteCertificate.GetExpirationDateString()); Write-Output $e;"
                    + " if ($e -lt (Get-Date).AddDays(14)) { exit 1 }\""),
    GIT_PULL("0 * * * *", "git -C \"‹folder›\" pull --ff-only", "git -C \"‹folder›\" pull --ff-only"),
    PING("*/10 * * * *", "ping -c 3 \"‹host›\"", "ping -n 3 \"‹host›\"");

    private static final Pattern GAP = Pattern.compile("‹(\\w+)›");

    private final String schedule;
    private final String unix;
    private final String windows;
    private final Set<Integer> windowsCodes = new TreeSet<>(Set.of(0));

    /** @param moreCodes with which the Windows command ends well, too */
    Template(String schedule, String unix, String windows, Integer... moreCodes) {
        this.schedule = schedule;
        this.unix = unix;
        this.windows = windows;
        windowsCodes.addAll(Set.of(moreCodes));
    }

    /** What it is for. */
    public Message title() {
        return Message.of(key());
    }

    private String key() {
        return "ui.jobs.template." + name().toLowerCase(Locale.ROOT);
    }

    /** The job for this system, with gaps. */
    public Job job(Language language, ZoneId zone, Instant now) {
        return job(System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows"), language, zone, now);
    }

    Job job(boolean onWindows, Language language, ZoneId zone, Instant now) {
        String id = "template-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        String line = GAP.matcher(onWindows ? windows : unix).replaceAll(gap -> Matcher.quoteReplacement(
                "‹" + Message.of("ui.jobs.template.gap." + gap.group(1)).in(language) + "›"));
        CommandAction plain = CommandAction.of(new CommandLine.ShellLine(line, null));
        CommandAction action = new CommandAction(plain.command(), null, plain.environment(), "", plain.encoding(),
                onWindows ? new SuccessRule(windowsCodes, null) : SuccessRule.DEFAULT);
        return Job.of(id, title().in(language), CronTrigger.parse(schedule, Dialect.UNIX, new TriggerDefaults(zone, now, id)), action)
                .withDescription(Message.of(key() + ".what").in(language));
    }
}
