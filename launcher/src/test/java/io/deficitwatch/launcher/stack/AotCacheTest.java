package io.deficitwatch.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {
  @TempDir private Path target;
  private Path application = Path.of("");

  @BeforeEach
  void build() throws Exception {
    application = Files.createDirectories(target.resolve("quarkus-app"));
    Files.writeString(application.resolve("quarkus-run.jar"), "first build");
  }

  @Test
  void isTrainedOnceAndUsedFromThenOn() throws Exception {
    AotCache first = AotCache.of(application);
    assertThat(first.trainable()).isTrue();
    assertThat(first.train()).contains("-XX:AOTCacheOutput=" + first.training());
    Files.writeString(first.training(), "classes");
    first.keep();

    AotCache second = AotCache.of(application);

    assertThat(second.trainable()).isFalse();
    assertThat(second.use()).contains("-XX:AOTCache=" + first.file());
  }

  @Test
  void isTrainedAnewForANewBuildAndTheOldOneGoes() throws Exception {
    AotCache old = AotCache.of(application);
    assertThat(old.trainable()).isTrue();
    Files.writeString(old.training(), "classes");
    old.keep();
    Files.writeString(application.resolve("quarkus-run.jar"), "second build");

    AotCache fresh = AotCache.of(application);
    assertThat(fresh.trainable()).isTrue();
    Files.writeString(fresh.training(), "classes");
    fresh.keep();

    assertThat(old.file()).doesNotExist();
    assertThat(fresh.file()).exists();
  }

  @Test
  void isNotTakenFromAProcessThatWasKilled() throws Exception {
    AotCache cache = AotCache.of(application);
    assertThat(cache.trainable()).isTrue();
    Files.writeString(cache.training(), "half of the cl");

    cache.discard();

    assertThat(AotCache.of(application).use()).isEmpty();
  }
}
