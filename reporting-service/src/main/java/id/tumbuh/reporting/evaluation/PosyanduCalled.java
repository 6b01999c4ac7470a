package id.tumbuh.reporting.evaluation;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What posyandu are called: kept by another service, asked for with the reader's own token. */
public interface PosyanduCalled {
    /** Those of some desa, as far as they are told; a report stands without them. */
    Map<UUID, String> in(Collection<String> desa, @Nullable String bearer);
}
