package io.deficitwatch.alerting.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.deficitwatch.alerting.LinksConfig;
import io.deficitwatch.alerting.alert.AlertCard;
import io.deficitwatch.alerting.subscription.Language;
import io.deficitwatch.contracts.Topics;
import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.AlertGroupWebhook;
import io.deficitwatch.contracts.event.AlertWebhook;
import io.deficitwatch.contracts.event.EndpointWebhook;
import io.deficitwatch.contracts.event.EventType;
import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.edge.CreditLines;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Messages as cards, read from the bodies that are stored: the same on every attempt. */
@Singleton
class Cards {
  private static final LocalizedText ALERT_LINK = new LocalizedText("Alert", "アラート");
  private static final LocalizedText SERIES_LINK = new LocalizedText("Figures", "データ");

  private final LinksConfig links;
  private final CreditLines credits;

  Cards(LinksConfig links, CreditLines credits) {
    this.links = links;
    this.credits = credits;
  }

  /**
   * @param body as it is stored, JSON
   */
  Card read(String body, Language language) {
    try {
      JsonNode json = ContractsJson.mapper().readTree(body);
      String type = json.path("type").asText();
      if (isOfAlert(type)) {
        return of(ContractsJson.mapper().treeToValue(json, AlertWebhook.class).data(), language);
      }
      if (type.equals(AlertGroupWebhook.TYPE)) {
        return of(
            ContractsJson.mapper().treeToValue(json, AlertGroupWebhook.class).data(), language);
      }
      EndpointWebhook notice = ContractsJson.mapper().treeToValue(json, EndpointWebhook.class);
      return new Card(
          language,
          "Deficit Watch",
          Card.in(language, notice.data().summary()),
          List.of(),
          List.of(),
          List.of());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored message that cannot be read", e);
    }
  }

  /** The sentences of its alerts, and the credits of them all. */
  private Card of(AlertGroupWebhook.Group group, Language language) {
    return new Card(
        language,
        "Deficit Watch: " + Card.in(language, group.summary()),
        group.alerts().stream()
            .map(
                member ->
                    "• %s — %s"
                        .formatted(
                            Card.in(language, AlertCard.of(member.data()).headline()),
                            Card.in(language, member.data().summary())))
            .collect(Collectors.joining("\n")),
        List.of(),
        List.of(),
        group.alerts().stream()
            .flatMap(member -> credits(member.data()).stream())
            .distinct()
            .toList());
  }

  private static boolean isOfAlert(String type) {
    return Stream.of(EventType.values())
        .anyMatch(known -> known.topic().equals(Topics.ALERTS) && known.type().equals(type));
  }

  private Card of(AlertChanged change, Language language) {
    AlertCard card = AlertCard.of(change);
    return new Card(
        language,
        Card.in(language, card.headline()),
        Card.in(language, card.summary()),
        card.facts().stream()
            .map(
                fact ->
                    new Card.Line(Card.in(language, fact.name()), Card.in(language, fact.value())))
            .toList(),
        links(change, language),
        credits(change));
  }

  private List<Card.Link> links(AlertChanged change, Language language) {
    List<Card.Link> found = new ArrayList<>();
    links
        .alerting()
        .map(base -> link(base, "/v1/alerts/" + encode(change.alertId())))
        .ifPresent(url -> found.add(new Card.Link(Card.in(language, ALERT_LINK), url)));
    IndicatorRef indicator = change.indicator();
    links
        .metrics()
        .map(
            base ->
                link(
                    base,
                    "/v1/indicators/%s/values?refArea=%s&freq=%s&includeHistory=true"
                        .formatted(
                            encode(indicator.id()),
                            encode(indicator.refArea()),
                            encode(indicator.frequency().name()))))
        .ifPresent(url -> found.add(new Card.Link(Card.in(language, SERIES_LINK), url)));
    return found;
  }

  private static URI link(URI base, String path) {
    return URI.create(base.toString().replaceAll("/+$", "") + path);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Of everybody whose figures are shown. */
  private List<String> credits(AlertChanged change) {
    return Stream.concat(
            Stream.of(change.figure().vintage()),
            change.cause().revised().map(Figure::vintage).stream())
        .map(Vintage::dataflow)
        .map(dataflow -> credits.find(dataflow.agency()))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }
}
