package io.deficitwatch.contracts.event;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleasePublishedTest {
  @ParameterizedTest
  @CsvSource({"0, 1", "2, 1", "1, 0"})
  void refusesAPartThatTheReleaseDoesNotHave(int number, int of) {
    assertThatIllegalArgumentException().isThrownBy(() -> new ReleasePublished.Part(number, of));
  }
}
