package io.deficitwatch.alerting.webhook;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes connections and answers each in its own bad way. */
final class HostileServer implements AutoCloseable {
  private final ServerSocket server;
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();

  /** What it does to a connection, which is closed after it. */
  interface Manner {
    void answer(Socket socket) throws IOException;
  }

  HostileServer(Manner manner) {
    this(plain(), manner);
  }

  HostileServer(ServerSocket server, Manner manner) {
    this.server = server;
    Thread.ofVirtual().start(() -> acceptAll(manner));
  }

  private static ServerSocket plain() {
    try {
      return new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes this and then a piece again and again until the other side has enough. */
  static Manner endless(String beginning, String piece) {
    return socket -> {
      readSome(socket);
      OutputStream out = socket.getOutputStream();
      out.write(beginning.getBytes(StandardCharsets.ISO_8859_1));
      while (true) {
        out.write(piece.getBytes(StandardCharsets.ISO_8859_1));
      }
    };
  }

  /** Writes this, and then nothing more until the other side closes. */
  static Manner silentAfter(String text) {
    return socket -> {
      readSome(socket);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    };
  }

  /** Writes this and breaks the connection off. */
  static Manner resetAfter(String text) {
    return socket -> {
      readSome(socket);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.setSoLinger(true, 0);
    };
  }

  private static void readSome(Socket socket) throws IOException {
    int read = socket.getInputStream().read(new byte[16 * 1024]);
    if (read < 0) {
      throw new EOFException();
    }
  }

  int port() {
    return server.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  int open() {
    return open.get();
  }

  private void acceptAll(Manner manner) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        open.incrementAndGet();
        Thread.ofVirtual().start(() -> answer(socket, manner));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void answer(Socket socket, Manner manner) {
    try (socket) {
      manner.answer(socket);
    } catch (IOException _) {
      // The other side has enough.
    } finally {
      open.decrementAndGet();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
