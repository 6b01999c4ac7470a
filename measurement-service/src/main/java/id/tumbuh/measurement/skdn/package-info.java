/**
 * SKDN, the official table of a posyandu and month: how many children there are (S), have a card (K), were weighed (D) and gained
 * (N), by sex and age band; its recaps by desa (F1) and kecamatan (F2); and closing a month.
 *
 * <p>A child is counted where it is registered, wherever it was weighed. Every weighed child has exactly one mark, so D = N + T +
 * O + B in every cell; a table in which it does not can't be made.
 */
@NullMarked
package id.tumbuh.measurement.skdn;

import org.jspecify.annotations.NullMarked;
