package id.tumbuh.measurement.maternal;

import id.tumbuh.platform.messaging.IntegrationEvent;

/**
 * What is checked, and how it is judged.
 *
 * @param <C> what was sent
 * @param <F> what was found
 */
interface CheckKind<C extends CheckContent, F> {

    /** The table of the latest revisions; the replaced ones lie in the table of the same name with {@code _revision}. */
    String table();

    /** How the audit calls one. */
    String objectType();

    Class<C> contentType();

    Class<F> findingType();

    /** By the rules in force on the day of the check. */
    F judge(C content);

    IntegrationEvent announce(Check<C, F> check, Change change);

    /** Why an event is announced. */
    enum Change {
        CHECKED,
        CORRECTED,
        VOIDED
    }
}
