package io.deficitwatch.ingestion.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deficitwatch.ingestion.release.Scratch.Room;
import io.deficitwatch.ingestion.release.ScratchFull;
import io.deficitwatch.ingestion.release.SpooledContent;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedRoomTest {
  private static final int MOST = 1 << 20;
  private final SharedRoom room = new SharedRoom(MOST);

  @Test
  void givesNoMoreThanThereIsAndTakesBackWhatWasGiven() {
    Room first = room.part();
    first.reach(MOST - 10);
    first.reach(5);
    Room second = room.part();
    second.reach(10);
    assertThatThrownBy(() -> second.reach(11)).isInstanceOf(ScratchFull.class);

    first.close();
    first.close();
    second.reach(MOST);
    assertThatThrownBy(() -> room.part().reach(1)).isInstanceOf(ScratchFull.class);
  }

  @Test
  void aNumberThatNobodyHasRoomForIsNotTakenForASmallOne() {
    Room first = room.part();
    first.reach(1);
    assertThatThrownBy(() -> room.part().reach(Long.MAX_VALUE)).isInstanceOf(ScratchFull.class);
  }

  @Test
  void bodiesHaveRoomUntilTheyAreClosed(@TempDir Path root) throws Exception {
    OwnDirectory own = new OwnDirectory(root, MOST);
    byte[] large = new byte[MOST * 2 / 3];

    try (var first = SpooledContent.of(new ByteArrayInputStream(large), own)) {
      assertThat(first.size()).isEqualTo(large.length);
      assertThatThrownBy(() -> SpooledContent.of(new ByteArrayInputStream(large), own))
          .isInstanceOf(ScratchFull.class);
      assertThat(own.directory().toFile().list()).hasSize(1);
      var unread = new ByteArrayInputStream(large);
      assertThatThrownBy(() -> SpooledContent.of(unread, own, large.length))
          .isInstanceOf(ScratchFull.class);
      assertThat(unread.available()).isEqualTo(large.length);
    }
    SpooledContent.of(new ByteArrayInputStream(large), own, large.length).close();
    own.remove();
  }
}
