/** Tests of referral. */
@NullMarked
package id.tumbuh.reporting.referral;

import org.jspecify.annotations.NullMarked;
