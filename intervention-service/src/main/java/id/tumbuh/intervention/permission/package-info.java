/**
 * What may be done with the data of a child or a family for a partner: a copy of registry's consents that still hold.
 *
 * <p>Whatever serves a partner asks {@link id.tumbuh.intervention.permission.Permissions} in the transaction in which it acts; a
 * withdrawal is known here within seconds.
 */
@NullMarked
package id.tumbuh.intervention.permission;

import org.jspecify.annotations.NullMarked;
