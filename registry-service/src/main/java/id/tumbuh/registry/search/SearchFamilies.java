package id.tumbuh.registry.search;

import id.tumbuh.platform.database.Columns;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Cursor;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.rules.RuleSet;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.duplicate.SamePersonRules;
import id.tumbuh.registry.identity.FamilyCardNumber;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.identity.NikReading;
import id.tumbuh.registry.sameperson.MatchingModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Answers a page of families; no name is answered whose reading isn't committed to the audit before. */
@ApplicationScoped
class SearchFamilies {
    private final Database database;
    private final IdentityKeys identities;
    private final SamePersonRules sounds;
    private final RuleBook rules;

    SearchFamilies(Database database, IdentityKeys identities, SamePersonRules sounds, RuleBook rules) {
        this.database = database;
        this.identities = identities;
        this.sounds = sounds;
        this.rules = rules;
    }

    /** Families, and where the next page begins. */
    record Page(List<FoundFamily> families, @Nullable String next) {
        Page {
            families = List.copyOf(families);
        }
    }

    Page search(Actor actor, SearchForm form, LocalDate today) {
        MatchingModel model = sounds.today();
        SearchPolicy policy = policy(rules.on(today), form);
        return database.write(actor.scope(), tx -> {
            Page page = page(tx.sql(), form, model, policy);
            page.families().forEach(family -> tx.audit(actor.did("SEARCH", "family", family.id(), family.area())));
            return page;
        });
    }

    private static SearchPolicy policy(RuleSet set, SearchForm form) {
        return new SearchPolicy(
                set.number("search.word-likeness").doubleValue(),
                set.number("search.most-candidates").intValueExact(),
                form.most());
    }

    private Page page(Handle sql, SearchForm form, MatchingModel model, SearchPolicy policy) {
        if (form.nik() != null || form.cardNumber() != null) {
            return new Page(FoundFamily.byIds(sql, byNumber(sql, form)), null);
        }
        if (form.name() != null) {
            return byName(sql, form, new FindByName(sql, model, policy).find(form.name(), form));
        }
        return byPlace(sql, form);
    }

    private List<UUID> byNumber(Handle sql, SearchForm form) {
        List<byte[]> indexes = form.nik() != null && NikReading.of(form.nik()) instanceof NikReading.Complete(var nik)
                ? identities.indexes(nik)
                : identities.indexes(new FamilyCardNumber(String.valueOf(form.cardNumber())));
        String found =
                form.nik() == null ? "select coalesce(merged_into, id) from family where card_index = any(?)" : """
                with wanted as (select ?::bytea[] as indexes)
                select family_id from child, wanted where nik_index = any(indexes)
                union select coalesce(now.family_id, m.family_id) from wanted join member m on m.nik_index = any(indexes)
                    left join member now on now.id = present_member(m.id)""";
        return Columns.of(indexes).bytes(index -> index).query(sql, found, row -> row.getObject(1, UUID.class)).stream()
                .distinct()
                .toList();
    }

    /** The whole of what was found is put in order for each page: it is bounded, and small. */
    private static Page byName(Handle sql, SearchForm form, Map<UUID, List<FoundFamily.Match>> found) {
        List<UUID> ordered = FindByName.ordered(found, FindByName.Place.after(form.after()));
        List<UUID> ids = ordered.subList(0, Math.min(ordered.size(), form.most()));
        Map<UUID, FoundFamily> families =
                FoundFamily.byIds(sql, ids).stream().collect(Collectors.toMap(FoundFamily::id, Function.identity()));
        List<FoundFamily> page = new ArrayList<>();
        for (UUID id : ids) {
            FoundFamily family = families.get(id);
            if (family != null) {
                page.add(family.matching(found.getOrDefault(id, List.of())));
            }
        }
        boolean more = form.most() < ordered.size();
        return new Page(page, more ? FindByName.Place.of(ids.getLast(), found).cursor() : null);
    }

    private static Page byPlace(Handle sql, SearchForm form) {
        Filter filter = Filter.of(form);
        Place place = Place.after(form.after());
        boolean urgent = form.orderOrDefault() == SearchForm.Order.URGENCY;
        String order = urgent ? "f.urgency, f.area_code, f.id" : "f.area_code, f.id";
        String position = urgent
                ? "(f.urgency, f.area_code, f.id) > (:lastUrgency, :lastArea, :lastId)"
                : "(f.area_code, f.id) > (greatest(:lastArea, :area), :lastId)";
        // a page in the order of an index: the planner takes the first few for all of them and would read every family
        // to sort it
        sql.execute("set local enable_bitmapscan = off");
        var query = filter.bind(sql.createQuery("select " + FoundFamily.COLUMNS + " from family f where "
                        + filter.condition() + " and " + position + " order by " + order + " limit :limit"))
                .bind("lastArea", place.area())
                .bind("lastId", place.id())
                .bind("limit", form.most() + 1);
        List<FoundFamily> found = (urgent ? query.bind("lastUrgency", place.urgency()) : query)
                .map((row, _) -> FoundFamily.read(row))
                .list();
        boolean more = found.size() > form.most();
        List<FoundFamily> page = more ? found.subList(0, form.most()) : found;
        return new Page(page, more ? Place.of(page.getLast()).cursor() : null);
    }

    /** Where a page ended. */
    private record Place(int urgency, String area, UUID id) {
        static Place of(FoundFamily last) {
            return new Place(last.urgency(), last.area(), last.id());
        }

        static Place after(@Nullable String cursor) {
            if (cursor == null) {
                return new Place(-1, "", new UUID(0, 0));
            }
            List<String> key = Cursor.decode(cursor, 3).key();
            try {
                return new Place(Integer.parseInt(key.get(0)), key.get(1), UUID.fromString(key.get(2)));
            } catch (IllegalArgumentException invented) {
                throw new ProblemException(Problem.of(CommonProblem.INVALID_CURSOR));
            }
        }

        String cursor() {
            return Cursor.after(Integer.toString(urgency), area, id.toString()).encoded();
        }
    }
}
