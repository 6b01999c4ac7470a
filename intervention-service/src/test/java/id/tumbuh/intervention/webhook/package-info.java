@NullMarked
package id.tumbuh.intervention.webhook;

import org.jspecify.annotations.NullMarked;
