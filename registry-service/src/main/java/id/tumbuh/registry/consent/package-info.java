/**
 * Consent (UU 27/2022 art. 20 to 25, 40): who agreed that data of a child or a family serve a purpose of a partner, with the
 * evidence, and who took it back.
 *
 * <p>Invariants: a consent is given once and withdrawn once, never changed; for a child its parent or guardian speaks; evidence
 * is a reference, never a document or a name. Everything is announced in the transaction that stored it.
 */
@NullMarked
package id.tumbuh.registry.consent;

import org.jspecify.annotations.NullMarked;
