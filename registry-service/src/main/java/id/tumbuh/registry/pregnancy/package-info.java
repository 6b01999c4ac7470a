/**
 * Pregnancies from their confirmation to their outcome, which creates the child: one thread from the mother to the child.
 *
 * <p>A pregnancy belongs to a mother, who is a member of a family, and goes where she goes. While it lasts it makes the
 * family a target of the programme. Announced without a name; what is measured at a check belongs to measurement-service.
 */
@NullMarked
package id.tumbuh.registry.pregnancy;

import org.jspecify.annotations.NullMarked;
