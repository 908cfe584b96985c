package org.carillon.notify;

import org.carillon.job.JsonNames;
import org.carillon.message.Language;
import org.carillon.settings.Webhook;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is posted to a webhook: for anybody {@code {"kind","job","jobName","run","at","title","text","tail"}}; for the others what their
 * documentation asks for ("Incoming webhooks" of Slack, {@code sendMessage} of Telegram, "custom robot" of DingTalk, "group robot" of
 * WeCom).
 */
final class WebhookBody {
    /** The shortest limit of those services, Telegram's, less some room. */
    private static final int MOST_TEXT = 3500;

    private WebhookBody() {}

    static String of(Webhook webhook, Notice notice, Language language) {
        NoticeText text = NoticeText.of(notice, language);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        String all = shortened(text.body().isEmpty() ? text.title() : text.title() + "\n" + text.body());
        switch (webhook.preset()) {
            case JSON -> fields(body, notice, text);
            case SLACK -> body.put("text", all);
            case TELEGRAM -> body.put("chat_id", webhook.chat()).put("text", all);
            case DING_TALK, WE_COM -> body.put("msgtype", "text").putObject("text").put("content", all);
        }
        return JsonMapper.shared().writeValueAsString(body);
    }

    private static void fields(ObjectNode body, Notice notice, NoticeText text) {
        body.put("kind", JsonNames.of(notice.kind()));
        body.put("job", notice.jobId());
        body.put("jobName", notice.jobName());
        body.put("run", notice.runId());
        body.put("at", notice.at().toString());
        body.put("title", text.title());
        body.put("text", text.body());
        notice.tail().forEach(body.putArray("tail")::add);
    }

    private static String shortened(String text) {
        return text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) + "…" : text;
    }
}
