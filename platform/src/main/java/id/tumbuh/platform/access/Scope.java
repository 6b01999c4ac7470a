package id.tumbuh.platform.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The areas a caller (or a background job) may see and change. Row level security reads it from the transaction.
 *
 * <p>Nothing is in scope by default: a token without areas sees no row.
 */
public record Scope(List<AreaCode> areas, boolean unlimited) {
    private static final Scope EVERYWHERE = new Scope(List.of(), true);

    public Scope {
        areas = List.copyOf(areas);
    }

    /** For consumers and jobs, which act for no single caller, and for national roles. */
    public static Scope everywhere() {
        return EVERYWHERE;
    }

    public static Scope of(Collection<AreaCode> areas) {
        return new Scope(areas.stream().distinct().sorted().toList(), false);
    }

    public boolean isNothing() {
        return !unlimited && areas.isEmpty();
    }

    public boolean allows(AreaCode area) {
        for (AreaCode own : areas) { // no stream: it is asked for each subscriber and event
            if (own.contains(area)) {
                return true;
            }
        }
        return unlimited;
    }

    /**
     * The value of the transaction's {@code app.wilayah}: {@code *}, or the codes with a comma around each, which lets the
     * policy test membership of an area or one of its parents without a subquery.
     */
    public String setting() {
        if (unlimited) {
            return "*";
        }
        return areas.isEmpty() ? "" : areas.stream().map(AreaCode::value).collect(Collectors.joining(",", ",", ","));
    }

    /** The value of the transaction's {@code app.wilayah_one}: the code, if it is one; else the list decides. */
    public String only() {
        return areas.size() == 1 && !unlimited ? areas.getFirst().value() : "";
    }

    /** Reads a value written by {@link #setting()}, for work that goes on later under the scope of its caller. */
    public static Scope fromSetting(String setting) {
        if (setting.equals("*")) {
            return EVERYWHERE;
        }
        return of(Arrays.stream(setting.split(","))
                .filter(code -> !code.isEmpty())
                .map(AreaCode::new)
                .toList());
    }
}
