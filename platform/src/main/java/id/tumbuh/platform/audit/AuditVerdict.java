package id.tumbuh.platform.audit;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What comparing the audit with its chain, and the chain with its topic, has shown.
 *
 * @param waiting entries not sealed yet
 * @param found how many findings there are; {@code findings} holds the first thousand
 */
@Schema(name = "AuditVerdict")
record AuditVerdict(
        String service,
        boolean intact,
        long entries,
        long blocks,
        long published,
        long waiting,
        long found,
        List<Finding> findings) {
    AuditVerdict {
        findings = List.copyOf(findings);
    }
}
