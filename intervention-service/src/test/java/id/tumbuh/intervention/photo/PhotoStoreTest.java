package id.tumbuh.intervention.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What both stores have to do; the one of S3 is asked by a server that checks every signature. */
class PhotoStoreTest {
    private static final String HASH = "ab".repeat(32);
    private static final byte[] PICTURE = {1, 2, 3};

    @TempDir
    Path folder;

    @Test
    void aDirectoryKeepsAPictureUntilItIsDeleted() throws IOException {
        keepsUntilDeleted(new DirectoryStore(folder));

        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void aDirectoryMakesGoodAHalfWrittenFile() throws IOException {
        DirectoryStore store = new DirectoryStore(folder);
        store.put(HASH, PICTURE);
        try (Stream<Path> files = Files.walk(folder)) {
            Files.write(files.filter(Files::isRegularFile).findFirst().orElseThrow(), new byte[] {1});
        }

        store.put(HASH, PICTURE);

        assertThat(store.get(HASH)).contains(PICTURE);
    }

    @Test
    void aBucketKeepsAPictureUntilItIsDeleted() throws IOException {
        try (S3Server server = new S3Server()) {
            keepsUntilDeleted(new S3Store(new Config(server.endpoint(), S3Server.SECRET_KEY)));
            assertThat(server.objects()).isEmpty();
        }
    }

    @Test
    void aWrongSecretIsTold() throws IOException {
        try (S3Server server = new S3Server()) {
            S3Store store = new S3Store(new Config(server.endpoint(), "another"));

            assertThatThrownBy(() -> store.put(HASH, PICTURE)).isInstanceOf(S3Exception.class);
            assertThat(server.objects()).isEmpty();
        }
    }

    private static void keepsUntilDeleted(PhotoStore store) {
        assertThat(store.get(HASH)).isEmpty();
        store.put(HASH, PICTURE);
        store.put(HASH, PICTURE);
        assertThat(store.get(HASH)).contains(PICTURE);
        store.delete(HASH);
        store.delete(HASH);
        assertThat(store.get(HASH)).isEmpty();
    }

    private record Config(URI server, String secret) implements PhotoConfig.S3 {
        @Override
        public Optional<URI> endpoint() {
            return Optional.of(server);
        }

        @Override
        public String region() {
            return S3Server.REGION;
        }

        @Override
        public String bucket() {
            return "tumbuh-photos";
        }

        @Override
        public Optional<String> accessKey() {
            return Optional.of(S3Server.ACCESS_KEY);
        }

        @Override
        public Optional<String> secretKey() {
            return Optional.of(secret);
        }
    }
}
