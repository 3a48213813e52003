package io.deficitwatch.alerting.webhook;

import java.net.InetAddress;

/**
 * A network in CIDR notation. Our own few lines: Netty's rule, which is at hand, takes {@code
 * fc00::1} for an address of {@code 2000::/3}.
 */
record AddressRange(InetAddress network, int prefix) {

  /**
   * @throws IllegalArgumentException if the text is no network, as in {@code 10.0.0.0/8}
   */
  static AddressRange parse(String cidr) {
    String[] parts = cidr.strip().split("/", 2);
    if (parts.length == 2 && parts[1].matches("\\d{1,3}")) {
      InetAddress network = literal(parts[0], cidr);
      int prefix = Integer.parseInt(parts[1]);
      if (prefix <= network.getAddress().length * Byte.SIZE) {
        return new AddressRange(network, prefix);
      }
    }
    throw unreadable(cidr);
  }

  private static InetAddress literal(String address, String cidr) {
    try {
      return InetAddress.ofLiteral(address);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(unreadable(cidr).getMessage(), e);
    }
  }

  private static IllegalArgumentException unreadable(String cidr) {
    return new IllegalArgumentException("'" + cidr + "' is no network in CIDR notation");
  }

  boolean contains(InetAddress address) {
    byte[] ours = network.getAddress();
    byte[] theirs = address.getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit += Byte.SIZE) {
      int mask = 0xFF << Math.max(0, bit + Byte.SIZE - prefix);
      if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask & 0xFF) != 0) {
        return false;
      }
    }
    return true;
  }
}
