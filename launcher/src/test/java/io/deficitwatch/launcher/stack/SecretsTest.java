package io.deficitwatch.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @Test
  void areMadeOnceAndKeptForTheirOwner(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("secrets.env");

    Secrets first = Secrets.in(file);
    Secrets second = Secrets.in(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Secrets.Name.values())
        .allSatisfy(
            name -> assertThat(second.get(name)).isEqualTo(first.get(name)).hasSizeGreaterThan(24))
        .extracting(first::get)
        .doesNotHaveDuplicates();
  }

  @Test
  void addWhatALaterVersionNeedsAndKeepTheRest(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("secrets.env");
    Files.writeString(file, "OPERATOR_TOKEN=kept\n");

    Secrets secrets = Secrets.in(file);

    assertThat(secrets.get(Secrets.Name.OPERATOR_TOKEN)).isEqualTo("kept");
    assertThat(Secrets.in(file).get(Secrets.Name.WEBHOOK_SECRET))
        .startsWith("whsec_")
        .isEqualTo(secrets.get(Secrets.Name.WEBHOOK_SECRET));
  }
}
