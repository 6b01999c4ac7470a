/** Tests of targets and the way to them. */
@NullMarked
package id.tumbuh.reporting.targets;

import org.jspecify.annotations.NullMarked;
