/** Tests of consent. */
@NullMarked
package id.tumbuh.registry.consent;

import org.jspecify.annotations.NullMarked;
