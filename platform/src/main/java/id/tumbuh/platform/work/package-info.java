/**
 * Work that nobody asks for: what a day, an hour or a deadline brings. A feature has a {@link id.tumbuh.platform.work.Chore}; one thread
 * per replica does a step of each in turn. What is left to do stands in the feature's own rows, so a crash loses nothing and
 * several replicas share the work.
 */
@NullMarked
package id.tumbuh.platform.work;

import org.jspecify.annotations.NullMarked;
