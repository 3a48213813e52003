package io.deficitwatch.launcher.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the user wants other than usual of the services.
 *
 * @param catalogue a directory with catalogue files of the user's own, absolute
 * @param indicators a directory with definitions of the user's own, absolute
 * @param jvm options that are added to the usual ones and win over them
 */
public record ServiceOptions(
    Optional<Path> catalogue, Optional<Path> indicators, List<String> jvm) {
  public static final ServiceOptions NONE =
      new ServiceOptions(Optional.empty(), Optional.empty(), List.of());

  public ServiceOptions {
    jvm = List.copyOf(jvm);
  }

  public ServiceOptions withCatalogue(Path directory) {
    return new ServiceOptions(Optional.of(directory), indicators, jvm);
  }

  public ServiceOptions withIndicators(Path directory) {
    return new ServiceOptions(catalogue, Optional.of(directory), jvm);
  }

  public ServiceOptions withJvm(List<String> options) {
    return new ServiceOptions(catalogue, indicators, options);
  }
}
