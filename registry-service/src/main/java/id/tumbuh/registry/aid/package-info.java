/**
 * Aid for a list of families of a desa on a day, family by family delivered or missed, and contraception given (pelayanan KB),
 * which is an observation of the family, so that its risk follows.
 *
 * <p>Who gives is an organisation, never a person; no money is kept here. Everything may be sent again.
 */
@NullMarked
package id.tumbuh.registry.aid;

import org.jspecify.annotations.NullMarked;
