package io.deficitwatch.ingestion.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.ingestion.rest.Client.Answer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class CalendarIT {
  private static final String WINTER =
      "dataflow=BOJ:BP01&from=2026-12-01T00:00:00Z&to=2027-04-01T00:00:00Z";

  @Test
  void listsReleasesToComeInOrder() {
    Answer answer = Client.READER.get("/v1/calendar?" + WINTER);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).contains("max-age=3600");
    JsonNode releases = answer.json().path("releases");
    assertThat(texts(releases, "id"))
        .containsExactly(
            "BOJ:BP01/preliminary/2026-10",
            "BOJ:BP01/preliminary/2026-11",
            "BOJ:BP01/second-preliminary/2026-Q3",
            "BOJ:BP01/preliminary/2026-12",
            "BOJ:BP01/regional/2026-Q3",
            "BOJ:BP01/preliminary/2027-01");
    assertThat(texts(releases, "dueAt").getFirst()).isEqualTo("2026-12-07T23:50:00Z");
    assertThat(answer.json().path("creditLines").path("BOJ").asText())
        .contains("日本銀行時系列統計データ検索サイト");
    assertThat(texts(releases, "basis").getFirst()).isEqualTo("ANNOUNCED");
    assertThat(texts(releases, "basis").getLast()).isEqualTo("RULE");
    assertThat(texts(releases, "title").getFirst())
        .isEqualTo("Balance of payments of Japan, preliminary: October 2026");
  }

  @Test
  void speaksJapanese() {
    JsonNode releases = Client.READER.get("/v1/calendar?lang=ja&" + WINTER).json().path("releases");

    assertThat(texts(releases, "title").getFirst()).isEqualTo("国際収支状況（速報）：2026年10月");
  }

  @Test
  void beginsTodayIfNothingIsSaid() {
    JsonNode releases = Client.READER.get("/v1/calendar").json().path("releases");

    assertThat(releases.size()).isGreaterThan(12);
    assertThat(Instant.parse(texts(releases, "dueAt").getFirst()))
        .isAfter(Instant.now().minusSeconds(86_400));
  }

  @Test
  void namesEveryFaultOfARequest() {
    Answer answer = Client.READER.get("/v1/calendar?dataflow=BP01&from=2026-12-01&to=x&lang=fr");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.pointers()).containsExactly("dataflow", "from", "to", "lang");
    assertThat(
            Client.READER
                .get("/v1/calendar.ics?from=2026-12-01T00:00:00Z&to=2026-11-01T00:00:00Z")
                .pointers())
        .containsExactly("to");
    assertThat(Client.NOBODY.get("/v1/calendar").status()).isEqualTo(401);
  }

  @Test
  void servesAValidCalendarThatKeepsItsNames() throws IOException, ParserException {
    Answer answer = Client.READER.get("/v1/calendar.ics?lang=ja&" + WINTER);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/calendar;charset=UTF-8");
    assertThat(answer.header("Cache-Control")).contains("max-age=3600");
    Calendar calendar = parsed(answer);
    assertThat(calendar.validate(true).getEntries()).isEmpty();
    List<VEvent> events = calendar.getComponents("VEVENT");
    assertThat(events).hasSize(6);
    VEvent first = events.getFirst();
    assertThat(value(first, Property.UID))
        .isEqualTo("urn:deficitwatch:release:BOJ:BP01/preliminary/2026-10");
    assertThat(value(first, Property.DTSTART)).isEqualTo("20261207T235000Z");
    assertThat(value(first, Property.DTSTAMP)).isEqualTo("20260908T000000Z");
    assertThat(value(first, Property.SEQUENCE)).isEqualTo("1");
    assertThat(value(first, Property.STATUS)).isEqualTo("CONFIRMED");
    assertThat(value(first, Property.SUMMARY)).isEqualTo("国際収支状況（速報）：2026年10月");
    assertThat(value(events.getLast(), Property.STATUS)).isEqualTo("TENTATIVE");
    assertThat(value(events.getLast(), Property.SEQUENCE)).isEqualTo("0");
    assertThat(new String(answer.response().body(), UTF_8).lines())
        .allSatisfy(line -> assertThat(line.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(75));
  }

  @Test
  void doesNotSendAgainWhatTheCallerHas() {
    Answer first = Client.READER.get("/v1/calendar.ics?" + WINTER);

    Answer again =
        Client.READER.get("/v1/calendar.ics?" + WINTER, "If-None-Match", first.header("ETag"));

    assertThat(first.header("ETag")).isNotEmpty();
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.response().body()).isEmpty();
  }

  private static Calendar parsed(Answer answer) throws IOException, ParserException {
    return new CalendarBuilder().build(new ByteArrayInputStream(answer.response().body()));
  }

  private static String value(VEvent event, String property) {
    return event.getProperty(property).map(Property::getValue).orElse("");
  }

  private static List<String> texts(JsonNode releases, String field) {
    return StreamSupport.stream(releases.spliterator(), false)
        .map(release -> release.path(field).asText())
        .toList();
  }
}
