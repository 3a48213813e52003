package io.deficitwatch.alerting.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Resolves the hosts of endpoints. The JDK waits for a name server that does not answer for half a
 * minute and holds the thread all the while; a virtual thread would hold its carrier, of which
 * there are as many as cores. So names are resolved on threads apart, once at a time each, and
 * nobody waits for them beyond a limit.
 */
final class HostAddresses {
  private static final int MOST_THREADS = 512;
  private static final Duration IDLE = Duration.ofSeconds(30);

  private final Lookup lookup;
  private final Executor threads;
  private final Map<String, CompletableFuture<List<InetAddress>>> underWay =
      new ConcurrentHashMap<>();

  /** Asks name servers, and waits for them. */
  interface Lookup {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  HostAddresses(Lookup lookup) {
    this.lookup = lookup;
    this.threads =
        new ThreadPoolExecutor(
            0,
            MOST_THREADS,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("resolve-", 0).factory());
  }

  /**
   * @param host a name, or an address as a URL has it
   * @throws UnknownHostException also if no name server answers in time
   */
  List<InetAddress> resolve(String host, Duration longest) throws UnknownHostException {
    try {
      return List.of(InetAddress.ofLiteral(host.replaceAll("^\\[|]$", "")));
    } catch (IllegalArgumentException _) {
      return await(host, begun(host), longest);
    }
  }

  private CompletableFuture<List<InetAddress>> begun(String host) throws UnknownHostException {
    try {
      CompletableFuture<List<InetAddress>> begun =
          underWay.computeIfAbsent(
              host, name -> CompletableFuture.supplyAsync(() -> lookUp(name), threads));
      var _ = begun.whenComplete((_, _) -> underWay.remove(host, begun));
      return begun;
    } catch (RejectedExecutionException _) {
      throw new UnknownHostException("too many names wait for their name servers");
    }
  }

  private List<InetAddress> lookUp(String host) {
    try {
      return List.of(lookup.resolve(host));
    } catch (UnknownHostException e) {
      throw new CompletionException(e);
    }
  }

  private static List<InetAddress> await(
      String host, CompletableFuture<List<InetAddress>> begun, Duration longest)
      throws UnknownHostException {
    try {
      return begun.get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new UnknownHostException(host);
    } catch (ExecutionException | TimeoutException | CancellationException _) {
      throw new UnknownHostException(host);
    }
  }
}
