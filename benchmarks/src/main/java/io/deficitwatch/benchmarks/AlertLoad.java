package io.deficitwatch.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.deficitwatch.contracts.Topics;
import io.deficitwatch.contracts.event.EventType;
import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.contracts.event.IndicatorRecomputed.Basis;
import io.deficitwatch.contracts.event.IndicatorRecomputed.Batch;
import io.deficitwatch.contracts.event.IndicatorRecomputed.Reach;
import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.event.Ranking;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Indicator values on {@code indicators.v1}, as metrics publishes them: each revises the one figure
 * of its series to the other side of a limit, and so changes exactly one alert.
 */
final class AlertLoad implements AutoCloseable {
  static final String LIMIT = "-5000000000000";
  static final int SERIES = 60;
  private static final TimePeriod PERIOD = TimePeriod.parse("2024");
  private static final DataflowRef DATAFLOW = DataflowRef.parse("BENCHMARK:LOAD");
  private static final BigDecimal ABOVE = new BigDecimal("-4000000000000");
  private static final BigDecimal BELOW = new BigDecimal("-6000000000000");

  private final KafkaProducer<String, byte[]> producer;
  private final String run;
  private int sent;

  /**
   * @param run names the series, so that each run has its own
   */
  AlertLoad(String brokers, String run) {
    this.run = run;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", brokers, "acks", "all", "linger.ms", "0"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  String indicator(int series) {
    return "LOAD-%s-%d".formatted(run, series);
  }

  /** The first values, which are above the limit: they change no alert. */
  void begin() {
    for (int i = 0; i < SERIES; i++) {
      send(i, "first-" + i, ABOVE, Optional.empty());
    }
    producer.flush();
  }

  /**
   * Open loop: what is late is sent at once, and its latency counts from when it was to be sent.
   *
   * @param marks is told the number and the moment ({@link System#nanoTime}) at which each is due
   */
  void publish(int count, double perSecond, Marks marks) {
    long begun = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long due = begun + (long) (i * 1e9 / perSecond);
      long wait = due - System.nanoTime();
      while (wait > 0) {
        LockSupport.parkNanos(wait);
        wait = due - System.nanoTime();
      }
      marks.due(sent, due);
      change();
    }
    producer.flush();
  }

  /** Notes when a message was to be sent. */
  interface Marks {
    void due(int number, long nanos);
  }

  int sent() {
    return sent;
  }

  private void change() {
    int series = sent % SERIES;
    boolean below = sent / SERIES % 2 == 0;
    Vintage before = vintage("former");
    send(
        series,
        Integer.toString(sent),
        below ? BELOW : ABOVE,
        Optional.of(new Figure(below ? ABOVE : BELOW, before)));
    sent++;
  }

  /** The number of the message that a webhook is about, by its release. */
  static int number(String releaseId) {
    return Integer.parseInt(releaseId.substring(releaseId.lastIndexOf('/') + 1));
  }

  private Vintage vintage(String number) {
    return new Vintage(run + "/" + number, DATAFLOW, Instant.now());
  }

  private void send(int series, String number, BigDecimal value, Optional<Figure> previous) {
    Vintage vintage = vintage(number);
    var event =
        new IndicatorRecomputed(
            new IndicatorRef(indicator(series), 1, "JP", Frequency.A, "JPY"),
            PERIOD,
            Optional.of(value),
            ObservationStatus.P,
            Basis.PUBLISHED_TOTAL,
            vintage,
            previous,
            new Figure(ABOVE, vintage),
            Optional.empty(),
            Optional.of(
                new Reach(
                    Optional.of(PERIOD),
                    previous.map(figure -> new Ranking.Holder(PERIOD, figure.value())))),
            Optional.of(new Batch(vintage.releaseId(), 1)));
    var record = new ProducerRecord<>(Topics.INDICATORS, event.key(), json(event));
    headers(event)
        .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    var _ = producer.send(record);
  }

  private static byte[] json(IndicatorRecomputed event) {
    try {
      return ContractsJson.mapper().writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> headers(IndicatorRecomputed event) {
    return Map.of(
        "ce_specversion", "1.0",
        "ce_id", event.key() + "/" + event.vintage().releaseId(),
        "ce_type", EventType.INDICATOR_RECOMPUTED.type(),
        "ce_source", "/metrics-service",
        "ce_subject", event.key(),
        "ce_time", event.vintage().releasedAt().toString(),
        "ce_partitionkey", event.key(),
        "ce_dataschema", EventType.INDICATOR_RECOMPUTED.dataSchema().toString(),
        "content-type", "application/json");
  }

  @Override
  public void close() {
    producer.close();
  }
}
