package io.deficitwatch.launcher.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * The JVM's ahead-of-time cache of one service. It is trained by the first run and written as that
 * process ends; the name carries a fingerprint of the JVM and the jars, so a service that was built
 * anew trains anew.
 *
 * @param directory holds the caches of this service, beside its application
 * @param file the whole cache
 * @param training where the JVM writes it: a run that was killed leaves nothing under the real name
 */
record AotCache(Path directory, Path file, Path training) {

  /** The cache of an application directory that Quarkus built, kept beside it. */
  static AotCache of(Path application) throws IOException {
    Path directory = application.resolveSibling("aot");
    Path file = directory.resolve(fingerprint(application) + ".aot");
    return new AotCache(
        directory,
        file,
        file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid()));
  }

  /** What the JVM is told to use the cache; nothing if there is none. */
  List<String> use() {
    return trained()
        ? List.of("-XX:AOTCache=" + file, "-Xlog:aot=off", "-Xlog:cds=off")
        : List.of();
  }

  /** What the JVM is told to write the cache when it ends. */
  List<String> train() {
    return List.of("-XX:AOTCacheOutput=" + training, "-Xlog:aot*=off", "-Xlog:cds*=off");
  }

  /** Whether there is none and one can be written. */
  boolean trainable() {
    return !trained() && writable();
  }

  // The project may have been built by another user than the one who runs it.
  private boolean writable() {
    try {
      Files.createDirectories(directory);
      return Files.isWritable(directory);
    } catch (IOException e) {
      return false;
    }
  }

  boolean trained() {
    return Files.exists(file);
  }

  /** To be called when the process that trained has ended by itself. */
  void keep() throws IOException {
    if (Files.exists(training)) {
      Files.move(training, file, StandardCopyOption.ATOMIC_MOVE);
    }
    if (!Files.exists(file)) {
      return;
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(directory)) {
      for (Path other : all) {
        if (!other.equals(file)) {
          Files.deleteIfExists(other);
        }
      }
    }
  }

  /** To be called when it was killed. */
  void discard() throws IOException {
    Files.deleteIfExists(training);
    // What the JVM writes first, for the process of its own that makes the cache of it.
    Files.deleteIfExists(training.resolveSibling(training.getFileName() + ".config"));
  }

  private static String fingerprint(Path application) throws IOException {
    var checksum = new CRC32C();
    update(checksum, System.getProperty("java.vm.version"));
    try (Stream<Path> below = Files.walk(application)) {
      for (Path jar : below.filter(path -> path.toString().endsWith(".jar")).sorted().toList()) {
        BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
        update(checksum, jar + " " + attributes.size() + " " + attributes.lastModifiedTime());
      }
    }
    return HexFormat.of().toHexDigits((int) checksum.getValue());
  }

  private static void update(CRC32C checksum, String text) {
    checksum.update(text.getBytes(StandardCharsets.UTF_8));
  }
}
