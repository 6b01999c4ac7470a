package id.tumbuh.reporting.publication;

import static java.util.stream.Collectors.toMap;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.reporting.area.Asked;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;

/** Computes the hash of a snapshot again from what the database holds now, and names the rows that are not what they were. */
@ApplicationScoped
class VerifyPublication {
    private final Publications publications;
    private final PublishedRows rows;

    VerifyPublication(Publications publications, PublishedRows rows) {
        this.publications = publications;
        this.rows = rows;
    }

    /**
     * What was found.
     *
     * @param computed the hash of what is there now
     */
    @Schema(name = "PublicationVerdict")
    record Verdict(UUID id, boolean intact, String hash, String computed, List<Fault> faults) {}

    /**
     * A row that is not what it was.
     *
     * @param row area and indicator, or {@code publication} for what the snapshot says of itself
     */
    @Schema(name = "PublicationFault")
    record Fault(String row, What what) {}

    enum What {
        CHANGED,
        MISSING,
        ADDED
    }

    /** Only of a publication that the scope covers: rows out of it would count as missing. */
    Optional<Verdict> verify(Handle sql, UUID id, Scope scope) {
        return publications
                .find(sql, id)
                .filter(one -> Asked.covers(scope, one.area()))
                .map(publication -> verdict(sql, publication));
    }

    private Verdict verdict(Handle sql, Publication publication) {
        List<PublishedRows.Held> held = rows.held(sql, publication.id());
        List<String> present = Seal.ofRows(whole(held));
        Map<String, String> sealed = byRow(publications.seals(sql, publication.id()));
        List<Fault> faults = new ArrayList<>(compare(sealed, byRow(present)));
        halves(held).stream()
                .filter(key -> !sealed.containsKey(key))
                .forEach(key -> faults.add(new Fault(key, What.ADDED)));
        String computed = Seal.of(publication, present);
        if (faults.isEmpty() && !computed.equals(publication.hash())) {
            faults.add(new Fault("publication", What.CHANGED));
        }
        return new Verdict(publication.id(), faults.isEmpty(), publication.hash(), computed, faults);
    }

    private static List<PublishedFigure> whole(List<PublishedRows.Held> held) {
        List<PublishedFigure> whole = new ArrayList<>();
        for (PublishedRows.Held row : held) {
            if (row.exact() != null && row.shown() != null) {
                whole.add(PublishedRows.joined(row.exact(), row.shown()));
            }
        }
        return whole;
    }

    /** Halves of rows that were never sealed; of those that were the other half is missing. */
    private static Set<String> halves(List<PublishedRows.Held> held) {
        Set<String> halves = new TreeSet<>();
        for (PublishedRows.Held row : held) {
            if (row.exact() != null && row.shown() == null) {
                halves.add(row.exact().area() + "/" + row.exact().indicator());
            } else if (row.exact() == null && row.shown() != null) {
                halves.add(row.shown().area() + "/" + row.shown().indicator());
            }
        }
        return halves;
    }

    private static List<Fault> compare(Map<String, String> sealed, Map<String, String> present) {
        List<Fault> faults = new ArrayList<>();
        TreeSet<String> keys = new TreeSet<>(sealed.keySet());
        keys.addAll(present.keySet());
        for (String key : keys) {
            if (!present.containsKey(key)) {
                faults.add(new Fault(key, What.MISSING));
            } else if (!sealed.containsKey(key)) {
                faults.add(new Fault(key, What.ADDED));
            } else if (!present.get(key).equals(sealed.get(key))) {
                faults.add(new Fault(key, What.CHANGED));
            }
        }
        return faults;
    }

    private static Map<String, String> byRow(List<String> seals) {
        return seals.stream()
                .collect(toMap(
                        seal -> seal.substring(0, seal.lastIndexOf('/')),
                        seal -> seal.substring(seal.lastIndexOf('/') + 1),
                        (one, _) -> one,
                        TreeMap::new));
    }
}
