package io.deficitwatch.alerting.webhook;

import io.deficitwatch.alerting.WebhookConfig;
import io.deficitwatch.alerting.subscription.EgressPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Keeps webhooks out of networks that are not the receiver's: private, loopback, link-local and
 * metadata addresses in every guise. What is allowed beyond that is configured.
 */
@ApplicationScoped
class ConfiguredEgressPolicy implements EgressPolicy {
  private static final int LONGEST_URL = 2048;
  private static final int HIGHEST_PORT = 65_535;

  private final WebhookConfig config;
  private final List<AddressRange> allowedNetworks;
  private final HostAddresses addresses = new HostAddresses(InetAddress::getAllByName);

  ConfiguredEgressPolicy(WebhookConfig config) {
    this.config = config;
    this.allowedNetworks =
        config.allowedNetworks().orElse(List.of()).stream().map(AddressRange::parse).toList();
  }

  @Override
  public List<String> objections(URI url) {
    List<String> objections = formObjections(url);
    if (!objections.isEmpty()) {
      return objections;
    }
    try {
      return allowedAddress(url).isEmpty()
          ? List.of("the host does not lie on an address that webhooks may go to")
          : List.of();
    } catch (UnknownHostException _) {
      return List.of();
    }
  }

  @Override
  public boolean isSecret(URI url) {
    String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
    return "https".equalsIgnoreCase(url.getScheme())
        && config.secretUrlHosts().stream()
            .anyMatch(known -> known.startsWith(".") ? host.endsWith(known) : host.equals(known));
  }

  private List<String> formObjections(URI url) {
    List<String> objections = new ArrayList<>();
    boolean http = "http".equalsIgnoreCase(url.getScheme());
    if (!"https".equalsIgnoreCase(url.getScheme()) && !(http && config.allowHttp())) {
      objections.add(
          config.allowHttp() ? "the URL must begin with http or https" : "the URL must be https");
    }
    if (url.getHost() == null || url.getHost().isEmpty()) {
      objections.add("the URL has no host");
    }
    if (url.getPort() == 0 || url.getPort() > HIGHEST_PORT) {
      objections.add("the URL has an impossible port");
    }
    if (url.getUserInfo() != null) {
      objections.add("the URL must not hold a user name or password");
    }
    if (url.getFragment() != null) {
      objections.add("the URL must not have a fragment");
    }
    if (url.toString().length() > LONGEST_URL) {
      objections.add("the URL has more than %d characters".formatted(LONGEST_URL));
    }
    return objections;
  }

  /**
   * Resolves the host and picks the address to connect to: the one that is checked is the one that
   * is called, so that a name that changes its address in between gains nothing.
   *
   * @return empty if the URL is none to be called, or none of its addresses may be
   */
  Optional<InetAddress> allowedAddress(URI url) throws UnknownHostException {
    // What was saved under another configuration may have a form that is refused by now.
    if (!formObjections(url).isEmpty()) {
      return Optional.empty();
    }
    int port = portOf(url);
    return addresses.resolve(url.getHost(), config.connectTimeout()).stream()
        .filter(address -> isAllowed(address, port))
        .findFirst();
  }

  private boolean isAllowed(InetAddress address, int port) {
    return allowedNetworks.stream().anyMatch(network -> network.contains(address))
        || (PublicAddresses.contains(address) && config.allowedPorts().contains(port));
  }

  static int portOf(URI url) {
    if (url.getPort() >= 0) {
      return url.getPort();
    }
    return "http".equalsIgnoreCase(url.getScheme()) ? 80 : 443;
  }
}
