package io.deficitwatch.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.embedded.Ports;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortHolderTest {
  @Test
  void namesTheProcessThatListens() throws Exception {
    try (var held = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = held.getLocalPort();
      int free = Ports.free();

      assertThat(PortHolder.complaints(new StackPorts(free, free, port, free, free, free)))
          .singleElement()
          .asString()
          .startsWith(
              "port " + port + " (alerting) is held by pid " + ProcessHandle.current().pid())
          .contains("java");
    }
  }

  @Test
  void findsNobodyOnAFreePort() {
    int port = Ports.free();

    assertThat(PortHolder.isFree(port)).isTrue();
    assertThat(PortHolder.find(port)).isEmpty();
  }
}
