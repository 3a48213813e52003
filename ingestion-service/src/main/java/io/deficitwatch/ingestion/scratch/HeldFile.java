package io.deficitwatch.ingestion.scratch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** A file on which this process holds a lock, until it closes it or ends in whatever way. */
record HeldFile(Path file, FileChannel channel) implements AutoCloseable {

  /** A new file; empty if another process took it for abandoned before it was locked. */
  static Optional<HeldFile> create(Path file) throws IOException {
    return hold(file, StandardOpenOption.CREATE_NEW).filter(held -> Files.exists(held.file()));
  }

  /** A file that is there; empty if a process holds it, or it has gone. */
  static Optional<HeldFile> take(Path file) throws IOException {
    try {
      return hold(file, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  private static Optional<HeldFile> hold(Path file, OpenOption option) throws IOException {
    FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.WRITE, option));
    boolean held = false;
    try {
      held = channel.tryLock() != null;
      return held ? Optional.of(new HeldFile(file, channel)) : Optional.empty();
    } catch (OverlappingFileLockException _) {
      // This very process holds it.
      return Optional.empty();
    } finally {
      if (!held) {
        channel.close();
      }
    }
  }

  /** What directories below this one are created with, so that others cannot look into them. */
  static FileAttribute<?>[] forOwnerOnly(Path root) {
    return root.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
