package io.deficitwatch.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A directory that is filled under another name and gets its own when it is whole: a filling that
 * was broken off is never taken for the thing itself.
 */
final class WholeDirectory {
  private WholeDirectory() {}

  /** Fills a directory that exists and is empty. */
  interface Filling {
    void fill(Path directory) throws IOException;
  }

  /** Makes the directory, unless it is there already. */
  static void make(Path directory, Filling filling) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    Path parent = Files.createDirectories(directory.toAbsolutePath().getParent());
    String unfinished = "unfinished-" + directory.getFileName() + "-";
    clearUnfinished(parent, unfinished);
    Path fresh = Files.createTempDirectory(parent, unfinished);
    try {
      filling.fill(fresh);
      Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(fresh);
    }
  }

  // What a killed process left.
  private static void clearUnfinished(Path parent, String prefix) {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, prefix + "*")) {
      for (Path unfinished : found) {
        delete(unfinished);
      }
    } catch (IOException | UncheckedIOException e) {
      // A program that the killed process had called may still be writing there: next time.
    }
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
