package id.tumbuh.registry.duplicate;

import java.util.Locale;

/** Whose records are compared with one another. The names are stored and on the wire: never renamed. */
enum PersonKind {
    /** Followed as a child. */
    CHILD,
    /** Of a family, and not followed as a child. */
    MEMBER;

    /** Its table, and its word in the audit. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The function that says whom a record stands for after merges. */
    String present() {
        return "present_" + word();
    }
}
