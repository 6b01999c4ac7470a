package id.tumbuh.measurement.kader;

import id.tumbuh.measurement.assessment.GrowthRules;
import id.tumbuh.measurement.kader.DayRoster.Entry;
import id.tumbuh.measurement.kader.DayRoster.Place;
import id.tumbuh.measurement.kader.DayRoster.RuleInForce;
import id.tumbuh.measurement.kader.WeighedChildren.Card;
import id.tumbuh.measurement.kader.WeighedChildren.Child;
import id.tumbuh.measurement.kms.CardRules;
import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts together what a phone takes along, and writes down that it did. */
@ApplicationScoped
class DownloadRoster {

    /** What the phone decides with. */
    private static final List<String> RULES = List.of(GrowthRules.CODE, CardRules.CODE, "kader.refer-on");

    private final Database database;
    private final RuleBook rules;
    private final Names names;
    private final Clock clock;

    private record Found(List<Child> children, Map<UUID, Card> cards) {}

    DownloadRoster(Database database, RuleBook rules, Names names, Clock clock) {
        this.database = database;
        this.rules = rules;
        this.names = names;
        this.clock = clock;
    }

    /** Empty when nobody of the caller's areas is weighed there. */
    Optional<DayRoster> of(UUID posyandu, Caller caller, String bearer) {
        LocalDate today = LocalDate.now(clock);
        Found found = database.write(caller.scope(), tx -> {
            List<Child> children = WeighedChildren.of(tx.sql(), posyandu, today);
            if (!children.isEmpty()) {
                tx.audit(AuditEntry.of(
                        caller,
                        "DOWNLOAD",
                        "roster",
                        posyandu,
                        children.getFirst().areaCode()));
            }
            List<UUID> ids = children.stream().map(Child::id).toList();
            return new Found(children, WeighedChildren.cards(tx.sql(), ids, today));
        });
        if (found.children().isEmpty()) {
            return Optional.empty();
        }
        // No transaction is open while another service is asked.
        var named = names.ofChildren(
                bearer, found.children().stream().map(Child::id).toList());
        return Optional.of(roster(posyandu, today, found, named));
    }

    private DayRoster roster(
            UUID posyandu, LocalDate today, Found found, Names.Answer<RegistryNames.NamedChild> named) {
        List<Entry> entries = found.children().stream()
                .map(child ->
                        entry(child, named.byId().get(child.id()), found.cards().getOrDefault(child.id(), Card.EMPTY)))
                .toList();
        String name = named.byId().values().stream()
                .map(RegistryNames.NamedChild::posyanduName)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        Place place = new Place(posyandu, found.children().getFirst().areaCode(), name);
        return new DayRoster(place, today, named.state(), rulesOn(today), entries);
    }

    private Map<String, RuleInForce> rulesOn(LocalDate day) {
        RuleSet inForce = rules.on(day);
        Map<String, RuleInForce> told = new TreeMap<>();
        for (String code : RULES) {
            told.put(code, new RuleInForce(inForce.rule(code).version(), inForce.json(code)));
        }
        return told;
    }

    private static Entry entry(Child child, RegistryNames.@Nullable NamedChild named, Card card) {
        return new Entry(
                child.id(),
                child.sex(),
                child.birthDate(),
                child.stunting(),
                named == null ? null : named.name(),
                named == null ? null : named.motherName(),
                named == null ? null : named.rw(),
                named == null ? null : named.rt(),
                card.last(),
                card.thisMonth());
    }
}
