package io.deficitwatch.ingestion.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HurriedStreamTest {
  private final AtomicLong clock = new AtomicLong();
  private final HurriedStream stream =
      new HurriedStream(
          new ByteArrayInputStream(new byte[10_000]), Duration.ofSeconds(30), 100, clock::get);

  @Test
  void cutsOffWhoSendsAByteNowAndThen() throws IOException {
    pass(29);
    assertThat(stream.read()).isZero();
    pass(2);
    assertThatThrownBy(stream::read)
        .isInstanceOf(HurriedStream.TooSlow.class)
        .hasMessage("2 bytes in 31 s");
  }

  @Test
  void waitsLongForWhoSendsMuch() throws IOException {
    pass(100);
    assertThat(stream.read(new byte[8_000])).isEqualTo(8_000);
    pass(20);
    assertThat(stream.readAllBytes()).hasSize(2_000);
  }

  private void pass(int seconds) {
    clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }
}
