/**
 * Lists over HTTP: which areas, which page, and where the next one is. Technical words only; knows neither needs nor
 * referrals.
 */
@NullMarked
package id.tumbuh.intervention.listing;

import org.jspecify.annotations.NullMarked;
