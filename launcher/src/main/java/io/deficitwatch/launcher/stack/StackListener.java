package io.deficitwatch.launcher.stack;

import java.nio.file.Path;
import java.time.Duration;

/** Is told how the stack comes up, lives and goes down. */
public interface StackListener {
  /** A part begins to start or stop: a few words for people. */
  void progress(String what);

  /** A part is up. */
  void up(String what, Duration after);

  /** A service ended unasked and will be started again. */
  void serviceEnded(Service service, int exitCode);

  /** A service ended too often. */
  void serviceGivenUp(Service service, Path log);
}
