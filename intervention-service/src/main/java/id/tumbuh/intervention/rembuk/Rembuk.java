package id.tumbuh.intervention.rembuk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting on stunting in an area.
 *
 * @param reason why there is another revision than the first
 * @param sha256 of the minutes as they are written in this revision
 * @param signatures those of this revision, the first first
 */
record Rembuk(
        UUID id,
        Minutes minutes,
        int revision,
        @Nullable String reason,
        State state,
        String sha256,
        List<Signature> signatures,
        long version) {
    Rembuk {
        signatures = List.copyOf(signatures);
    }

    /** Whether its minutes can still be written. */
    enum State {
        DRAFT,
        SIGNED
    }

    /**
     * Somebody stands for what was written.
     *
     * @param subject of the token it was given with
     */
    record Signature(String subject, String onBehalfOf, Instant signedAt) {}

    static Rembuk held(UUID id, Minutes minutes) {
        return new Rembuk(id, minutes, 1, null, State.DRAFT, hash(id, minutes, 1), List.of(), 1);
    }

    /** Only a draft can be written again. */
    Optional<Rembuk> written(Minutes next) {
        return state == State.SIGNED
                ? Optional.empty()
                : Optional.of(new Rembuk(
                        id, next, revision, reason, state, hash(id, next, revision), List.of(), version + 1));
    }

    /** The first signature ends the draft; those after it change nothing but their own number. */
    Rembuk signed(Signature signature) {
        List<Signature> all = new ArrayList<>(signatures);
        all.add(signature);
        return new Rembuk(id, minutes, revision, reason, State.SIGNED, sha256, all, version + 1);
    }

    /** A draft of the next revision, which begins as the last one ended. */
    Optional<Rembuk> revised(String why) {
        int next = revision + 1;
        return state == State.DRAFT
                ? Optional.empty()
                : Optional.of(new Rembuk(
                        id, minutes, next, why, State.DRAFT, hash(id, minutes, next), List.of(), version + 1));
    }

    boolean isSignedBy(String subject, String onBehalfOf) {
        return signatures.stream()
                .anyMatch(
                        one -> one.subject().equals(subject) && one.onBehalfOf().equals(onBehalfOf));
    }

    private static String hash(UUID id, Minutes minutes, int revision) {
        return Minutes.sha256(minutes.text(id, revision));
    }
}
