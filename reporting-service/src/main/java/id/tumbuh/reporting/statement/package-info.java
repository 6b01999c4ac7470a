/**
 * Public statements: what somebody said of an area, with who, where and when.
 *
 * <p>A statement is kept under the id or key its writer gave. The same again changes nothing; other content replaces it only over
 * the version that was read. Statements that contradict each other stand beside each other.
 */
@NullMarked
package id.tumbuh.reporting.statement;

import org.jspecify.annotations.NullMarked;
