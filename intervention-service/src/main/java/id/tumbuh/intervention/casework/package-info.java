/**
 * The one place where what is told meets what is done: facts about children and families come in from the topics, needs and
 * referrals follow from them, and are announced in the same transaction.
 *
 * <p>Invariant: whatever the order of the facts, and however often they are told, the open needs and referrals depend only
 * on the newest fact of each kind. {@link id.tumbuh.intervention.casework.Casebook} holds it as a pure function; {@link
 * id.tumbuh.intervention.casework.Casework} keeps it in the database while consumers work side by side: first the children
 * are locked, then the families, each in the order of their ids.
 */
@NullMarked
package id.tumbuh.intervention.casework;

import org.jspecify.annotations.NullMarked;
