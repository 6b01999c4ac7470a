package id.tumbuh.reporting.area;

import id.tumbuh.reporting.Country;
import org.jdbi.v3.core.statement.SqlStatement;

/** The codes of an area and of everything in it, as a range that an index answers: {@code area_code >= :from and area_code < :to}. */
public record Within(String from, String to) {
    public static Within of(String area) {
        // '/' comes after '.', and ':' after every digit
        return area.equals(Country.CODE) ? new Within("", ":") : new Within(area, area + "/");
    }

    public <S extends SqlStatement<S>> S bind(S statement) {
        return statement.bind("from", from).bind("to", to);
    }
}
