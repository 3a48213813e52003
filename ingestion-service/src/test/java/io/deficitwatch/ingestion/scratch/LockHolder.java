package io.deficitwatch.ingestion.scratch;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Another process that holds the lock on a file until it is killed. */
final class LockHolder {
  private LockHolder() {}

  public static void main(String[] arguments) throws Exception {
    try (HeldFile held = HeldFile.take(Path.of(arguments[0])).orElseThrow()) {
      System.out.println(held.channel().isOpen() ? "held" : "closed");
      new CountDownLatch(1).await();
    }
  }
}
