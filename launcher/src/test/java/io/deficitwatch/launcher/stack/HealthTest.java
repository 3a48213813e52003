package io.deficitwatch.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.deficitwatch.embedded.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthTest {
  private final Health health = new Health();
  private final HttpServer server;
  private final String url;

  HealthTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    url = "http://127.0.0.1:" + server.getAddress().getPort();
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void believesTheProcessThatWasStarted() {
    answer(200, "ours");

    assertThat(health.isReady(url, "ours")).isTrue();
  }

  @Test
  void doesNotTakeTheAnswerOfAnotherProcessForIt() {
    answer(200, "a stranger's");

    assertThat(health.isReady(url, "ours")).isFalse();
  }

  @Test
  void doesNotTakeTheAnswerOfAnotherProgramForIt() {
    server.createContext("/q/health/ready", exchange -> exchange.sendResponseHeaders(200, -1));

    assertThat(health.isReady(url, "ours")).isFalse();
  }

  @Test
  void waitsForAProcessThatIsNotReadyYet() {
    answer(503, "ours");

    assertThat(health.isReady(url, "ours")).isFalse();
    assertThat(health.isReady("http://127.0.0.1:" + Ports.free(), "ours")).isFalse();
  }

  private void answer(int status, String instance) {
    server.createContext(
        "/q/health/ready",
        exchange -> {
          exchange.getResponseHeaders().set("X-Deficit-Watch-Instance", instance);
          exchange.sendResponseHeaders(status, -1);
        });
  }
}
