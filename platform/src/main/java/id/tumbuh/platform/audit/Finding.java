package id.tumbuh.platform.audit;

/**
 * One thing that is not as it was sealed.
 *
 * @param number of the entry, or of the block
 */
record Finding(Kind kind, long number) {

    /** What was found. ENTRY_… names a line of the audit, BLOCK_… a link of the chain. */
    enum Kind {
        ENTRY_CHANGED,
        ENTRY_MISSING,
        /** It came after everything around it was sealed. */
        ENTRY_INSERTED,
        /** The link itself was changed, or does not follow the one before. */
        BLOCK_CHANGED,
        BLOCK_MISSING,
        /** It was never announced, although it is old enough. */
        BLOCK_UNPUBLISHED
    }
}
