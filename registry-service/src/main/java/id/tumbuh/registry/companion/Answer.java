package id.tumbuh.registry.companion;

/** The answer to an item of the checklist. */
enum Answer {
    YES,
    NO,
    NOT_APPLICABLE
}
