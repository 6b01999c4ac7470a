package id.tumbuh.platform.limits;

import id.tumbuh.platform.access.Caller;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Whose requests are counted together: those of an application, or of an address where nobody signed in. */
final class Asker {
    /** A household or an office with IPv6 has so many bytes of an address in common, and the rest to choose. */
    private static final int NETWORK_BYTES = 8;

    private Asker() {}

    static String of(Caller caller, @Nullable String address) {
        return caller.isAnonymous()
                ? "address " + network(address)
                : caller.client().orElseGet(caller::subject);
    }

    /** An IPv4 address, or the network of an IPv6 address. */
    static String network(@Nullable String address) {
        if (address == null) {
            return "unknown";
        }
        try {
            // a literal: nobody is asked for a name
            InetAddress literal = InetAddress.ofLiteral(address.replaceFirst("%.*", ""));
            return literal instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, NETWORK_BYTES)
                    : literal.getHostAddress();
        } catch (IllegalArgumentException noAddress) {
            return "unknown";
        }
    }
}
