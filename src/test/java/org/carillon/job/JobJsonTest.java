package org.carillon.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carillon.message.Language;
import org.carillon.trigger.TriggerDefaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobJsonTest {
    private static final TriggerDefaults DEFAULTS =
            new TriggerDefaults(ZoneId.of("Europe/Berlin"), Instant.parse("2026-11-23T12:00:00Z"), "");

    private static final String WHOLE = """
            {"format":"carillon/1","jobs":[{
              "id":"nightly-backup","name":"Nightly backup","description":"All of it","group":"home","tags":["disk","night"],"enabled":false,
              "trigger":{"type":"cron","expression":"0 3 * * *","timezone":"Asia/Shanghai"},
              "action":{"type":"command","command":["rsync","-a","/data/","/backup/"],"workingDirectory":"/data",
                        "environment":{"LANG":"C","B":"2"},"stdin":"yes\\n","encoding":"GBK","success":{"exitCodes":[24,0],"failIfOutput":"(?i)error:"}},
              "policy":{"timeout":"PT1H","killGrace":"PT5S","retry":{"attempts":3,"backoff":"PT1S","factor":2,"maxBackoff":"PT1M","jitter":"PT5S"},
                        "maxInstances":2,"overlap":"queue","misfireGrace":"PT10M","catchUp":{"all":"P1D","spacing":"PT10S"},
                        "onInterrupted":"rerun","jitter":"PT3S","priority":1,"maxRuns":7,"removeWhenDone":true,"keepRuns":9,"keepFor":"P7D","orphans":"leave"},
              "executor":"heavy"}]}
            """;

    @Test
    void aWholeJobIsRead() {
        Job job = JobJson.readFile(WHOLE, DEFAULTS).getFirst();

        assertThat(job.id()).isEqualTo("nightly-backup");
        assertThat(job.tags()).containsExactly("disk", "night");
        assertThat(job.enabled()).isFalse();
        assertThat(job.executor()).isEqualTo("heavy");
        assertThat(job.trigger().zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(job.action()).isEqualTo(new CommandAction(
                new CommandLine.Program(List.of("rsync", "-a", "/data/", "/backup/")),
                "/data", new LinkedHashMap<>(Map.of("LANG", "C", "B", "2")), "yes\n", Charset.forName("GBK"),
                new SuccessRule(Set.of(0, 24), "(?i)error:")));
        assertThat(job.policy()).isEqualTo(new Policy(
                Duration.ofHours(1), Duration.ofSeconds(5),
                new Retry(3, Duration.ofSeconds(1), 2, Duration.ofMinutes(1), Duration.ofSeconds(5)), 2, Overlap.QUEUE, Duration.ofMinutes(10),
                new CatchUp.All(Duration.ofDays(1), Duration.ofSeconds(10)), OnInterrupted.RERUN, Duration.ofSeconds(3), 1,
                7L, true, 9, Duration.ofDays(7)).withOrphans(OnOrphans.LEAVE));
    }

    @Test
    void whatIsWrittenIsReadBackTheSame() {
        List<Job> jobs = JobJson.readFile(WHOLE, DEFAULTS);

        assertThat(JobJson.readFile(JobJson.writeFile(jobs), DEFAULTS)).isEqualTo(jobs);
        assertThat(JobJson.readJob(JobJson.writeJob(jobs.getFirst()), DEFAULTS)).isEqualTo(jobs.getFirst());
    }

    @Test
    void whatIsWrittenShortIsReadBackTheSameAndSaysNoDefaults() {
        Job whole = JobJson.readFile(WHOLE, DEFAULTS).getFirst();
        Job plain = Job.of("a", "A", whole.trigger(), CommandAction.of(new CommandLine.Program(List.of("true"))));

        assertThat(JobJson.readJob(JobJson.writeShort(whole), DEFAULTS)).isEqualTo(whole);
        assertThat(JobJson.readJob(JobJson.writeShort(plain), DEFAULTS)).isEqualTo(plain);
        assertThat(JobJson.writeShort(plain)).contains("\"command\":[\"true\"]")
                .doesNotContain("policy", "executor", "success", "environment", "stdin", "encoding", "enabled", "tags");
    }

    @Test
    void aByteOrderMarkInFrontDoesNotMatter() {
        assertThat(JobJson.readFile("\uFEFF" + WHOLE, DEFAULTS)).isEqualTo(JobJson.readFile(WHOLE, DEFAULTS));
    }

    @Test
    void whatIsNotSaidHasItsDefault() {
        Job job = JobJson.readFile(job("""
                "name":"Say hello","trigger":{"type":"cron","expression":"@daily"},"action":{"type":"command","command":"echo hello"}
                """), DEFAULTS).getFirst();

        assertThat(job.id()).isEqualTo("say-hello");
        assertThat(job.enabled()).isTrue();
        assertThat(job.policy()).isEqualTo(Policy.DEFAULT);
        assertThat(job.executor()).isEqualTo("default");
        assertThat(job.action()).isEqualTo(CommandAction.of(new CommandLine.ShellLine("echo hello", null)));
        assertThat(job.trigger().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "name":"x","color":"red"                                        | jobs[0].color: the key “color” is not known
            "name":7                                                        | jobs[0].name: a text in quotes
            "id":"Not An Id","name":"x"                                     | jobs[0].id: “Not An Id” cannot be an id
            "name":" "                                                      | jobs[0].name: the name is empty
            "name":"x","policy":{"overlap":"sometimes"}                     | jobs[0].policy.overlap: “sometimes” is not known here; allowed: skip, queue, parallel, replace
            "name":"x","policy":{"timeout":"5 minutes"}                     | jobs[0].policy.timeout: “5 minutes” is not a duration
            "name":"x","policy":{"maxInstances":0}                          | jobs[0].policy.maxInstances: a whole number of at least 1
            "name":"x","policy":{"priority":11}                             | jobs[0].policy.priority: the priority is a number from 1
            "name":"x","policy":{"catchUp":{"all":"P1D","space":"PT1S"}}    | jobs[0].policy.catchUp.space: the key “space” is not known
            "name":"x","action":{"type":"command","command":[]}             | jobs[0].action.command: the command is empty
            "name":"x","action":{"type":"command","command":["ls",3]}       | jobs[0].action.command[1]: a text in quotes
            "name":"x","action":{"type":"command","command":"ls","encoding":"KLINGON"} | jobs[0].action.encoding: the encoding “KLINGON” is not known
            "name":"x","action":{"type":"command","command":"ls","success":{"failIfOutput":"("}} | jobs[0].action.success: the pattern “(”
            "name":"x","action":{"type":"java.lang.Runtime"}                | jobs[0].action.type: jobs of the kind “java.lang.Runtime” are not known
            "name":"x","trigger":{"type":"cron","expression":"61 * * * *"}  | jobs[0].trigger
            "name":"x","policy":{"jitter":"PT9223372036854775807S"}         | jobs[0].policy.jitter: no duration may be longer
            "name":"x","policy":{"timeout":"P36526D"}                       | jobs[0].policy.timeout: no duration may be longer
            "name":"x","policy":{"killGrace":"P36526D"}                     | jobs[0].policy.killGrace: no duration may be longer
            "name":"x","policy":{"misfireGrace":"P36526D"}                  | jobs[0].policy.misfireGrace: no duration may be longer
            "name":"x","policy":{"keepFor":"P36526D"}                       | jobs[0].policy.keepFor: no duration may be longer
            "name":"x","policy":{"catchUp":{"all":"P36526D"}}               | jobs[0].policy.catchUp: no duration may be longer
            "name":"x","policy":{"catchUp":{"all":"P1D","spacing":"P36526D"}} | jobs[0].policy.catchUp: no duration may be longer
            "name":"x","policy":{"retry":{"attempts":1,"backoff":"P36526D"}} | jobs[0].policy.retry: no duration may be longer
            "name":"x","policy":{"retry":{"attempts":1,"jitter":"-PT1S"}} | jobs[0].policy.retry: attempts and waits must not be negative
            "name":"x","policy":{"retry":{"attempts":1,"maxBackoff":"P36526D"}} | jobs[0].policy.retry: no duration may be longer
            "name":"x","action":{"type":"command","command":["echo","a\\u0000b"]} | jobs[0].action.command: a zero character
            "name":"x","action":{"type":"command","command":"a\\u0000b"}    | jobs[0].action.command: a zero character
            "name":"x","action":{"type":"command","command":"ls","workingDirectory":"a\\u0000b"} | jobs[0].action.workingDirectory: a zero character
            "name":"x","action":{"type":"command","command":"ls","environment":{"A=B":"1"}} | jobs[0].action.environment: “A=B” cannot be the name
            "name":"x","action":{"type":"command","command":"ls","environment":{"":"1"}} | jobs[0].action.environment: “” cannot be the name
            "name":"x","action":{"type":"command","command":"ls","environment":{"A":"\\u0000"}} | jobs[0].action.environment: a zero character
            """)
    void aMistakeIsRefusedWithItsPlace(String fields, String message) {
        String trigger = fields.contains("\"trigger\"") ? "" : ",\"trigger\":{\"type\":\"cron\",\"expression\":\"@daily\"}";
        String action = fields.contains("\"action\"") ? "" : ",\"action\":{\"type\":\"command\",\"command\":\"ls\"}";

        assertThatThrownBy(() -> JobJson.readFile(job(fields + trigger + action), DEFAULTS))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"jobs":[]}                                      | is not a file of the format carillon/1
            {"format":"carillon/2","jobs":[]}                | is not a file of the format carillon/1
            {"format":"carillon/1"}                          | the key “jobs” is missing
            {"format":"carillon/1","jobs":{}}                | jobs: a list in brackets
            {"format":"carillon/1","jobs":[1]}               | jobs[0]: an object in braces
            [                                                | this is not JSON
            {"format":"carillon/1","format":"carillon/1"}    | this is not JSON
            {"format":"carillon/1","jobs":[]} tail           | this is not JSON
            """)
    void aFileThatIsNoneIsRefused(String text, String message) {
        assertThatThrownBy(() -> JobJson.readFile(text, DEFAULTS))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": [1, 2", "{\"a\"", "{", "{\"a\": tru}", "{'a': 1}", "{\"a\": 01}", "{\"a\": \"b", "{\"a\": 1,}", "{\"a\": 1]",
        "{\"a\":1,\"a\":2}", "{\"a\":1} tail", "", "\\", "{\"a\": \"\\q\"}"})
    void whatIsNoJsonIsSaidWithoutTheParsersOwnAffairs(String text) {
        assertThatThrownBy(() -> JobJson.readJob(text, DEFAULTS)).isInstanceOf(FormatException.class)
                .satisfies(refused -> assertThat(((FormatException) refused).explanation().in(Language.ENGLISH))
                        .doesNotContain("Source", "StreamReadFeature", "UNKNOWN", "byte offset"));
    }

    @Test
    void anIdThatStandsTwiceIsRefused() {
        String twice = JobJson.writeFile(List.of(aJob(), aJob()));

        assertThatThrownBy(() -> JobJson.readFile(twice, DEFAULTS)).hasMessageContaining("jobs[1].id").hasMessageContaining("twice");
    }

    @Test
    void namesThatAreTheSameGetNumberedIds() {
        String file = """
                {"format":"carillon/1","jobs":[%1$s,%1$s]}""".formatted("""
                {"name":"A","trigger":{"type":"cron","expression":"@daily"},"action":{"type":"command","command":"ls"}}""");

        assertThat(JobJson.readFile(file, DEFAULTS)).extracting(Job::id).containsExactly("a", "a-2");
    }

    private static Job aJob() {
        return JobJson.readFile(WHOLE, DEFAULTS).getFirst();
    }

    private static String job(String fields) {
        return "{\"format\":\"carillon/1\",\"jobs\":[{" + fields + "}]}";
    }

    @Test
    void whoIsToldAndWhetherTheMachineStaysAwakeAreKept() {
        String text = """
                {"format":"carillon/1","jobs":[{"id":"a","name":"A","trigger":{"type":"cron","expression":"0 3 * * *","timezone":"Europe/Berlin"},
                "action":{"type":"command","command":["true"]},"policy":{"keepAwake":true,
                "notify":{"firstFailure":true,"everyFailures":10,"longerThan":"PT1H","channels":["desktop"]}}}]}""";
        TriggerDefaults defaults = new TriggerDefaults(ZoneId.of("Europe/Berlin"), Instant.EPOCH, "a");
        Job job = JobJson.readFile(text, defaults).getFirst();
        assertThat(job.policy().keepAwake()).isTrue();
        assertThat(job.policy().notices()).isEqualTo(new NotifyRule(true, 10, false, Duration.ofHours(1), false, List.of("desktop")));
        assertThat(JobJson.readFile(JobJson.writeFile(List.of(job)), defaults)).containsExactly(job);
        assertThatThrownBy(() -> JobJson.readFile(text.replace("10", "0"), defaults)).hasMessageContaining("everyFailures");
        assertThatThrownBy(() -> JobJson.readFile(text.replace("firstFailure", "first"), defaults)).hasMessageContaining("first");
    }
}
