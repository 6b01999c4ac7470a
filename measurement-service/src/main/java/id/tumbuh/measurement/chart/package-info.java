/**
 * A child's growth as a picture: the growth card (KMS) and four more charts of the WHO standard, for the parent's wall.
 *
 * <p>A chart is drawn once, as a list of marks in tenths of a millimetre of an A5 sheet, and written as SVG, PDF or PNG.
 * What it shows (points, axes, words) is computed by pure functions; nothing of the request and no name stands on it.
 */
@NullMarked
package id.tumbuh.measurement.chart;

import org.jspecify.annotations.NullMarked;
