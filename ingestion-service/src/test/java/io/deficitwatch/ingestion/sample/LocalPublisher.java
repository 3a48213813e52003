package io.deficitwatch.ingestion.sample;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/** A publisher's server on this machine, with its moods. */
public final class LocalPublisher implements AutoCloseable {
  private final HttpServer server;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch held = new CountDownLatch(1);
  private volatile Function<Asked, Reply> manner = _ -> Reply.of(404, "nothing here");

  private LocalPublisher(HttpServer server) {
    this.server = server;
  }

  public static LocalPublisher start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      LocalPublisher publisher = new LocalPublisher(server);
      server.createContext("/", publisher::handle);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return publisher;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A request that came. */
  public record Asked(int number, URI uri, Headers headers, long atNanos) {
    public String query() {
      return String.valueOf(uri.getQuery());
    }

    public String header(String name) {
      return String.valueOf(headers.getFirst(name));
    }
  }

  /** What happens to the body. */
  public enum Mood {
    WHOLE,
    PACKED,
    /** The second half a while after the first. */
    SLOW,
    CUT_OFF,
    HANGS,
    /** Headers and the first half, and then nothing more. */
    HANGS_HALFWAY
  }

  /** An answer. */
  public record Reply(int status, Map<String, String> headers, byte[] body, Mood mood) {
    public static Reply of(int status, String body) {
      return of(status, body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public static Reply of(int status, byte[] body) {
      return new Reply(status, Map.of("Content-Type", "application/json"), body, Mood.WHOLE);
    }

    public Reply with(Map<String, String> other) {
      return new Reply(status, other, body, mood);
    }

    public Reply in(Mood other) {
      return new Reply(status, headers, body, other);
    }
  }

  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  public void answer(Function<Asked, Reply> other) {
    manner = other;
  }

  /** Ends the answers that hang, without more. */
  public void letGo() {
    held.countDown();
    held = new CountDownLatch(1);
  }

  /** One after the other; the last one for ever. */
  public void answer(Reply... replies) {
    asked.clear();
    answer(request -> replies[Math.min(request.number(), replies.length - 1)]);
  }

  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Asked request;
      synchronized (asked) {
        request =
            new Asked(
                asked.size(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders(),
                System.nanoTime());
        asked.add(request);
      }
      Reply reply = manner.apply(request);
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      send(exchange, reply);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(HttpExchange exchange, Reply reply) throws IOException, InterruptedException {
    byte[] body = reply.body();
    switch (reply.mood()) {
      case WHOLE -> {
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
          exchange.getResponseBody().write(body);
        }
      }
      case PACKED -> {
        byte[] packed = packed(body);
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(reply.status(), packed.length);
        exchange.getResponseBody().write(packed);
      }
      case SLOW -> {
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body, 0, body.length / 2);
        exchange.getResponseBody().flush();
        held.await(300, TimeUnit.MILLISECONDS);
        exchange.getResponseBody().write(body, body.length / 2, body.length - body.length / 2);
      }
      case CUT_OFF -> {
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body, 0, body.length / 2);
      }
      case HANGS -> held.await(1, TimeUnit.MINUTES);
      case HANGS_HALFWAY -> {
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body, 0, body.length / 2);
        exchange.getResponseBody().flush();
        held.await(1, TimeUnit.MINUTES);
      }
    }
  }

  private static byte[] packed(byte[] body) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var packing = new GZIPOutputStream(bytes)) {
      packing.write(body);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    letGo();
    server.stop(0);
  }
}
