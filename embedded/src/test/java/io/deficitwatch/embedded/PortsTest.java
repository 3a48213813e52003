package io.deficitwatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void areFreeNeverGivenTwiceAndNoneThatOutgoingConnectionsGet() throws Exception {
    int[] ports = IntStream.range(0, 200).map(_ -> Ports.free()).toArray();

    assertThat(ports).doesNotHaveDuplicates();
    for (int port : ports) {
      assertThat(port).isBetween(1024, 32_767);
      try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        assertThat(socket.isBound()).isTrue();
      }
    }
  }
}
