package io.deficitwatch.ingestion.source;

import io.deficitwatch.ingestion.fetch.FetchOutcome.Cause;
import io.deficitwatch.ingestion.release.Scratch;
import io.deficitwatch.ingestion.release.SpooledContent;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.jboss.logging.Logger;

/**
 * Sends requests as a good guest does: paced by host, packed, with a name, not for ever, not for
 * more than can be taken, and nowhere else than where it was told.
 */
@ApplicationScoped
class PoliteClient {
  private static final Logger LOG = Logger.getLogger(PoliteClient.class);
  private static final int MOST_REDIRECTS = 3;
  private static final String PRODUCT = "Deficit-Watch/0.1";

  private final HttpConfig config;
  private final Scratch scratch;
  private final Clock clock;
  private final HostPace pace;
  private final HttpClient http;

  PoliteClient(HttpConfig config, Scratch scratch, Clock clock) {
    this.config = config;
    this.scratch = scratch;
    this.clock = clock;
    this.pace = new HostPace(config.pause());
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(config.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** Largest content of one fetch, in bytes. */
  long mostBytes() {
    return config.maxBody().asLongValue();
  }

  /** Reads to the end what is not more than is taken, without having it in memory. */
  SpooledContent spool(InputStream stream, long most) throws IOException {
    return SpooledContent.of(new LimitedStream(stream, most), scratch);
  }

  /** The place to ask, which the configuration may have moved. */
  URI place(String dataflow, URI usual) {
    return config.url().getOrDefault(dataflow, usual);
  }

  /**
   * Asks, and asks again if the server is busy and does not ask for long.
   *
   * @param most bytes of the body that are taken
   * @param isBusy tells that, if it is told otherwise than by the status of HTTP
   */
  Answer get(URI url, Map<String, String> headers, long most, Predicate<Answer.Whole> isBusy) {
    Duration pause = config.retry().pause();
    try {
      for (int again = 0; ; again++) {
        Answer answer = follow(url, headers, most);
        if (!(answer instanceof Answer.Whole whole)
            || !(whole.isBusy() || isBusy.test(whole))
            || again >= config.retry().times()) {
          return answer;
        }
        Duration wait = whole.retryAfter(clock.instant()).orElse(pause);
        if (wait.compareTo(config.retry().longest()) > 0) {
          return answer;
        }
        whole.close();
        LOG.infof("busy host=%s status=%d wait=%s", url.getHost(), whole.status(), wait);
        Thread.sleep(wait);
        pause = pause.multipliedBy(2);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  private Answer follow(URI start, Map<String, String> headers, long most)
      throws InterruptedException {
    URI url = start;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      if (!"https".equals(url.getScheme()) && !config.plain()) {
        return new Answer.None(Cause.NOT_ENCRYPTED);
      }
      Answer answer = send(url, headers, most);
      Optional<URI> next =
          answer instanceof Answer.Whole whole && isRedirect(whole.status())
              ? whole.header("Location").map(url::resolve)
              : Optional.empty();
      if (next.isEmpty()) {
        return answer;
      }
      answer.close();
      if (!isSamePlace(start, next.get())) {
        LOG.warnf("redirect refused host=%s to=%s", start.getHost(), next.get().getHost());
        return new Answer.None(Cause.REDIRECTED);
      }
      url = next.get();
    }
    return new Answer.None(Cause.REDIRECTED);
  }

  private Answer send(URI url, Map<String, String> headers, long most) throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .header("User-Agent", userAgent())
            .header("Accept-Encoding", "gzip")
            .timeout(config.timeout());
    headers.forEach(request::header);
    try (var _ = pace.await(url.getAuthority());
        ScratchFile file = ScratchFile.in(scratch)) {
      return received(
          http.sendAsync(request.GET().build(), BodyHandlers.limiting(file.receiver(), most)),
          most);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer received(CompletableFuture<HttpResponse<Path>> answer, long most)
      throws InterruptedException {
    try {
      // The timeout of the request itself ends with the headers of the answer.
      HttpResponse<Path> response = answer.get(config.longest().toMillis(), TimeUnit.MILLISECONDS);
      return new Answer.Whole(response.statusCode(), response.headers(), unpacked(response, most));
    } catch (TimeoutException _) {
      return new Answer.None(Cause.TIMED_OUT);
    } catch (ExecutionException e) {
      Failure.throwIfFull(e);
      return new Answer.None(Failure.causeOf(e.getCause()));
    } catch (IOException e) {
      return new Answer.None(Failure.causeOf(e));
    } finally {
      answer.cancel(true);
    }
  }

  private SpooledContent unpacked(HttpResponse<Path> response, long most) throws IOException {
    boolean packed =
        response.headers().firstValue("Content-Encoding").orElse("").equalsIgnoreCase("gzip");
    try (InputStream received = new BufferedInputStream(Files.newInputStream(response.body()))) {
      return spool(packed ? new GZIPInputStream(received) : received, most);
    }
  }

  private String userAgent() {
    return config.contact().map(contact -> PRODUCT + " (" + contact + ")").orElse(PRODUCT);
  }

  private static boolean isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  private static boolean isSamePlace(URI one, URI other) {
    return String.valueOf(one.getScheme()).equals(other.getScheme())
        && String.valueOf(one.getAuthority()).equals(other.getAuthority());
  }
}
