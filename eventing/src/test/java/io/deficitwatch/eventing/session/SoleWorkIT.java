package io.deficitwatch.eventing.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deficitwatch.eventing.session.SoleWork.Turn;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class SoleWorkIT {
  private static final long LOCK = 4711;

  @Inject SoleWork soleWork;
  @Inject DataSource database;

  @Test
  void oneAtATimeHasTheTurn() {
    try (Turn first = soleWork.take("test-work", LOCK).orElseThrow()) {
      assertThat(first.isHeld()).isTrue();
      assertThat(soleWork.take("test-work", LOCK)).isEmpty();
      try (Turn other = soleWork.take("other-work", LOCK + 1).orElseThrow()) {
        assertThat(other.isHeld()).isTrue();
      }
    }
    await().until(() -> taken());
  }

  @Test
  void aTurnEndsWithItsSession() throws SQLException {
    try (Turn lost = soleWork.take("lost-work", LOCK + 2).orElseThrow()) {
      try (var connection = database.getConnection();
          var statement = connection.createStatement()) {
        statement.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lost-work'");
      }

      await().until(() -> !lost.isHeld());
      await().until(() -> taken(LOCK + 2));
    }
  }

  private boolean taken() {
    return taken(LOCK);
  }

  private boolean taken(long lock) {
    var turn = soleWork.take("test-work", lock);
    turn.ifPresent(Turn::close);
    return turn.isPresent();
  }
}
