package id.tumbuh.intervention.photo;

import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Pictures in a bucket of AWS or of a store that speaks S3 (Ceph, MinIO, Garage): plain signed requests, nothing that only AWS knows. */
final class S3Store implements PhotoStore {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final S3Client client;
    private final String bucket;

    S3Store(PhotoConfig.S3 config) {
        this.client = client(config);
        this.bucket = config.bucket();
    }

    @Override
    public void put(String hash, byte[] picture) {
        client.putObject(
                request -> request.bucket(bucket).key(key(hash)).contentType("image/jpeg"),
                RequestBody.fromBytes(picture));
    }

    @Override
    public Optional<byte[]> get(String hash) {
        try {
            return Optional.of(
                    client.getObjectAsBytes(request -> request.bucket(bucket).key(key(hash)))
                            .asByteArray());
        } catch (NoSuchKeyException gone) {
            return Optional.empty();
        }
    }

    @Override
    public void delete(String hash) {
        client.deleteObject(request -> request.bucket(bucket).key(key(hash)));
    }

    private static String key(String hash) {
        return "photos/" + hash + ".jpg";
    }

    private static S3Client client(PhotoConfig.S3 config) {
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(config.region()))
                .credentialsProvider(credentials(config))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(PATIENCE)
                        .socketTimeout(PATIENCE))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .forcePathStyle(config.endpoint().isPresent());
        config.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    /** Those of the configuration, or else whatever the machine has. */
    private static AwsCredentialsProvider credentials(PhotoConfig.S3 config) {
        return config.accessKey()
                .flatMap(access -> config.secretKey()
                        .<AwsCredentialsProvider>map(
                                secret -> StaticCredentialsProvider.create(AwsBasicCredentials.create(access, secret))))
                .orElseGet(DefaultCredentialsProvider::create);
    }
}
