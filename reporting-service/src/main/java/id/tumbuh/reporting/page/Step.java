package id.tumbuh.reporting.page;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.reporting.Country;
import id.tumbuh.reporting.area.Area;
import java.util.List;

/**
 * One area on the way from the country down to the one shown.
 *
 * @param own whether the reader may open it
 */
record Step(Area area, boolean own) {
    static List<Step> of(List<Area> path, Scope scope) {
        return path.stream()
                .map(area -> new Step(area, isOwn(area.code(), scope)))
                .toList();
    }

    private static boolean isOwn(String code, Scope scope) {
        return scope.unlimited() || (!code.equals(Country.CODE) && scope.allows(new AreaCode(code)));
    }
}
