/**
 * Checks of pregnant women and of couples to be married: taken in, judged by dated rules, kept with every revision, announced.
 *
 * <p>{@link id.tumbuh.measurement.maternal.CheckBook} is the life of a check, whatever it is about; a {@link
 * id.tumbuh.measurement.maternal.CheckKind} says what is checked and how it is judged. What was found never decides whether a
 * check is taken: red starts companionship and stops nothing.
 */
@NullMarked
package id.tumbuh.measurement.maternal;

import org.jspecify.annotations.NullMarked;
