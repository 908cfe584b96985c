package org.carillon.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.carillon.message.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class ActionJsonTest {
    static Stream<Action> actions() {
        return Stream.of(
                new ScriptAction(ScriptLanguage.PYTHON, "python3 -u", "print('ä')\n", List.of("a b"), "/data", Map.of("LANG", "C"), "in",
                        StandardCharsets.UTF_16, new SuccessRule(Set.of(0, 3), "(?i)error")),
                new ScriptAction(null, null, "#!/bin/sh\necho", List.of(), null, Map.of(), "", StandardCharsets.UTF_8, SuccessRule.DEFAULT),
                new HttpAction("POST", "https://example.org/hook?t=${secret:TOKEN}", Map.of("X-Key", "${secret:KEY}"), "{}", Set.of(201)),
                new SqlAction("jdbc:postgresql://localhost/shop", "ann", "SHOP_DB", "select 1", "/opt/driver.jar"),
                new SqlAction("jdbc:h2:mem:", null, null, "select 1", null),
                new EmailAction("smtp.example.org", 2525, MailSecurity.NONE, "ann", "MAIL", "Ann <ann@example.org>",
                        List.of("bob@example.org", "Cy <cy@example.org>"), List.of("dan@example.org"), "Grüße", "Line\nLine"));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void everyKindIsReadAsItWasWritten(Action action) {
        assertThat(ActionJson.read(ActionJson.write(action), "action")).isEqualTo(action);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type":"script","language":"bash","text":" "}                                               | action.text
            {"type":"script","text":"echo"}                                                              | #!
            {"type":"script","language":"sh","text":"x","arguments":["a\\u0000b"]}                       | action.arguments
            {"type":"script","interpreter":"\\"\\"","text":"x"}                                       | action.interpreter
            {"type":"script","interpreter":"sh\\u0000","text":"x"}                                     | action.interpreter
            {"type":"script","language":"cobol","text":"x"}                                              | action.language
            {"type":"sql","url":"postgresql://x","statement":"select 1"}                                 | action.url
            {"type":"sql","url":"jdbc:h2:mem:","statement":"select 1","passwordSecret":"a b"}            | action.passwordSecret
            {"type":"sql","url":"jdbc:h2:mem:","statement":"select 1","password":"x"}                    | password
            {"type":"email","host":"h","from":"ann","to":["b@c"]}                                        | action.from
            {"type":"email","host":"h","from":"a@b","to":[]}                                             | action.to
            {"type":"email","host":"h","from":"a@b","to":["b@c"],"subject":"two\\nlines"}                | action.subject
            {"type":"email","host":"h","port":70000,"from":"a@b","to":["b@c"]}                           | action.port
            """)
    void whatIsWrongIsNamedWithItsPlace(String json, String named) {
        assertThatThrownBy(() -> ActionJson.read(JsonMapper.shared().readTree(json), "action"))
                .isInstanceOfSatisfying(FormatException.class, e -> assertThat(e.explanation().in(Language.ENGLISH)).contains(named));
    }

    @Test
    void theUsualPortFollowsFromTheSecurity() {
        EmailAction read = (EmailAction) ActionJson.read(
                JsonMapper.shared().readTree("{\"type\":\"email\",\"host\":\"h\",\"security\":\"tls\",\"from\":\"a@b\",\"to\":[\"c@d\"]}"), "");

        assertThat(read.port()).isEqualTo(465);
    }

    @ParameterizedTest
    @CsvSource({"#!/bin/sh,SH", "#!/usr/bin/env python3,PYTHON", "#!/usr/bin/env -S node --no-warnings,NODE", "#!/usr/local/bin/python3.12 -u,PYTHON"})
    void theFirstLineTellsTheLanguage(String line, ScriptLanguage language) {
        assertThat(Shebang.language(line + "\n")).contains(language);
    }
}
