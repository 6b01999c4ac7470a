package id.tumbuh.registry.companion;

/** Who is accompanied; the name is stored and told. */
enum TargetKind {
    /** A family at risk, with its children. */
    FAMILY,
    /** A couple to be married. */
    COUPLE,
    /** A pregnancy that goes on. */
    PREGNANCY,
    /** A mother after a live birth, known by the pregnancy it ended. */
    POSTPARTUM,
    /** A child whose family is not at risk; others are accompanied with their family. */
    CHILD;

    /** The kind of object in the audit. */
    String word() {
        return switch (this) {
            case FAMILY -> "family";
            case COUPLE -> "couple";
            case PREGNANCY, POSTPARTUM -> "pregnancy";
            case CHILD -> "child";
        };
    }
}
