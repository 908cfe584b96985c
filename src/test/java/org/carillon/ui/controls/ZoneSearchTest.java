package org.carillon.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.carillon.message.Language;
import org.junit.jupiter.api.Test;

class ZoneSearchTest {
    private static final Instant WINTER = Instant.parse("2026-12-01T00:00:00Z");

    private final ZoneSearch search = new ZoneSearch(Language.ENGLISH, WINTER);

    @Test
    void aCityIsFoundByItsBeginning() {
        assertThat(search.find("berl").getFirst()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    @Test
    void blanksStandForUnderlines() {
        assertThat(search.find("new york")).containsExactly(ZoneId.of("America/New_York"));
    }

    @Test
    void theExactNameComesFirst() {
        assertThat(search.find("utc").getFirst()).isEqualTo(ZoneId.of("UTC"));
    }

    @Test
    void aZoneIsFoundByItsOffset() {
        assertThat(search.find("+05:45")).contains(ZoneId.of("Asia/Kathmandu"));
    }

    @Test
    void aZoneIsFoundByItsNameInThePersonsLanguage() {
        assertThat(search.find("central european")).contains(ZoneId.of("Europe/Berlin"));
        assertThat(new ZoneSearch(Language.CHINESE, WINTER).find("中国")).contains(ZoneId.of("Asia/Shanghai"));
    }

    @Test
    void nothingIsFoundByNonsense() {
        assertThat(search.find("atlantis")).isEmpty();
    }

    @Test
    void anEmptySearchFindsAll() {
        assertThat(search.find(" ")).hasSizeGreaterThan(300);
    }

    @Test
    void theOffsetIsTheOneOfTheMoment() {
        assertThat(ZoneSearch.offset(ZoneId.of("Europe/Berlin"), WINTER)).isEqualTo("UTC+01:00");
        assertThat(ZoneSearch.offset(ZoneId.of("UTC"), WINTER)).isEqualTo("UTC");
    }
}
