/**
 * Referrals (rujukan): while a family has a stunted child, each of its risk factors is referred to the OPD whose field it
 * is, and the referral is closed with its reason when the factor or the need is gone (<em>keroyokan</em>, each OPD by its
 * field).
 *
 * <p>What is referred follows from the family's risk factors, its open needs and the dated rule alone. Which OPD answers a
 * factor is a rule and differs by time, so the referral keeps the version it was made by.
 */
@NullMarked
package id.tumbuh.intervention.referral;

import org.jspecify.annotations.NullMarked;
