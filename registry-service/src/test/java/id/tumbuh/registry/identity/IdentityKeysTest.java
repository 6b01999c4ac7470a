package id.tumbuh.registry.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityKeysTest {
    private static final UUID FAMILY = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);
    private static final String PHONE = "081200000000";

    @TempDir
    Path directory;

    private IdentityKeys keys;

    @BeforeEach
    void makeKeys() {
        keys = new IdentityKeys(config(true));
    }

    @Test
    void whatIsSealedOpensWhereItWasSealed() {
        FamilyKey key = keys.create(FAMILY);
        byte[] sealed = key.seal(SealedField.FAMILY_PHONE, FAMILY, PHONE);

        FamilyKey reopened = keys.open(FAMILY, key.wrapped());

        assertThat(reopened.open(SealedField.FAMILY_PHONE, FAMILY, sealed)).isEqualTo(PHONE);
        assertThat(key.seal(SealedField.FAMILY_PHONE, FAMILY, PHONE)).isNotEqualTo(sealed);
        assertThat(key.seal(SealedField.FAMILY_PHONE, FAMILY, null)).isNull();
    }

    @Test
    void aCiphertextMovedToAnotherRowColumnOrFamilyIsRefused() {
        FamilyKey key = keys.create(FAMILY);
        byte[] sealed = key.seal(SealedField.FAMILY_PHONE, FAMILY, PHONE);

        assertThatThrownBy(() -> key.open(SealedField.FAMILY_PHONE, OTHER, sealed))
                .isInstanceOf(UnreadableIdentity.class);
        assertThatThrownBy(() -> key.open(SealedField.FAMILY_ADDRESS, FAMILY, sealed))
                .isInstanceOf(UnreadableIdentity.class);
        assertThatThrownBy(() -> keys.create(FAMILY).open(SealedField.FAMILY_PHONE, FAMILY, sealed))
                .isInstanceOf(UnreadableIdentity.class);
        assertThatThrownBy(() -> keys.open(OTHER, key.wrapped())).isInstanceOf(UnreadableIdentity.class);
    }

    @Test
    void anIndexFindsAgainAndTellsNikFromCard() {
        Nik nik = new Nik("3604205703240001");
        FamilyCardNumber card = new FamilyCardNumber("3604205703240001");

        assertThat(keys.index(nik)).isEqualTo(keys.index(nik)).hasSize(16);
        assertThat(keys.indexes(nik)).containsExactly(keys.index(nik));
        assertThat(keys.index(card)).isNotEqualTo(keys.index(nik));
        assertThat(new IdentityKeys(config(true, "other")).index(nik)).isNotEqualTo(keys.index(nik));
    }

    @Test
    void theKeyFileIsTheOwnersAndSurvivesARestart() throws Exception {
        byte[] wrapped = keys.create(FAMILY).wrapped();
        Path file = directory.resolve("keys");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(directory).isDirectoryNotContaining("glob:**.new");
        assertThat(new IdentityKeys(config(false)).open(FAMILY, wrapped).wrapped())
                .isEqualTo(wrapped);
    }

    @Test
    void withoutLeaveToMakeOneAMissingKeyFileStopsTheService() {
        assertThatThrownBy(() -> new IdentityKeys(config(false, "absent"))).isInstanceOf(UncheckedIOException.class);
    }

    private MasterKeyConfig config(boolean generate) {
        return config(generate, "keys");
    }

    private MasterKeyConfig config(boolean generate, String file) {
        return new MasterKeyConfig() {
            @Override
            public Path masterKeyFile() {
                return directory.resolve(file);
            }

            @Override
            public boolean masterKeyGenerate() {
                return generate;
            }
        };
    }
}
