/**
 * Decides whether a family is at risk of stunting (keluarga berisiko stunting, KRS) and says why.
 *
 * <p>{@link RiskScreening} is a pure function over what is known of a family on a day and a policy, whose numbers and
 * lists are dated rows of the rule table (docs: DOMAIN section 3). What is not known is no factor. The package knows no
 * database, no HTTP and nothing of how families are stored.
 */
@NullMarked
package id.tumbuh.registry.screening;

import org.jspecify.annotations.NullMarked;
