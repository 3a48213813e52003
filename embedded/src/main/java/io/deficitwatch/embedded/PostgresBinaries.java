package io.deficitwatch.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, unpacked from the archive that Maven brings for this platform. */
final class PostgresBinaries {
  private PostgresBinaries() {}

  /**
   * The installation directory, with {@code bin} in it. Unpacks below {@code directory} what is not
   * there yet.
   */
  static Path unpack(Path directory) throws IOException {
    URL archive = archive();
    Path installed = directory.resolve(fingerprint(archive));
    WholeDirectory.make(
        installed,
        fresh -> {
          try (InputStream in = archive.openStream()) {
            extract(in, fresh);
          }
          Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        });
    return installed;
  }

  private static URL archive() throws IOException {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch");
    String name =
        "/postgres-%s-%s.txz"
            .formatted(
                os.contains("mac") ? "darwin" : os.replace(' ', '_'),
                arch.equals("aarch64") ? "arm_64" : "x86_64");
    URL found = PostgresBinaries.class.getResource(name);
    if (found == null) {
      throw new IOException(
          "no PostgreSQL for this platform: " + name + " is not on the classpath");
    }
    return found;
  }

  private static String fingerprint(URL archive) throws IOException {
    return archive.openConnection() instanceof JarURLConnection jar
        ? Long.toHexString(jar.getJarEntry().getCrc())
        : "unpacked";
  }

  private static void extract(InputStream archive, Path target) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive, 1 << 16)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("the archive leads outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
          continue;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
          Files.createLink(path, target.resolve(entry.getLinkName()));
        } else {
          Files.copy(tar, path);
          boolean executable = (entry.getMode() & 0100) != 0;
          Files.setPosixFilePermissions(
              path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
      }
    }
  }
}
