/**
 * Couples to be married (calon pengantin, catin): who they are, when they will marry, and the family that they become.
 *
 * <p>Bride and groom are members of families; the couple belongs to the bride's until the wedding, which makes a family of
 * their own or lets them join one. What is measured of them belongs to measurement-service; here is the thread.
 */
@NullMarked
package id.tumbuh.registry.couple;

import org.jspecify.annotations.NullMarked;
