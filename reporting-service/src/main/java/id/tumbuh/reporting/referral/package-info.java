/** Referrals of families to offices, as intervention-service tells them: how many are open, with whom, and overdue. */
@NullMarked
package id.tumbuh.reporting.referral;

import org.jspecify.annotations.NullMarked;
