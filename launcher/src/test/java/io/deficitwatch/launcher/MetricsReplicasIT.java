package io.deficitwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deficitwatch.contracts.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances of metrics share a topic of shuffled and repeated releases; meanwhile they, the
 * database and the broker are killed or stopped, and started again. The whole store, the answers
 * and the compacted topic are those of one instance that had everything once and in order.
 */
class MetricsReplicasIT {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Map<String, String> QUICK =
      Map.of("kafka.session.timeout.ms", "6000", "quarkus.log.level", "WARN");

  /** Every table that a release leaves something in, by names and not by numbers of this store. */
  private static final List<String> STORE =
      List.of(
          """
          select concat_ws(' ', s.dataflow, s.series_key, o.period, r.id, o.value, o.status,
                           o.dropped, o.known_from)
          from observation o join series s on s.id = o.series_id
          join release r on r.number = o.release_number order by 1
          """,
          """
          select concat_ws(' ', s.dataflow, s.series_key, r.id, v.from_period, v.to_period,
                           v.unit_multiplier)
          from vintage v join series s on s.id = v.series_id
          join release r on r.number = v.release_number order by 1
          """,
          """
          select concat_ws(' ', v.indicator_id, v.definition_version, v.ref_area, v.frequency,
                           v.period, r.id, v.value, v.status, v.basis)
          from indicator_value v join release r on r.number = v.release_number order by 1
          """);

  @TempDir(cleanup = org.junit.jupiter.api.io.CleanupMode.ON_SUCCESS)
  Path directory;

  @Test
  void answersTheSameHoweverReleasesComeAndHoweverOftenAnInstanceIsKilled() throws Exception {
    Random random = new Random(7);
    List<AreaReleases.Message> releases = AreaReleases.made(random);
    Outcome expected;
    try (var servers = servers("one");
        var only = new ServiceProcess(servers, "only", QUICK)) {
      AreaReleases.publish(servers, releases);
      awaitMerged(servers, releases);
      expected = Outcome.of(servers, only);
    }
    assertThat(expected.store.getLast()).hasSizeGreaterThan(1000);

    List<AreaReleases.Message> arriving = new ArrayList<>(releases);
    arriving.addAll(releases.subList(0, releases.size() / 3));
    Collections.shuffle(arriving, random);
    try (var servers = servers("two");
        var first = new ServiceProcess(servers, "first", QUICK);
        var second = new ServiceProcess(servers, "second", QUICK)) {
      for (int round = 0; round < 4; round++) {
        int size = arriving.size() / 4;
        long before = merged(servers);
        AreaReleases.publish(servers, arriving.subList(round * size, (round + 1) * size));
        await().atMost(PATIENCE).until(() -> merged(servers) > before);
        switch (round) {
          case 0 -> restart(first);
          case 1 -> servers.killDatabase();
          case 2 -> {
            servers.stopKafka();
            servers.startKafka();
          }
          default -> restart(second);
        }
      }
      AreaReleases.publish(servers, arriving.subList(arriving.size() / 4 * 4, arriving.size()));
      awaitMerged(servers, releases);

      Outcome shared = Outcome.of(servers, first);
      assertThat(shared.store).isEqualTo(expected.store);
      assertThat(shared.topic).isEqualTo(expected.topic);
      assertThat(shared.answers).isEqualTo(expected.answers);
      assertThat(Outcome.answers(second)).isEqualTo(expected.answers);
    }
  }

  private static void restart(ServiceProcess instance) throws Exception {
    instance.kill();
    instance.start();
  }

  private ServiceServers servers(String name) throws Exception {
    var servers = new ServiceServers(Files.createDirectory(directory.resolve(name)), "metrics");
    servers.createTopic(Topics.RELEASES);
    return servers;
  }

  private static long merged(ServiceServers servers) throws Exception {
    return servers.query("select count(*) from merged_area");
  }

  private static void awaitMerged(ServiceServers servers, List<AreaReleases.Message> releases) {
    await().atMost(PATIENCE).until(() -> merged(servers) == releases.size());
  }

  /**
   * What can be seen from outside.
   *
   * @param topic the last of each key, a removed one left out
   */
  private record Outcome(
      List<List<String>> store, Map<String, String> topic, List<JsonNode> answers) {
    static Outcome of(ServiceServers servers, ServiceProcess instance) throws Exception {
      List<List<String>> store = new ArrayList<>();
      for (String table : STORE) {
        store.add(servers.lines(table));
      }
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(topic(servers).keySet()).isEqualTo(latest(servers)));
      return new Outcome(store, topic(servers), answers(instance));
    }

    private static Set<String> latest(ServiceServers servers) throws Exception {
      return new TreeSet<>(
          servers.lines(
              """
              select last.key from (
                select distinct on (1)
                  concat_ws('/', v.indicator_id, v.ref_area, v.frequency, v.period) as key, v.value
                from indicator_value v join release r on r.number = v.release_number
                order by 1, r.released_at desc, r.received_at desc, r.id desc) last
              where last.value is not null
              """));
    }

    private static Map<String, String> topic(ServiceServers servers) throws Exception {
      Map<String, String> topic = new TreeMap<>();
      for (ConsumerRecord<String, byte[]> record : servers.records("indicators.v1")) {
        if (record.value() == null) {
          topic.remove(record.key());
        } else {
          JsonNode value = new ObjectMapper().readTree(new String(record.value(), UTF_8));
          topic.put(
              record.key(),
              value.path("value") + " " + value.path("status") + value.path("vintage"));
        }
      }
      return topic;
    }

    static List<JsonNode> answers(ServiceProcess instance) throws Exception {
      List<JsonNode> answers = new ArrayList<>();
      for (int area : IntStream.range(0, AreaReleases.AREAS).toArray()) {
        answers.add(
            instance
                .get(
                    "/v1/indicators/DIGITALLY-DELIVERABLE/values?freq=A&includeHistory=true&refArea="
                        + AreaReleases.area(area))
                .path("values"));
      }
      return answers;
    }
  }
}
