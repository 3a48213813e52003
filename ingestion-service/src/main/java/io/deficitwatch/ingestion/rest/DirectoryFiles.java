package io.deficitwatch.ingestion.rest;

import io.deficitwatch.ingestion.backfill.BackfillFiles;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files in a directory of the server and in those below it. */
record DirectoryFiles(Path directory) implements BackfillFiles {
  /**
   * @param root the directory that may be read
   * @param name of the one that is asked for, below it
   * @throws IllegalArgumentException if there is none, or it is not below the root
   */
  static DirectoryFiles below(Optional<Path> root, String name) {
    if (root.isEmpty()) {
      throw new IllegalArgumentException(
          "cannot be used here: deficitwatch.backfill.directory is not set");
    }
    try {
      Path allowed = root.get().toRealPath();
      Path wanted = allowed.resolve(name).toRealPath();
      if (wanted.startsWith(allowed) && Files.isDirectory(wanted)) {
        return new DirectoryFiles(wanted);
      }
    } catch (IOException | InvalidPathException _) {
      // As with one that is elsewhere: a stranger is not told what is there.
    }
    throw new IllegalArgumentException(
        QuotedText.quote(name) + " is no directory below the one for backfills");
  }

  @Override
  public void visit(Visitor visitor) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(directory)) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path file : files) {
      if (file.toRealPath().startsWith(directory)) {
        try (InputStream bytes = Files.newInputStream(file)) {
          visitor.file(directory.relativize(file).toString(), bytes);
        }
      }
    }
  }
}
