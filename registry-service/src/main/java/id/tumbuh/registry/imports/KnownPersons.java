package id.tumbuh.registry.imports;

import id.tumbuh.platform.database.Columns;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.identity.Nik;
import id.tumbuh.registry.imports.matching.PersonName;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Members of the registry who may be those of some rows: with the same NIK, or in the same family. */
final class KnownPersons {
    private final Map<ByteBuffer, UUID> byNik = new HashMap<>();
    private final Map<List<@Nullable String>, Set<UUID>> byPerson = new HashMap<>();
    private final IdentityKeys identities;

    private KnownPersons(IdentityKeys identities) {
        this.identities = identities;
    }

    static KnownPersons find(Handle sql, IdentityKeys identities, List<Sent> rows) {
        KnownPersons found = new KnownPersons(identities);
        List<byte[]> niks = new ArrayList<>();
        Set<UUID> families = new HashSet<>();
        for (Sent row : rows) {
            row.row().value(MemberFields.NIK).map(Nik::new).ifPresent(nik -> niks.addAll(identities.indexes(nik)));
            Optional.ofNullable(row.facts().get(MemberFields.FAMILY))
                    .map(UUID::fromString)
                    .ifPresent(families::add);
        }
        if (!niks.isEmpty()) {
            Columns.of(niks)
                    .bytes(nik -> nik)
                    .query(
                            sql,
                            "select present_member(id) as id, nik_index from member where nik_index = any(?)"
                                    + " and present_member(id) is not null order by member.id desc",
                            row -> Map.entry(
                                    ByteBuffer.wrap(row.getBytes("nik_index")), row.getObject("id", UUID.class)))
                    .forEach(entry -> found.byNik.put(entry.getKey(), entry.getValue()));
        }
        if (!families.isEmpty()) {
            sql.createQuery("""
                            select id, family_id, sex, birth_date, name from member
                            where family_id = any(:families) and active and name is not null and birth_date is not null""")
                    .bindArray("families", UUID.class, families.toArray())
                    .map((row, _) -> Map.entry(
                            key(
                                    row.getString("family_id"),
                                    row.getString("sex"),
                                    row.getString("birth_date"),
                                    row.getString("name")),
                            row.getObject("id", UUID.class)))
                    .forEach(entry -> found.byPerson
                            .computeIfAbsent(entry.getKey(), _ -> new HashSet<>())
                            .add(entry.getValue()));
        }
        return found;
    }

    /** The one member this can be; of several it is none of them. */
    Optional<UUID> same(Sent row) {
        Optional<UUID> nik = row.row().value(MemberFields.NIK).map(Nik::new).stream()
                .flatMap(digits -> identities.indexes(digits).stream())
                .map(index -> byNik.get(ByteBuffer.wrap(index)))
                .filter(Objects::nonNull)
                .findFirst();
        return nik.or(() -> {
            Map<String, String> facts = row.facts();
            Set<UUID> alike = facts.containsKey(MemberFields.BIRTH_DATE)
                    ? byPerson.getOrDefault(
                            key(
                                    facts.get(MemberFields.FAMILY),
                                    facts.get(MemberFields.SEX),
                                    facts.get(MemberFields.BIRTH_DATE),
                                    facts.get(MemberFields.NAME)),
                            Set.of())
                    : Set.of();
            return alike.size() == 1 ? alike.stream().findFirst() : Optional.empty();
        });
    }

    private static List<@Nullable String> key(
            @Nullable String family, @Nullable String sex, @Nullable String born, @Nullable String name) {
        List<@Nullable String> key = new ArrayList<>();
        key.add(family);
        key.add(sex);
        key.add(born);
        key.add(PersonName.ofAdult(name).map(PersonName::normalised).orElse(""));
        return key;
    }
}
