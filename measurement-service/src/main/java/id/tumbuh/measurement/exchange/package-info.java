/**
 * What leaves the platform: observations for SATUSEHAT (FHIR R4) with a ledger of what it holds, an export in the form of
 * e-PPGBM, and one for researchers.
 *
 * <p>Nothing here changes a measurement. The ledger is fed by comparing it with the measurements, never by remembering the last
 * time seen: a transaction that commits late is found all the same. Names live in the registry and stand in no file of this
 * package. The FHIR library is loaded when the first bundle is built, which is never where no endpoint is configured.
 */
@NullMarked
package id.tumbuh.measurement.exchange;

import org.jspecify.annotations.NullMarked;
