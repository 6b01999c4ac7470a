package id.tumbuh.registry.imports;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A system that sends. It belongs to the areas of whoever used its name first: the same name in another kabupaten is another
 * system, and neither learns of the other.
 */
record Source(UUID id, String name) {
    /** Of files that name no source. */
    static final String UPLOADS = "uploads";

    private static final String EVERYWHERE = "";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,49}");

    /** A long number would be no name of a system but perhaps a person's. */
    private static final Pattern NUMBER = Pattern.compile(".*\\d{9,}.*");

    static boolean isName(String text) {
        return NAME.matcher(text).matches() && !NUMBER.matcher(text).matches();
    }

    static Source ensure(Handle sql, Scope scope, String name) {
        sql.createUpdate("""
                        insert into source (id, owner, areas, name) values (:id, :owner, :areas, :name)
                        on conflict (owner, name) do nothing""")
                .bind("id", UUID.randomUUID())
                .bind("owner", scope.setting())
                .bindArray("areas", String.class, areas(scope))
                .bind("name", name)
                .execute();
        return find(sql, scope.setting(), name).orElseThrow();
    }

    /** The owner as it is stored: the caller's own areas unless a source of somebody below is meant. */
    static String owner(@Nullable String written, Scope own) {
        if (written == null || written.isBlank()) {
            return own.setting();
        }
        List<String> areas = List.of(written.split(",", -1));
        return areas.stream().allMatch(AreaCode::isValid)
                ? Scope.of(areas.stream().map(AreaCode::new).toList()).setting()
                : "";
    }

    static Optional<Source> find(Handle sql, String owner, String name) {
        return sql.createQuery("select id, name from source where owner = :owner and name = :name")
                .bind("owner", owner)
                .bind("name", name)
                .map((row, _) -> new Source(row.getObject("id", UUID.class), row.getString("name")))
                .findOne();
    }

    /** What {@link Scope#setting} is to a transaction, as rows of areas. */
    static Object[] areas(Scope scope) {
        return scope.unlimited()
                ? new Object[] {EVERYWHERE}
                : scope.areas().stream().map(AreaCode::value).toArray();
    }
}
