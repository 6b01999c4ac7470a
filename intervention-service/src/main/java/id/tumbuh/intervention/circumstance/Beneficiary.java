package id.tumbuh.intervention.circumstance;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Whoever may have to be helped, as far as it is known here: a child, or a woman for as long as she is pregnant. */
public sealed interface Beneficiary permits Child, Pregnancy {

    /** Which of the two, and its id. */
    record Ref(Kind kind, UUID id) implements Comparable<Ref> {
        public static Ref child(UUID id) {
            return new Ref(Kind.CHILD, id);
        }

        public static Ref pregnancy(UUID id) {
            return new Ref(Kind.PREGNANCY, id);
        }

        @Override
        public int compareTo(Ref other) {
            int byKind = kind.compareTo(other.kind);
            return byKind == 0 ? id.compareTo(other.id) : byKind;
        }
    }

    /** The names stand in events: never renamed. */
    enum Kind {
        CHILD,
        PREGNANCY
    }

    Ref ref();

    Home home();

    /** Whether the programme looks after it: lives here, is no duplicate, is still pregnant. */
    boolean active();

    /** What of its own calls for help, whether or not it is active. */
    Set<Cause> signs();

    /** The first 1,000 days of life are the pregnancy and the time below this age. */
    boolean isYoungerThan(int months, LocalDate day);

    /** The first day on which it isn't any more; nothing when there is no such day or it isn't known. */
    Optional<LocalDate> reaches(int months);
}
