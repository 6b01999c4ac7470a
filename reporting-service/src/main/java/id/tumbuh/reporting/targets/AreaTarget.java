package id.tumbuh.reporting.targets;

import id.tumbuh.reporting.statement.Source;
import id.tumbuh.reporting.statement.Statement;
import java.math.BigDecimal;

/** What an area decided to reach in a year, in percent. */
public record AreaTarget(String area, String indicator, int year, long version, BigDecimal percent, Source source)
        implements Statement<AreaTarget> {

    @Override
    public AreaTarget withVersion(long other) {
        return new AreaTarget(area, indicator, year, other, percent, source);
    }

    @Override
    public String kind() {
        return "area-target";
    }

    @Override
    public String key() {
        return area + "/" + indicator + "/" + year;
    }
}
