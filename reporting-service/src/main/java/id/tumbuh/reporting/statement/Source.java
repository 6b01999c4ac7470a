package id.tumbuh.reporting.statement;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who said something, and where.
 *
 * @param publishedOn null when nobody knows any more
 */
@Schema(name = "Source", examples = """
        {"author": "Kementerian Kesehatan RI", "title": "SSGI 2022", "publishedOn": "2023-01-25"}""")
public record Source(
        String author,
        String title,
        @Nullable LocalDate publishedOn,
        @Nullable String url) {}
