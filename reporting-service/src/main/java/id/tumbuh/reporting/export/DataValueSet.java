package id.tumbuh.reporting.export;

import id.tumbuh.reporting.indicator.Figure;
import id.tumbuh.reporting.indicator.Indicator;
import id.tumbuh.reporting.indicator.Sums;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What {@code POST /api/dataValueSets} of DHIS2 takes, with codes for identifiers: the schemes in the body hold over those of the
 * address (DHIS2 developer guide, "Sending bulks of data values", "Identifier schemes").
 */
record DataValueSet(String dataElementIdScheme, String orgUnitIdScheme, List<DataValue> dataValues) {
    static final String EXAMPLE = """
            {"dataElementIdScheme": "CODE", "orgUnitIdScheme": "CODE", "dataValues": [
             {"dataElement": "TUMBUH_STUNTING_PREVALENCE_NUM", "period": "202407", "orgUnit": "36.04", "value": "1260"},
             {"dataElement": "TUMBUH_STUNTING_PREVALENCE_DEN", "period": "202407", "orgUnit": "36.04", "value": "6300"}]}""";

    private static final String CODE = "CODE";
    /** A month as DHIS2 writes it. */
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM", Locale.ROOT);

    DataValueSet {
        dataValues = List.copyOf(dataValues);
    }

    /**
     * One number.
     *
     * @param value text, as DHIS2 takes values of all types
     */
    record DataValue(String dataElement, String period, String orgUnit, String value) {}

    /** Numerator and denominator of all indicators; none of those an area has no data for. */
    static DataValueSet of(List<Indicator> indicators, YearMonth month, Map<String, Sums> byArea) {
        List<DataValue> values = new ArrayList<>();
        String period = month.format(MONTH);
        byArea.forEach((area, sums) -> indicators.forEach(indicator -> {
            Figure figure = indicator.of(sums);
            if (figure.denominator() > 0) {
                String element =
                        "TUMBUH_" + indicator.code().toUpperCase(Locale.ROOT).replace('-', '_');
                values.add(new DataValue(element + "_NUM", period, area, Long.toString(figure.numerator())));
                values.add(new DataValue(element + "_DEN", period, area, Long.toString(figure.denominator())));
            }
        }));
        return new DataValueSet(CODE, CODE, values);
    }
}
