package io.deficitwatch.metrics.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.metrics.scenario.ScenarioDocument;
import io.deficitwatch.metrics.scenario.ScenarioDocument.PointDocument;
import io.deficitwatch.metrics.scenario.ScenarioStore;
import io.deficitwatch.metrics.scenario.ScenarioStore.Stored;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Scenarios of users on a real database. */
class ScenarioStoreIT {
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  @RegisterExtension static final Database database = new Database();

  private final ScenarioStore scenarios = new JdbcScenarioStore(database.dataSource());

  @BeforeEach
  void empty() throws SQLException {
    execute("truncate scenario");
  }

  @Test
  void findsThoseOfAnIndicatorAndNoOthers() {
    Stored both = scenario("TWO", "ONE", "OTHER");
    assertThat(scenarios.save(both)).isTrue();
    assertThat(scenarios.save(scenario("LAST", "OTHER"))).isTrue();
    assertThat(scenarios.save(scenario("FIRST", "ONE"))).isTrue();

    assertThat(scenarios.listFor("ONE")).extracting(Stored::id).containsExactly("FIRST", "TWO");
    assertThat(scenarios.listFor("ON")).isEmpty();
    assertThat(scenarios.listFor("' or \"")).isEmpty();
    assertThat(scenarios.find("TWO")).contains(both);
    assertThat(scenarios.find("NONE")).isEmpty();
    assertThat(scenarios.count()).isEqualTo(3);

    assertThat(scenarios.save(scenario("TWO", "OTHER"))).isFalse();
    assertThat(scenarios.listFor("ONE")).extracting(Stored::id).containsExactly("FIRST");
    assertThat(scenarios.delete("FIRST")).isTrue();
    assertThat(scenarios.listFor("ONE")).isEmpty();
  }

  /** While replicas are replaced, those of the version before go on writing. */
  @Test
  void findsWhatWasSavedWithoutTheColumn() throws Exception {
    execute(
        """
        insert into scenario (id, saved_at, document)
        values ('OLD', now(), '{"title":null,"indicators":["  ONE\\n","OTHER"],"points":[{"period":"2030","value":-1.50}]}')
        """);
    String migration =
        Files.readString(
            Path.of("src/main/resources/db/migration/V0150__find_scenarios_by_indicator.sql"));

    execute(migration.substring(0, migration.indexOf("alter table")));

    assertThat(scenarios.listFor("ONE")).extracting(Stored::id).containsExactly("OLD");
    assertThat(scenarios.listFor("OTHER").getFirst().document().points())
        .containsExactly(new PointDocument("2030", new BigDecimal("-1.50")));
  }

  @Test
  void readsThemThroughTheIndex() throws SQLException {
    for (int i = 0; i < 1_000; i++) {
      scenarios.save(scenario("S" + i, "INDICATOR-" + i % 50));
    }
    execute("analyze scenario");
    List<String> plan = new ArrayList<>();
    Sql.query(
        database.connection(),
        "explain select id, saved_at, document from scenario"
            + " where indicators @> to_jsonb(?::text) order by id",
        row -> plan.add(row.getString(1)),
        "INDICATOR-7");

    assertThat(plan).anyMatch(line -> line.contains("scenario_indicators_idx"));
    assertThat(scenarios.listFor("INDICATOR-7")).hasSize(20);
  }

  private static Stored scenario(String id, String... indicators) {
    return new Stored(
        id,
        new ScenarioDocument(
            new ScenarioDocument.Title("A scenario", "シナリオ"),
            "As long as users write. ".repeat(50),
            List.of(),
            List.of(indicators),
            List.of(new PointDocument("2030", new BigDecimal("-10000000000000")))),
        AT);
  }

  private static void execute(String sql) throws SQLException {
    try (var statement = database.connection().createStatement()) {
      statement.execute(sql);
    }
    database.connection().commit();
  }
}
