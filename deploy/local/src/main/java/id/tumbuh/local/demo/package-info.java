/**
 * Synthetic e-PPGBM files of Kabupaten Serang, and the truth about them.
 *
 * <p>Seeded and deterministic; every person is invented. The children are drawn from WHO's tables directly and not
 * by measurement-service, so that the truth is an independent second opinion on what the platform reports. Knows
 * nothing of the services or of how they match children.
 */
@NullMarked
package id.tumbuh.local.demo;

import org.jspecify.annotations.NullMarked;
