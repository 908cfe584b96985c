package org.carillon.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.carillon.job.Action;
import org.carillon.job.EmailAction;
import org.carillon.job.HttpAction;
import org.carillon.job.MailSecurity;
import org.carillon.job.ScriptAction;
import org.carillon.job.ScriptLanguage;
import org.carillon.job.SqlAction;
import org.carillon.job.SuccessRule;
import org.carillon.ui.editor.CommandForm.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms of scripts, requests, SQL and e-mails. */
class WorkFormsTest {
    private final CommandForm form = new CommandForm();

    static Stream<Action> actions() {
        return Stream.of(
                new ScriptAction(ScriptLanguage.PYTHON, "python3 -u", "print('ä')\n", List.of("a b", ""), "/data", Map.of("LANG", "C"), "in",
                        StandardCharsets.UTF_16, new SuccessRule(Set.of(0, 3), "(?i)error")),
                new ScriptAction(null, null, "#!/bin/sh\necho", List.of(), null, Map.of(), "", StandardCharsets.UTF_8, SuccessRule.DEFAULT),
                new HttpAction("REPORT", "https://example.org/${secret:TOKEN}", Map.of("X-Key", "a=b"), "{}\n", Set.of(201, 204)),
                new SqlAction("jdbc:postgresql://localhost/shop", "ann", "SHOP_DB", "select 1\n", "/opt/driver.jar"),
                new SqlAction("jdbc:h2:mem:", null, null, "select 1", null),
                new EmailAction("smtp.example.org", 2525, MailSecurity.NONE, "ann", "MAIL", "Ann <ann@example.org>",
                        List.of("bob@example.org", "Cy <cy@example.org>"), List.of("dan@example.org"), "Subject", "Line\nLine"));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void everyPartOfAnActionIsShownWithoutLoss(Action action) {
        form.show(action);

        assertThat(form.problems()).isEmpty();
        assertThat(form.action()).isEqualTo(action);
    }

    @Test
    void anEmptyFormOfEachKindIsUnfinishedAndNotWrong() {
        for (Kind kind : Kind.values()) {
            form.kind().set(kind);
            assertThat(form.problems()).as(kind.name()).isNotEmpty().allMatch(Problem::pending);
        }
    }

    @Test
    void aScriptWithoutALanguageNeedsAFirstLineThatNamesOne() {
        form.kind().set(Kind.SCRIPT);
        form.script().text().set("echo");
        form.script().language().set(Optional.empty());
        assertThat(form.problems()).extracting(Problem::field).containsExactly(Field.SCRIPT);

        form.script().text().set("#!/bin/sh\necho");
        assertThat(form.problems()).isEmpty();
    }

    @Test
    void eachMistakeOfARequestIsAtItsField() {
        form.kind().set(Kind.HTTP);
        HttpForm http = form.http();
        http.method().set("GE T");
        http.url().set("ftp://x");
        http.headers().add().name().set("Host");
        http.expect().set("200, 999");

        assertThat(form.problems()).extracting(Problem::field).containsExactly(Field.METHOD, Field.URL, Field.HEADERS, Field.EXPECT_STATUS);
    }

    @Test
    void aPasswordInPlaceOfASecretsNameIsRefused() {
        form.kind().set(Kind.SQL);
        form.sql().url().set("jdbc:h2:mem:");
        form.sql().statement().set("select 1");
        form.sql().passwordSecret().set("hunter2!");
        form.sql().driver().set("driver.jar");

        assertThat(form.problems()).extracting(Problem::field).containsExactly(Field.DATABASE_PASSWORD, Field.DRIVER);
    }

    @Test
    void theUsualPortFollowsTheSecurityAndAnotherOneStays() {
        EmailForm email = form.email();
        email.security().set(MailSecurity.TLS);
        assertThat(email.port().get()).isEqualTo("465");

        email.port().set("2525");
        email.security().set(MailSecurity.NONE);
        assertThat(email.port().get()).isEqualTo("2525");
    }

    @Test
    void anAddressIsToldOnlyWhenSomebodyTriesToSave() {
        form.kind().set(Kind.EMAIL);
        form.email().host().set("smtp.example.org");
        form.email().from().set("ann@example.org");
        form.email().to().set("bob@example.org, cy@");

        assertThat(form.problems()).singleElement().matches(problem -> problem.field() == Field.MAIL_TO && problem.pending());
    }
}
