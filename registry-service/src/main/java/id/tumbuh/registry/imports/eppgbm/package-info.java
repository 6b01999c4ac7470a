/**
 * Reading e-PPGBM exports: which column is which, and what every cell may look like (docs/domain, "The file everyone has").
 *
 * <p>A row is read completely or rejected with the field and the reason; what was written in the cell never leaves this
 * package in a message. Pure: the day is an argument, nothing is looked up.
 */
@NullMarked
package id.tumbuh.registry.imports.eppgbm;

import org.jspecify.annotations.NullMarked;
