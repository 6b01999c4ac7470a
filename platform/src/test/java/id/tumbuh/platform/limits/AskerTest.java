package id.tumbuh.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskerTest {
    @ParameterizedTest(name = "{0} and {1} are counted together: {2}")
    @CsvSource({
        "203.0.113.7, 203.0.113.7, true",
        "203.0.113.7, 203.0.113.8, false",
        "2001:db8:1:2:aaaa::1, 2001:db8:1:2:bbbb::9, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "fe80::1%eth0, fe80::2%eth1, true",
        "::ffff:203.0.113.7, 203.0.113.7, true"
    })
    void oneNetworkIsOneAsker(String one, String other, boolean together) {
        assertThat(Asker.network(one).equals(Asker.network(other))).isEqualTo(together);
    }

    @Test
    void whatIsNoAddressIsNobodyInParticularAndNoNameIsLookedUp() {
        assertThat(Asker.network("example.org")).isEqualTo("unknown");
        assertThat(Asker.network("unix:/tmp/x")).isEqualTo("unknown");
        assertThat(Asker.network(null)).isEqualTo("unknown");
    }
}
