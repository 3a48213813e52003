package io.deficitwatch.alerting.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HostAddressesTest {
  private static final InetAddress ADDRESS = InetAddress.ofLiteral("192.0.2.7");
  private static final Duration LONGEST = Duration.ofMillis(100);

  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void aNameServerThatHangsKeepsNobodyWaiting() throws UnknownHostException {
    CountDownLatch answers = new CountDownLatch(1);
    HostAddresses addresses = new HostAddresses(host -> answer(host, answers));

    for (int attempt = 0; attempt < 3; attempt++) {
      assertThatThrownBy(() -> addresses.resolve("hangs.example", LONGEST))
          .isInstanceOf(UnknownHostException.class);
    }
    assertThat(addresses.resolve("other.example", Duration.ofSeconds(5))).containsExactly(ADDRESS);
    assertThat(asked).as("the one that hangs is asked once").hasValue(2);

    answers.countDown();
    await()
        .untilAsserted(
            () -> assertThat(addresses.resolve("hangs.example", LONGEST)).containsExactly(ADDRESS));
  }

  @Test
  void anAddressIsNotAskedFor() throws UnknownHostException {
    HostAddresses addresses = new HostAddresses(host -> answer(host, new CountDownLatch(0)));

    assertThat(addresses.resolve("[2606:4700:4700::1111]", LONGEST))
        .containsExactly(InetAddress.ofLiteral("2606:4700:4700::1111"));
    assertThat(addresses.resolve("1.1.1.1", LONGEST)).hasSize(1);
    assertThat(asked).hasValue(0);
  }

  private InetAddress[] answer(String host, CountDownLatch answers) throws UnknownHostException {
    asked.incrementAndGet();
    try {
      if (host.startsWith("hangs")) {
        answers.await();
      }
      return new InetAddress[] {ADDRESS};
    } catch (InterruptedException e) {
      throw new UnknownHostException(host);
    }
  }
}
