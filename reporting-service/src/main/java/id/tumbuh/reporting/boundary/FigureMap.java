package id.tumbuh.reporting.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of the areas below one as a FeatureCollection of RFC 7946.
 *
 * @param licences of the boundaries, each once
 * @param features an area without a boundary has a null geometry
 */
record FigureMap(
        String type,
        String indicator,
        String area,
        YearMonth month,
        @Nullable Instant asOf,
        List<String> licences,
        List<String> attributions,
        List<Feature> features) {

    /** One area. */
    record Feature(String type, String id, @Nullable JsonNode geometry, Properties properties) {}

    /**
     * Its figure.
     *
     * @param numerator null when it is hidden, as it may be for partners
     * @param value in percent; null when the denominator is 0 or something is hidden
     */
    record Properties(
            String areaCode,
            @Nullable String name,
            @Nullable Long numerator,
            @Nullable Long denominator,
            @Nullable BigDecimal value,
            @Nullable BigDecimal coverage) {}
}
