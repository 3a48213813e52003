package io.deficitwatch.alerting.persistence;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.deficitwatch.alerting.sample.Operator;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * While one replica after another is updated, those of the version before work on the new tables.
 */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class FormerVersionIT {
  @Inject DataSource database;

  @Test
  void theVersionBeforeGoesOnReadingAndWritingItsRules() {
    Operator.put("/v1/subscribers/former", "{\"name\":\"x\",\"locale\":\"en\"}")
        .then()
        .statusCode(201);

    assertThatCode(
            () ->
                run(
                    """
                    insert into rule (subscriber_id, id, name, severity, indicator_id, ref_area,
                      frequency, specification, other_indicator_id, patient, edition, since, saved_at)
                    values ('former', 'rule', 'x', 'info', 'FORMER', 'JP', 'A',
                      '{"condition":{"type":"NEW_RECORD"},"options":{"transform":"LEVEL","levels":[],"minPeriods":1}}',
                      null, true, 1, 0, now())
                    """,
                    """
                    select name, severity, indicator_id, ref_area, frequency, specification,
                      other_indicator_id, patient, edition, since, saved_at from rule
                    """))
        .doesNotThrowAnyException();
  }

  @Test
  void theVersionBeforeGoesOnWritingSeriesAndValues() {
    assertThatCode(
            () ->
                run(
                    """
                    insert into watched_series (indicator_id, ref_area, frequency)
                    values ('FORMER', 'JP', 'A')
                    """,
                    """
                    insert into indicator_value (indicator_id, ref_area, frequency,
                      definition_version, period, release_id, release_dataflow, released_at, value,
                      unit, valid_from, batch_id, arrived)
                    values ('FORMER', 'JP', 'A', 1, '2024', 'r', 'MOF:DIGITAL_BALANCE', now(), 1,
                      'JPY', null, null, 1)
                    """))
        .doesNotThrowAnyException();
  }

  private void run(String... statements) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
