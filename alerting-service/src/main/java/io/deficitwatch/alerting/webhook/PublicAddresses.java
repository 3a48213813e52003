package io.deficitwatch.alerting.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Which addresses belong to the public Internet: IANA's special-purpose registries, as lists. */
final class PublicAddresses {
  // https://www.iana.org/assignments/iana-ipv4-special-registry, multicast and reserved space.
  private static final List<AddressRange> SPECIAL_IPV4 =
      ranges(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.31.196.0/24",
          "192.52.193.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "192.175.48.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  // Only 2000::/3 is given out, so loopback, link-local, unique local, multicast, IPv4-mapped and
  // NAT64 lie outside it; Teredo (in 2001::/23) and 6to4 (2002::/16) carry IPv4 addresses inside
  // it.
  private static final AddressRange GLOBAL_IPV6 = AddressRange.parse("2000::/3");
  private static final List<AddressRange> SPECIAL_IPV6 =
      ranges("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

  private PublicAddresses() {}

  static boolean contains(InetAddress address) {
    return address instanceof Inet4Address
        ? SPECIAL_IPV4.stream().noneMatch(range -> range.contains(address))
        : GLOBAL_IPV6.contains(address)
            && SPECIAL_IPV6.stream().noneMatch(range -> range.contains(address))
            && !isIsatap(address);
  }

  // RFC 5214: an interface identifier 0000:5EFE or 0200:5EFE is followed by an IPv4 address.
  private static boolean isIsatap(InetAddress address) {
    byte[] bytes = address.getAddress();
    return (bytes[8] & ~2) == 0 && bytes[9] == 0 && bytes[10] == 0x5E && bytes[11] == (byte) 0xFE;
  }

  private static List<AddressRange> ranges(String... cidrs) {
    return Stream.of(cidrs).map(AddressRange::parse).toList();
  }
}
