/** Tests of the chain of the audit. */
@NullMarked
package id.tumbuh.platform.audit;

import org.jspecify.annotations.NullMarked;
