package org.carillon.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {
    @ParameterizedTest
    @CsvSource({"9,09:00", "930,09:30", "0930,09:30", "9:5,09:05", "09:30:15,09:30:15", "23:59,23:59", "9：30,09:30", "9.30,09:30", "0,00:00"})
    void timesAreReadAsPeopleTypeThem(String text, LocalTime expected) {
        assertThat(TimeText.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24:00", "9:60", "nine", "9:", "12345", "-1", "9:30 pm"})
    void whatIsNoTimeIsRefused(String text) {
        assertThat(TimeText.parse(text)).isEmpty();
    }

    @Property
    void aTimeThatIsWrittenIsReadBackExactly(@ForAll LocalTime time) {
        assertThat(TimeText.parse(TimeText.of(time))).contains(time);
    }
}
