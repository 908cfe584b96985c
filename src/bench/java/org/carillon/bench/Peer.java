package org.carillon.bench;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.Dialect;
import org.carillon.trigger.TriggerDefaults;
import org.springframework.scheduling.support.CronExpression;

/** Who finds the next run of a cron expression. Each is called as its users call it, from an instant to an instant. */
public enum Peer {
    CARILLON {
        @Override
        UnaryOperator<Instant> next(Row row, ZoneId zone) {
            CronTrigger trigger = CronTrigger.parse(row.unix(), Dialect.UNIX, new TriggerDefaults(zone, Instant.EPOCH, "bench"));
            return trigger::next;
        }
    },
    SPRING {
        @Override
        UnaryOperator<Instant> next(Row row, ZoneId zone) {
            CronExpression expression = CronExpression.parse(row.spring());
            return after -> {
                ZonedDateTime next = expression.next(after.atZone(zone));
                return next == null ? null : next.toInstant();
            };
        }
    },
    QUARTZ {
        @Override
        UnaryOperator<Instant> next(Row row, ZoneId zone) {
            org.quartz.CronExpression expression = quartz(row.quartz());
            expression.setTimeZone(TimeZone.getTimeZone(zone));
            return after -> {
                Date next = expression.getNextValidTimeAfter(Date.from(after));
                return next == null ? null : next.toInstant();
            };
        }
    },
    CRON_UTILS {
        @Override
        UnaryOperator<Instant> next(Row row, ZoneId zone) {
            CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));
            ExecutionTime time = ExecutionTime.forCron(parser.parse(row.quartz()));
            return after -> time.nextExecution(after.atZone(zone)).map(ZonedDateTime::toInstant).orElse(null);
        }
    },
    JOB_RUNR {
        @Override
        UnaryOperator<Instant> next(Row row, ZoneId zone) {
            var expression = new org.jobrunr.scheduling.cron.CronExpression(row.jobRunr());
            return after -> expression.next(Instant.EPOCH, after, zone);
        }
    };

    /** The function from an instant to the first run after it. */
    abstract UnaryOperator<Instant> next(Row row, ZoneId zone);

    private static org.quartz.CronExpression quartz(String expression) {
        try {
            return new org.quartz.CronExpression(expression);
        } catch (ParseException e) {
            throw new IllegalArgumentException(expression, e);
        }
    }
}
