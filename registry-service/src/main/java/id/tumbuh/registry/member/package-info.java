/**
 * The adults of families and whoever else belongs to one and is not followed as a child: head, wife, husband, grandparents.
 *
 * <p>A member is registered once with an id made by its client, lives where its family lives, and goes with it. A wife's
 * birth date decides about her family's risk; brides, mothers and their pregnancies are members. Names stay here: nothing of
 * a member is announced. A member that turned out to be another one stays in its family and stands for that one, until the merge
 * is undone: what hangs on members follows ({@link FollowsMembers}).
 */
@NullMarked
package id.tumbuh.registry.member;

import org.jspecify.annotations.NullMarked;
