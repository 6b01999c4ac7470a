package id.tumbuh.reporting.page;

import static java.util.stream.Collectors.toMap;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.area.Areas;
import id.tumbuh.reporting.cases.Cases;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Reads a page of cases and asks registry for the names behind the ids. */
@ApplicationScoped
class CaseListView {
    private static final int PAGE = 50;
    private static final String NOTHING = "–";

    private final Database database;
    private final Cases cases;
    private final Areas areas;
    private final RegistryNames registry;
    private final OpenNames open;

    CaseListView(Database database, Cases cases, Areas areas, @RestClient RegistryNames registry, OpenNames open) {
        this.database = database;
        this.cases = cases;
        this.areas = areas;
        this.registry = registry;
        this.open = open;
    }

    /** Names, or the reason why there are none. */
    private sealed interface Names {
        record Known(Map<UUID, RegistryNames.NamedChild> byId) implements Names {}

        record Refused() implements Names {}

        record Away() implements Names {}

        record Masked() implements Names {}
    }

    /**
     * Which page of the list.
     *
     * @param reason for what names are to be opened; without one they stay masked
     */
    record Asked(
            Area area, @Nullable String after, @Nullable String reason, String bearer) {}

    CaseList of(Scope scope, Asked asked, Messages words, Wording wording) {
        Area area = asked.area();
        Optional<Cases.After> from = Optional.ofNullable(asked.after()).map(Cases.After::read);
        List<Area> path = database.read(scope, sql -> areas.path(sql, area.code()));
        List<Cases.Case> page = database.read(scope, sql -> cases.list(sql, area.code(), from, PAGE));
        // No transaction is open while another service is asked.
        boolean opened = open.opened(area, asked.reason());
        Names names = opened ? names(page, asked.bearer()) : new Names.Masked();
        Map<UUID, RegistryNames.NamedChild> known =
                names instanceof Names.Known(var byId) ? byId : Map.<UUID, RegistryNames.NamedChild>of();
        return new CaseList(
                area,
                Step.of(path, scope),
                page.stream()
                        .map(one -> row(one, known.get(one.childId()), words, wording))
                        .toList(),
                switch (names) {
                    case Names.Known _ -> null;
                    case Names.Refused _ -> words.namesHidden();
                    case Names.Away _ -> words.namesAway();
                    case Names.Masked _ ->
                        Pages.words(BoardMessages.class, wording.locale()).namesMasked();
                },
                opened ? asked.reason() : null,
                open.reasons(wording.locale()),
                page.size() < PAGE ? null : page.getLast().cursor().encoded());
    }

    private Names names(List<Cases.Case> page, String bearer) {
        if (page.isEmpty()) {
            return new Names.Known(Map.of());
        }
        try {
            List<UUID> ids = page.stream().map(Cases.Case::childId).toList();
            return new Names.Known(registry.lookUp(bearer, new RegistryNames.Lookup(ids)).children().stream()
                    .collect(toMap(RegistryNames.NamedChild::id, child -> child)));
        } catch (WebApplicationException refused) {
            if (refused.getResponse().getStatus() == 403) {
                return new Names.Refused();
            }
            Log.warnf(
                    "Registry answered %d to a look-up of names",
                    refused.getResponse().getStatus());
            return new Names.Away();
        } catch (ProcessingException away) {
            Log.warn("Registry does not answer a look-up of names");
            return new Names.Away();
        }
    }

    private static CaseList.Row row(
            Cases.Case one, RegistryNames.@Nullable NamedChild named, Messages words, Wording wording) {
        boolean severe = one.stunting().equals("SEVERELY_STUNTED");
        return new CaseList.Row(
                named == null ? NOTHING : orNothing(named.name()),
                named == null ? NOTHING : orNothing(named.motherName()),
                one.ageMonths() == null ? NOTHING : one.ageMonths() + " " + words.months(),
                wording.zScore(one.heightForAge()),
                severe ? words.severelyStunted() : words.stunted(),
                severe,
                wording.date(one.since()),
                named == null ? NOTHING : orNothing(named.posyanduName()),
                named == null ? NOTHING : "RT " + orNothing(named.rt()) + " / RW " + orNothing(named.rw()));
    }

    private static String orNothing(@Nullable String text) {
        return text == null || text.isBlank() ? NOTHING : text;
    }
}
