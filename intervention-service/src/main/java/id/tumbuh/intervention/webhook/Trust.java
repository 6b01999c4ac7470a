package id.tumbuh.intervention.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificates are believed: those that this machine believes, and those of PEM files besides, as of a ministry that signs its
 * own. A file that can't be read stops the start; believing less in silence would only show in the log of deliveries.
 */
final class Trust {
    private Trust() {}

    static X509TrustManager with(List<Path> files) {
        try {
            if (files.isEmpty()) {
                return manager(null);
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (X509Certificate known : manager(null).getAcceptedIssuers()) {
                store.setCertificateEntry("known-" + number++, known);
            }
            for (Path file : files) {
                for (Certificate own : read(file)) {
                    store.setCertificateEntry("own-" + number++, own);
                }
            }
            return manager(store);
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalStateException(
                    "a file of tumbuh.webhooks.trust can't be read as certificates", unreadable);
        }
    }

    private static List<? extends Certificate> read(Path file) throws IOException, GeneralSecurityException {
        try (InputStream content = Files.newInputStream(file)) {
            return List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(content));
        }
    }

    /** @param store null for what this machine believes */
    private static X509TrustManager manager(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("no trust manager for X.509"));
    }
}
