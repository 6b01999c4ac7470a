package id.tumbuh.registry.duplicate;

import org.jdbi.v3.core.Handle;

/**
 * Whether somebody has said already that two records are of two persons: a file or a source that lists both does, and an import does
 * that has compared each row with those of the kabupaten before it made a new one. Whether that is wrong is for a person to say.
 */
final class FoundToBeTwo {
    private static final String CHILDREN = """
            select exists (
                    select from import_row a join import_row b on b.import_id = a.import_id and b.child_id = :other
                    where a.child_id = :one)
                or exists (
                    select from external_id a join external_id b on b.source_id = a.source_id and b.child_id = :other
                    where a.child_id = :one)
                or exists (
                    select from child one join child other on other.id = :other
                        and left(other.area_code, 5) = left(one.area_code, 5)
                    where one.id = :one and exists (select from import_row i where i.child_id in (one.id, other.id)))""";

    /** That one of them came by an import says nothing once a person has merged their families. */
    private static final String MEMBERS = """
            with one as (select id from member where id = :one or merged_into = :one),
            other as (select id from member where id = :other or merged_into = :other)
            select exists (
                    select from import_row a join import_row b on b.import_id = a.import_id
                    where a.record_id in (select id from one) and b.record_id in (select id from other))
                or exists (
                    select from external_id a join external_id b on b.source_id = a.source_id
                    where a.member_id in (select id from one) and b.member_id in (select id from other))
                or exists (
                    select from member a join member b on b.id = :other
                        and left(b.area_code, 5) = left(a.area_code, 5) and b.family_id <> a.family_id
                    where a.id = :one and exists (select from import_row i where i.record_id in (a.id, b.id)))""";

    private FoundToBeTwo() {}

    static boolean were(Handle sql, PersonKind kind, PairKey pair) {
        return sql.createQuery(
                        switch (kind) {
                            case CHILD -> CHILDREN;
                            case MEMBER -> MEMBERS;
                        })
                .bind("one", pair.one())
                .bind("other", pair.other())
                .mapTo(Boolean.class)
                .one();
    }
}
