/**
 * What offices (OPD) plan and spend, as intervention-service tells it: programmes in their newest state. The page sums them when it is
 * asked, since they are few; the indicator is counted by month. Money that is part of another programme's counts once in a sum of both.
 */
@NullMarked
package id.tumbuh.reporting.programme;

import org.jspecify.annotations.NullMarked;
