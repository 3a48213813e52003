package io.deficitwatch.launcher.stack;

import java.nio.file.Path;
import java.util.Optional;

/** Directories with files of the user's own, absolute. */
public record OwnFiles(Optional<Path> catalogue, Optional<Path> indicators) {
  public static final OwnFiles NONE = new OwnFiles(Optional.empty(), Optional.empty());
}
