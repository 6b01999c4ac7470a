/**
 * The growth card (Kartu Menuju Sehat, KMS): whether a child gained enough since the month before.
 *
 * <p>A card is a pure function of the child's weighings, its sex and the month of its birth: in whatever order they came, the
 * same weighings give the same marks. Every weighed child of a month has exactly one of B, O, N, T, so D = N + T + O + B.
 */
@NullMarked
package id.tumbuh.measurement.kms;

import org.jspecify.annotations.NullMarked;
