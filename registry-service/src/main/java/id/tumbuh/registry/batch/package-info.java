/**
 * What every registration in bulk shares: who acts, the outcome of each row, and rows handed to PostgreSQL as arrays, so
 * that a batch costs one statement per table.
 *
 * <p>Technical words only; knows neither families nor children.
 */
@NullMarked
package id.tumbuh.registry.batch;

import org.jspecify.annotations.NullMarked;
