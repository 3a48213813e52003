package io.deficitwatch.alerting.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deficitwatch.alerting.LinksConfig;
import io.deficitwatch.alerting.subscription.EndpointOptions;
import io.deficitwatch.alerting.subscription.Language;
import io.deficitwatch.alerting.subscription.Payload;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.edge.CreditLines;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Messages in the shapes of chats, held against the limits that their makers give. */
class CardsTest {
  private static final String HOSTILE = "<!channel> & [a link](https://evil.example) *b* ";
  private static final LinksConfig LINKS =
      new LinksConfig() {
        @Override
        public Optional<URI> alerting() {
          return Optional.of(URI.create("https://alerts.example.org/"));
        }

        @Override
        public Optional<URI> metrics() {
          return Optional.of(URI.create("https://metrics.example.org/dw"));
        }
      };
  private final CreditLines credits = () -> Map.of("MOF", "出典：財務省", "BOJ", "日本銀行");
  private final Bodies bodies = new Bodies(new Cards(LINKS, credits));

  @Test
  void slackGetsBlocksWithinItsLimitsAndNothingToClickButOurLinks() throws IOException {
    JsonNode message = message(Payload.SLACK, Language.JA, HOSTILE.repeat(300));

    assertThat(message.path("text").textValue()).hasSizeLessThanOrEqualTo(4000);
    assertThat(message.path("blocks")).hasSizeLessThanOrEqualTo(50);
    for (JsonNode text : message.findParents("text")) {
      if (text.path("text").isTextual() && text.has("type")) {
        boolean header = text.path("type").textValue().equals("plain_text");
        assertThat(text.path("text").textValue()).hasSizeLessThanOrEqualTo(header ? 150 : 3000);
        assertThat(text.path(header ? "emoji" : "verbatim").booleanValue()).isEqualTo(!header);
      }
    }
    assertThat(message.findValuesAsText("fields")).hasSizeLessThanOrEqualTo(10);
    assertThat(message.toString())
        .contains("&lt;!channel&gt; &amp; [a link]", "−6.91兆円", "出典：財務省")
        .contains(
            "<https://alerts.example.org/v1/alerts/0b9e4d7c-3a52-4c0f-b7a1-6e2f8d901c43|アラート>",
            "<https://metrics.example.org/dw/v1/indicators/JP-DIGITAL-5/values?refArea=JP&amp;freq=A&amp;includeHistory=true|データ>")
        .doesNotContain("<!channel", "日本銀行");
  }

  @Test
  void noEntityIsTornWhereATextIsCut() throws IOException {
    String headline =
        message(Payload.SLACK, Language.EN, "&".repeat(1000)).at("/blocks/0/text/text").textValue();

    assertThat(headline).hasSizeLessThanOrEqualTo(150).matches("Revised: (&amp;)+…");
  }

  @Test
  void teamsGetsACardOfTextRunsThatKnowNoMarkdown() throws IOException {
    JsonNode message = message(Payload.TEAMS, Language.EN, HOSTILE.repeat(300));

    assertThat(message.path("type").textValue()).isEqualTo("message");
    assertThat(message.path("attachments")).hasSize(1);
    assertThat(message.at("/attachments/0/contentType").textValue())
        .isEqualTo("application/vnd.microsoft.card.adaptive");
    JsonNode card = message.at("/attachments/0/content");
    assertThat(card.path("type").textValue()).isEqualTo("AdaptiveCard");
    assertThat(card.path("$schema").textValue()).contains("adaptivecards.io");
    assertThat(types(card.path("body"))).containsOnly("RichTextBlock");
    assertThat(types(card.findPath("inlines"))).containsOnly("TextRun");
    assertThat(card.path("actions"))
        .extracting(action -> action.path("type").textValue())
        .containsExactly("Action.OpenUrl", "Action.OpenUrl");
    assertThat(ContractsJson.mapper().writeValueAsBytes(message)).hasSizeLessThan(28 * 1024);
  }

  @Test
  void whatIsAboutAnEndpointIsOneSentence() throws IOException {
    String body =
        """
        {"type":"io.deficitwatch.endpoint.test.v1","timestamp":"2026-01-01T00:00:00Z",
         "data":{"subscriberId":"a","endpointId":"b","summary":{"en":"A test.","ja":"試験。"}}}""";

    assertThat(bodies.of(body, new EndpointOptions.Form(Payload.SLACK, Language.JA)))
        .contains("試験。");
    assertThat(bodies.of(body, new EndpointOptions.Form(Payload.STANDARD, Language.JA)))
        .isEqualTo(body);
  }

  private static List<String> types(JsonNode elements) {
    return StreamSupport.stream(elements.spliterator(), false)
        .map(element -> element.path("type").textValue())
        .toList();
  }

  private JsonNode message(Payload payload, Language language, String ruleName) throws IOException {
    ObjectNode webhook = ContractsJson.mapper().createObjectNode();
    webhook.put("type", "io.deficitwatch.alert.corrected.v1");
    webhook.put("timestamp", "2025-08-07T23:51:00Z");
    try (InputStream sample =
        Objects.requireNonNull(
            CardsTest.class.getResourceAsStream("/samples/alert.corrected.v1.json"))) {
      ObjectNode data = (ObjectNode) ContractsJson.mapper().readTree(sample);
      ((ObjectNode) data.path("rule")).put("name", ruleName);
      ((ObjectNode) data.path("limit")).put("label", ruleName);
      ((ObjectNode) data.path("summary")).put("ja", ruleName).put("en", ruleName);
      webhook.set("data", data);
    }
    return ContractsJson.mapper()
        .readTree(bodies.of(webhook.toString(), new EndpointOptions.Form(payload, language)));
  }
}
