package id.tumbuh.measurement.skdn;

import id.tumbuh.measurement.growth.Sex;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cell with where it belongs.
 *
 * @param posyanduId null for children of a desa that are registered at none
 * @param areaCode the desa where the children live
 * @param fromMonth where the age band begins
 */
record SkdnRow(@Nullable UUID posyanduId, String areaCode, Sex sex, int fromMonth, Skdn figures) {}
