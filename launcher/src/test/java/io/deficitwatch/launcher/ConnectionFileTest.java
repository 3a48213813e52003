package io.deficitwatch.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.launcher.stack.Secrets;
import io.deficitwatch.launcher.stack.StackPorts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionFileTest {
  @Test
  void isReadByAShellAndByItsOwnerOnly(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("connection.env");
    Secrets secrets = Secrets.in(directory.resolve("secrets.env"));

    ConnectionFile.write(file, StackPorts.after(20000), secrets);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Process shell =
        new ProcessBuilder(
                "sh", "-c", ". \"$0\"; echo $INGESTION_URL $KAFKA_BOOTSTRAP $JDBC_URL", file + "")
            .start();
    assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
        .isEqualTo(
            "http://127.0.0.1:20001 127.0.0.1:20005"
                + " jdbc:postgresql://127.0.0.1:20006/metrics?user=reader&password="
                + secrets.get(Secrets.Name.READER_DATABASE_PASSWORD));
  }
}
