package io.deficitwatch.alerting.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deficitwatch.alerting.sample.Settings;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.168.1.1",
        "198.18.0.1",
        "203.0.113.9",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:127.0.0.1",
        "::ffff:0:7f00:1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::a00:1",
        "100::1",
        "2001::1",
        "2001:0:53aa:64c::7f00:1",
        "2001:db8::1",
        "2002:7f00:1::",
        "2002:a9fe:a9fe::1",
        "2606:4700::5efe:7f00:1",
        "2606:4700::200:5efe:a00:1",
        "3fff::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void anAddressThatIsNobodysPublicServerIsRefused(String address) {
    assertThat(PublicAddresses.contains(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "172.15.255.255",
        "172.32.0.1",
        "100.63.255.255",
        "100.128.0.0",
        "192.167.255.255",
        "223.255.255.255",
        "2606:4700:4700::1111",
        "2a00:1450:4001::1",
        "::ffff:1.1.1.1"
      })
  void aPublicAddressIsAllowed(String address) {
    assertThat(PublicAddresses.contains(InetAddress.ofLiteral(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://1.1.1.1/hook",
        "ftp://1.1.1.1/hook",
        "https:///hook",
        "https://user:password@1.1.1.1/hook",
        "https://1.1.1.1/hook#part",
        "https://1.1.1.1:22/hook",
        "https://127.0.0.1/hook",
        "https://1.1.1.1:0/hook",
        "https://1.1.1.1:65536/hook",
        "https://localhost/hook",
        "https://[::1]/hook",
        "https://[::ffff:10.0.0.1]/hook",
        "https://2130706433/hook",
        "https://127.1/hook",
        "mailto:desk@example.org"
      })
  void aUrlThatLeadsElsewhereIsRefused(String url) {
    assertThat(policy(Map.of()).objections(URI.create(url))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://1.1.1.1/hook?of=alerts",
        "https://1.1.1.1:8443/",
        "https://1.1.1.1:80/",
        "https://[2606:4700:4700::1111]/hook",
        "https://a-host-that-is-not-there.invalid/hook"
      })
  void anyOtherIsTaken(String url) {
    assertThat(policy(Map.of()).objections(URI.create(url))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://0x7f000001/", "https://0177.0.0.1/", "https://017700000001/"})
  void aNumberThatOthersReadDifferentlyLeadsToWhatWasChecked(String url) {
    Optional<InetAddress> address;
    try {
      address = policy(Map.of()).allowedAddress(URI.create(url));
    } catch (UnknownHostException _) {
      return;
    }
    assertThat(address.stream()).allMatch(PublicAddresses::contains);
  }

  /** It may have been saved under another configuration. */
  @Test
  void whatIsRefusedAtSaveIsRefusedAtSendAsWell() throws UnknownHostException {
    ConfiguredEgressPolicy development = policy(Map.of("deficitwatch.webhook.allow-http", "true"));
    ConfiguredEgressPolicy production = policy(Map.of());

    for (String url : List.of("http://1.1.1.1/", "http://1.1.1.1:443/")) {
      assertThat(development.allowedAddress(URI.create(url))).isPresent();
      assertThat(production.objections(URI.create(url))).isNotEmpty();
      assertThat(production.allowedAddress(URI.create(url))).isEmpty();
    }
    for (String url :
        List.of("https://169.254.169.254/", "https://1.1.1.1:22/", "https://[::1]/")) {
      assertThat(production.allowedAddress(URI.create(url))).isEmpty();
    }
  }

  @Test
  void everyFaultIsNamed() {
    assertThat(policy(Map.of()).objections(URI.create("ftp://u:p@/x#y"))).hasSizeGreaterThan(1);
  }

  @Test
  void whatIsConfiguredIsAllowedOnAnyPort() {
    ConfiguredEgressPolicy policy =
        policy(
            Map.of(
                "deficitwatch.webhook.allow-http", "true",
                "deficitwatch.webhook.allowed-networks", "127.0.0.0/8, fd00::/8"));

    assertThat(policy.objections(URI.create("http://127.0.0.1:8084/webhooks"))).isEmpty();
    assertThat(policy.objections(URI.create("http://[fd00::7]:9000/"))).isEmpty();
    assertThat(policy.objections(URI.create("http://10.0.0.1:8084/"))).isNotEmpty();
  }

  @Test
  void whatIsNoNetworkIsRefusedAtTheStart() {
    assertThatThrownBy(() -> policy(Map.of("deficitwatch.webhook.allowed-networks", "10.0.0.0/33")))
        .hasMessageContaining("'10.0.0.0/33' is no network");
    assertThatThrownBy(() -> policy(Map.of("deficitwatch.webhook.allowed-networks", "localhost/8")))
        .hasMessageContaining("is no network");
  }

  private static ConfiguredEgressPolicy policy(Map<String, String> settings) {
    return new ConfiguredEgressPolicy(Settings.of(settings));
  }
}
