package id.tumbuh.intervention.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By the configuration of an installation, not that of the tests, which lets targets be on this machine. */
class PublicAddressesTest {
    private final Targets targets = new Targets(new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(WebhookConfig.class)
            .build()
            .getConfigMapping(WebhookConfig.class));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "203.0.113.5",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001::1",
                "2001:db8::1",
                "100::1"
            })
    void anAddressInsideOfANetworkIsNotPublic(String address) throws UnknownHostException {
        assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2400:cb00::1"
            })
    void anAddressBesideThoseIs(String address) throws UnknownHostException {
        assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/hook",
                "https://localhost/hook",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0177.0.0.1/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://169.254.169.254/latest/meta-data/",
                "https://user:word@example.org/",
                "https://example.org:22/",
                "https://example.org:5432/",
                "https://example.org/#part",
                "ftp://example.org/",
                "file:///etc/passwd",
                "gopher://example.org/",
                "https:///hook",
                "example.org/hook",
                "",
                "https://localhost.localdomain/",
                "https://internal/",
                "https://example.org\\@127.0.0.1/",
                "https://exa mple.org/"
            })
    void aTargetThatIsNotHttpsToAPublicNameIsRefused(String url) {
        assertThat(targets.of(url)).isEmpty();
    }

    @Test
    void aTargetOfMoreThanFiveHundredCharactersIsRefused() {
        assertThat(targets.of("https://example.org/" + "a".repeat(500))).isEmpty();
    }

    /** The machine's own name is known to it and leads nowhere public. */
    @Test
    void aNameThatLeadsInsideIsRefused() {
        assertThat(targets.of("https://localhost.test/")).isEmpty();
    }
}
