package org.carillon.ui.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.carillon.message.Message;

/** What may be written into the fields of the settings. */
final class Checks {
    private static final String ADDRESS = "[^@\\s]+@[^@\\s]+";

    private Checks() {}

    /** A whole number. */
    static Function<String, Optional<Message>> whole(int least, int most) {
        return text -> isWhole(text, least, most) ? Optional.empty() : Optional.of(Message.of("ui.settings.wrong.whole", least, most));
    }

    /** The same, or nothing. */
    static Function<String, Optional<Message>> wholeOrNothing(int least, int most) {
        return text -> text.isEmpty() ? Optional.empty() : whole(least, most).apply(text);
    }

    private static boolean isWhole(String text, int least, int most) {
        return text.matches("\\d{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most;
    }

    static Optional<Message> nothing(String text) {
        return Optional.empty();
    }

    static Optional<Message> some(String text) {
        return text.isEmpty() ? Optional.of(Message.of("ui.settings.wrong.empty")) : Optional.empty();
    }

    /** One or more addresses of e-mail, with commas between. */
    static Optional<Message> addresses(String text) {
        List<String> each = addressesOf(text);
        return !each.isEmpty() && each.stream().allMatch(address -> address.matches(ADDRESS))
                ? Optional.empty() : Optional.of(Message.of("ui.settings.wrong.address"));
    }

    static List<String> addressesOf(String text) {
        return Arrays.stream(text.split("[,;，；\\s]+")).filter(address -> !address.isEmpty()).toList();
    }

    static Optional<Message> address(String text) {
        return text.matches(ADDRESS) ? Optional.empty() : Optional.of(Message.of("ui.settings.wrong.address"));
    }

    /** The address of something on the web. */
    static Optional<Message> web(String text) {
        try {
            URI uri = new URI(text);
            boolean right = uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
            return right ? Optional.empty() : Optional.of(Message.of("ui.settings.wrong.web"));
        } catch (URISyntaxException e) {
            return Optional.of(Message.of("ui.settings.wrong.web"));
        }
    }
}
