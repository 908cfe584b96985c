package org.carillon.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandNamesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
        "/usr/bin/backup ~ backup",
        "cd /srv/app && ./manage.py clear > /dev/null 2>&1 ~ manage.py clear",
        "LANG=C nice -n 10 /opt/report --daily | mail ana ~ report --daily",
        "[ -x /usr/bin/certbot ] && certbot renew ~ certbot renew",
        "test -e /run/x || /usr/bin/env python3 job.py ~ python3 job.py",
        "echo 'a; b' ; true ~ echo 'a; b'",
        "\"/opt/my tool/run\" now ~ \"/opt/my tool/run\" now",
        "test -x /usr/sbin/anacron || ( cd / && run-parts --report /etc/cron.daily ) ~ run-parts --report /etc/cron.daily",
        "(cd /srv; ./tidy --all) ~ tidy --all",
        "[ -d /x ] && { /usr/bin/sweep /x; } ~ sweep /x",
        "echo $(date +%F) ~ echo $(date +%F)",
        "cd /tmp ~ cd /tmp",
        "& ~ &",
    })
    void aNameIsTheFirstRealCommand(String line, String name) {
        assertThat(CommandNames.shortName(line)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "copy aaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbb cccccccccc dddd, copy aaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbb…",
        "copy-aaaaaaaaaaaaaaaaaaaa-bbbbbbbbbbbbbbbbbbbb-cccccccccc-dddd, copy-aaaaaaaaaaaaaaaaaaaa-bbbbbbbbbbbbbbbbbbbb-…",
    })
    void aLongOneIsCut(String line, String name) {
        assertThat(CommandNames.shortName(line)).isEqualTo(name).hasSizeLessThanOrEqualTo(48);
    }
}
