package id.tumbuh.measurement.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.measurement.exchange.Csv.Separator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+62", "-2", "@sum", "\tx", "\rx"})
    void textThatASpreadsheetWouldRunIsHarmless(String text) {
        assertThat(Csv.harmless(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Gizi baik", "36.04", "a=b", "'"})
    void otherTextStaysAsItIs(String text) {
        assertThat(Csv.harmless(text)).isEqualTo(text);
    }

    @Test
    void numbersAreWrittenAsTheSpreadsheetReadsThem() throws IOException {
        assertThat(written(Separator.SEMICOLON)).isEqualTo("\uFEFFa;b\r\n8,4;-2,00;;\"x;\"\"y\"\"\";7\r\n");
        assertThat(written(Separator.COMMA)).isEqualTo("\uFEFFa,b\r\n8.4,-2.00,,\"x;\"\"y\"\"\",7\r\n");
    }

    private static String written(Separator separator) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Csv csv = Csv.forSpreadsheets(out, separator)) {
            csv.header(List.of("a", "b"));
            csv.number(8.4)
                    .score(-2)
                    .number(Double.NaN)
                    .text("x;\"y\"")
                    .whole(7)
                    .end();
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
