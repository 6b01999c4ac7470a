package id.tumbuh.registry.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/**
 * Two Tink keysets in one file: {@code wrapping} (AES256-GCM) for the keys of families, {@code indexing} (HMAC-SHA256)
 * for blind indexes. Keysets, so that a key can be rotated in while the old one still opens.
 */
record MasterKeys(Aead wrapping, PrfSet indexing) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static MasterKeys load(MasterKeyConfig config) {
        Path file = config.masterKeyFile();
        try {
            AeadConfig.register();
            PrfConfig.register();
            if (config.masterKeyGenerate() && Files.notExists(file)) {
                generate(file);
            }
            JsonNode keysets = JSON.readTree(Files.readString(file));
            return new MasterKeys(
                    keyset(keysets, "wrapping").getPrimitive(RegistryConfiguration.get(), Aead.class),
                    keyset(keysets, "indexing").getPrimitive(RegistryConfiguration.get(), PrfSet.class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "The master key file (tumbuh.registry.master-key-file) cannot be read", unreadable);
        } catch (GeneralSecurityException invalid) {
            throw new IllegalStateException("The master key file holds no valid keysets", invalid);
        }
    }

    private static KeysetHandle keyset(JsonNode keysets, String name) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                keysets.path(name).toString(), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }

    /** Written beside its place and linked to it, so that nobody ever reads half a file and no second one replaces it. */
    private static void generate(Path file) throws IOException, GeneralSecurityException {
        Path absolute = file.toAbsolutePath();
        Files.createDirectories(absolute.resolveSibling(""));
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path draft = Files.createTempFile(absolute.resolveSibling(""), "master-key", ".new", ownerOnly);
        try {
            Files.write(draft, newKeysets().getBytes(StandardCharsets.UTF_8));
            Files.createLink(absolute, draft);
        } catch (FileAlreadyExistsException anotherWasFaster) {
            // its file counts
        } finally {
            Files.delete(draft);
        }
    }

    private static String newKeysets() throws IOException, GeneralSecurityException {
        var keysets = JSON.createObjectNode();
        keysets.set(
                "wrapping",
                json(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get())));
        keysets.set(
                "indexing",
                json(KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF, RegistryConfiguration.get())));
        return JSON.writeValueAsString(keysets);
    }

    private static JsonNode json(KeysetHandle keyset) throws IOException, GeneralSecurityException {
        return JSON.readTree(TinkJsonProtoKeysetFormat.serializeKeyset(
                keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
    }

    @Override
    public String toString() {
        return "MasterKeys[…]";
    }
}
