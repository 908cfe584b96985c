package org.carillon.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChecksTest {
    @Test
    void numbersAreWholeAndWithinTheirLimits() {
        assertThat(Checks.whole(1, 100).apply("100")).isEmpty();
        assertThat(Checks.whole(1, 100).apply("101")).isPresent();
        assertThat(Checks.whole(1, 100).apply("0")).isPresent();
        assertThat(Checks.whole(1, 100).apply("")).isPresent();
        assertThat(Checks.whole(1, 100).apply("1.5")).isPresent();
        assertThat(Checks.whole(1, 100).apply("99999999999999")).isPresent();
        assertThat(Checks.wholeOrNothing(1, 100).apply("")).isEmpty();
    }

    @Test
    void severalAddressesStandWithCommasBetween() {
        assertThat(Checks.addresses("a@example.org, b@example.org；c@example.org")).isEmpty();
        assertThat(Checks.addressesOf("a@example.org, b@example.org；c@example.org")).containsExactly("a@example.org", "b@example.org", "c@example.org");
        assertThat(Checks.addresses("")).isPresent();
        assertThat(Checks.addresses("ana")).isPresent();
    }

    @Test
    void webAddressesHaveAHost() {
        assertThat(Checks.web("https://hooks.example.org/x?y=z")).isEmpty();
        assertThat(Checks.web("hooks.example.org")).isPresent();
        assertThat(Checks.web("https:// blank")).isPresent();
        assertThat(Checks.web("file:///etc/passwd")).isPresent();
    }
}
