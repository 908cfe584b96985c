package org.carillon.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.carillon.trigger.AnyTrigger;
import org.carillon.trigger.ClockChange;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerDefaults;
import org.carillon.trigger.TriggerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TriggerJsonTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final TriggerDefaults DEFAULTS =
            new TriggerDefaults(ZoneId.of("Europe/Berlin"), Instant.parse("2026-11-23T19:00:00Z"), "nightly-backup");

    @ParameterizedTest
    @ValueSource(strings = {
            "{'type':'cron','expression':'0 3 * * *','timezone':'Europe/Berlin'}",
            "{'type':'cron','expression':'0 0 12 ? * FRI','timezone':'UTC','start':'2026-01-01T00:00:00+00:00','clockChange':'literal'}",
            "{'type':'cron','expression':'0 0 12 1 * *','dialect':'quartz','timezone':'UTC'}",
            "{'type':'interval','every':'PT5M','timezone':'Europe/Berlin','start':'2026-11-23T20:05:00+01:00','end':'2027-11-23T20:05:00.5+01:00'}",
            "{'type':'date','at':'2026-12-01T09:00:00+01:00','timezone':'Europe/Berlin'}",
            "{'type':'cron','fields':{'day':'last fri','hour':'3'},'timezone':'UTC'}",
            "{'type':'calendarInterval','months':1,'time':'09:00:00','timezone':'UTC','start':'2026-01-31T00:00:00+00:00'}",
            "{'type':'any','triggers':[{'type':'cron','expression':'0 3 * * *'},"
                    + "{'type':'cron','expression':'0 4 * * *','timezone':'UTC','clockChange':'once'}],"
                    + "'timezone':'Asia/Shanghai','clockChange':'literal'}",
            "{'type':'all','triggers':[{'type':'interval','every':'PT2H','start':'2026-01-01T00:00:00+00:00'},"
                    + "{'type':'any','triggers':[{'type':'cron','fields':{'hour':'*/3'}}]}],'timezone':'UTC','end':'2030-01-01T00:00:00+00:00'}",
    })
    void whatIsWrittenIsWhatWasRead(String json) {
        JsonNode node = parse(json);
        Trigger trigger = TriggerJson.read(node, "", DEFAULTS);
        assertThat(TriggerJson.write(trigger)).isEqualTo(node);
        assertThat(TriggerJson.read(TriggerJson.write(trigger), "", DEFAULTS)).isEqualTo(trigger);
    }

    @Test
    void whatDependsOnTheMomentIsWrittenDown() {
        assertThat(written("{'type':'interval','every':'PT5M'}"))
                .isEqualTo(parse("{'type':'interval','every':'PT5M','timezone':'Europe/Berlin','start':'2026-11-23T20:05:00+01:00'}"));
        assertThat(written("{'type':'date'}"))
                .isEqualTo(parse("{'type':'date','at':'2026-11-23T20:00:00+01:00','timezone':'Europe/Berlin'}"));
    }

    @Test
    void localTimesAreInTheTriggersZoneAndADateIsItsMidnight() {
        assertThat(written("{'type':'date','at':'2026-12-01','timezone':'America/New_York'}").get("at").stringValue())
                .isEqualTo("2026-12-01T00:00:00-05:00");
        assertThat(written("{'type':'date','at':'2026-03-29T02:30:00'}").get("at").stringValue()).isEqualTo("2026-03-29T03:30:00+02:00");
        assertThat(written("{'type':'date','at':'2026-10-25T02:30:00'}").get("at").stringValue()).isEqualTo("2026-10-25T02:30:00+02:00");
    }

    @Test
    void partsTakeTheirParentsZoneAndClockChange() {
        AnyTrigger any = (AnyTrigger) TriggerJson.read(parse("{'type':'any','timezone':'Asia/Tokyo','clockChange':'literal','triggers':["
                + "{'type':'cron','expression':'0 3 * * *'},{'type':'date','timezone':'UTC'}]}"), "", DEFAULTS);
        assertThat(any.parts()).extracting(Trigger::zone).containsExactly(ZoneId.of("Asia/Tokyo"), ZoneId.of("UTC"));
        assertThat(any.parts()).extracting(Trigger::clockChange).containsOnly(ClockChange.LITERAL);
    }

    @Test
    void fieldValuesMayBeNumbers() {
        assertThat(TriggerJson.read(parse("{'type':'cron','fields':{'hour':3}}"), "", DEFAULTS))
                .isEqualTo(TriggerJson.read(parse("{'type':'cron','fields':{'hour':'3'}}"), "", DEFAULTS));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{'type':'cron'}",
            "{'type':'cron','expression':'* * * * *','fields':{}}",
            "{'type':'calendarInterval'}",
            "{'type':'calendarInterval','months':1,'days':1}",
            "{'type':'calendarInterval','months':0}",
            "{'type':'any'}",
            "{'type':'weekly'}",
            "{'type':'interval'}",
            "{'type':'interval','every':'5 minutes'}",
            "{'type':'date','at':'tomorrow'}",
    })
    void whatIsNotInTheFormatIsRefused(String json) {
        assertThatThrownBy(() -> TriggerJson.read(parse(json), "trigger", DEFAULTS))
                .isInstanceOf(FormatException.class).hasMessageContaining("trigger");
    }

    @Test
    void anEmptyCombinationAndAnEmptyIntervalAreRefused() {
        assertThatThrownBy(() -> TriggerJson.read(parse("{'type':'all','triggers':[]}"), "", DEFAULTS)).isInstanceOf(TriggerException.class);
        assertThatThrownBy(() -> TriggerJson.read(parse("{'type':'interval','every':'PT0S'}"), "", DEFAULTS))
                .isInstanceOf(TriggerException.class);
    }

    @Test
    void anUnknownKeyIsNamedWithItsPlace() {
        assertThatThrownBy(() -> TriggerJson.read(parse("{'type':'date','when':'now'}"), "jobs[0].trigger", DEFAULTS))
                .isInstanceOf(FormatException.class).hasMessageContaining("jobs[0].trigger").hasMessageContaining("when");
    }

    @Test
    void anUnknownZoneIsNamed() {
        assertThatThrownBy(() -> TriggerJson.read(parse("{'type':'date','timezone':'Mars/Olympus'}"), "", DEFAULTS))
                .isInstanceOf(FormatException.class).hasMessageContaining("Mars/Olympus");
    }

    private static JsonNode written(String json) {
        return TriggerJson.write(TriggerJson.read(parse(json), "", DEFAULTS));
    }

    private static JsonNode parse(String json) {
        return MAPPER.readTree(json.replace('\'', '"'));
    }
}
