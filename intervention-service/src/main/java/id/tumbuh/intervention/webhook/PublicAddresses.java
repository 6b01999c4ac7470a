package id.tumbuh.intervention.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Addresses that are reached over the public internet and nowhere else: by IANA's registries of special-purpose addresses (RFC 6890). Of
 * IPv6 only the range given out to networks is, without those parts that carry an IPv4 address or lead elsewhere.
 */
final class PublicAddresses {
    private static final List<Range> SPECIAL = List.of(
            Range.of("0.0.0.0", 8),
            Range.of("10.0.0.0", 8),
            Range.of("100.64.0.0", 10),
            Range.of("127.0.0.0", 8),
            Range.of("169.254.0.0", 16),
            Range.of("172.16.0.0", 12),
            Range.of("192.0.0.0", 24),
            Range.of("192.0.2.0", 24),
            Range.of("192.31.196.0", 24),
            Range.of("192.52.193.0", 24),
            Range.of("192.88.99.0", 24),
            Range.of("192.168.0.0", 16),
            Range.of("192.175.48.0", 24),
            Range.of("198.18.0.0", 15),
            Range.of("198.51.100.0", 24),
            Range.of("203.0.113.0", 24),
            Range.of("224.0.0.0", 3),
            Range.of("2001::", 23),
            Range.of("2001:db8::", 32),
            Range.of("2002::", 16),
            Range.of("2620:4f:8000::", 48),
            Range.of("3fff::", 20));
    private static final Range GLOBAL = Range.of("2000::", 3);
    private static final int IPV4 = 4;

    private PublicAddresses() {}

    /** An IPv6 address that only wraps one of IPv4 is read as that one by {@link InetAddress} itself. */
    static boolean contain(InetAddress address) {
        byte[] bytes = address.getAddress();
        return (bytes.length == IPV4 || GLOBAL.contains(bytes))
                && SPECIAL.stream().noneMatch(range -> range.contains(bytes));
    }

    /** The first bits of an address. */
    private static final class Range {
        private final byte[] network;
        private final int bits;

        private Range(byte[] network, int bits) {
            this.network = network;
            this.bits = bits;
        }

        static Range of(String address, int bits) {
            try {
                return new Range(InetAddress.getByName(address).getAddress(), bits);
            } catch (UnknownHostException impossible) {
                throw new IllegalStateException(impossible); // digits are not looked up
            }
        }

        boolean contains(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % Byte.SIZE;
                if (((address[bit / Byte.SIZE] ^ network[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
