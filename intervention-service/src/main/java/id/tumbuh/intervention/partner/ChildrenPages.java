package id.tumbuh.intervention.partner;

import id.tumbuh.intervention.area.AreaNames;
import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.placement.Days;
import id.tumbuh.intervention.placement.PlacementEvent.State;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts together the page of those a partner helps or has reserved. */
@ApplicationScoped
class ChildrenPages {
    private static final int ROWS = 30;

    private final PartnerPlacements placements;
    private final PlacementDetails details;
    private final OwnSponsors sponsors;
    private final AreaNames areas;
    private final SealedCursor cursors;
    private final RuleBook rules;
    private final Clock clock = Clock.systemUTC();

    ChildrenPages(
            PartnerPlacements placements,
            PlacementDetails details,
            OwnSponsors sponsors,
            AreaNames areas,
            SealedCursor cursors,
            RuleBook rules) {
        this.placements = placements;
        this.details = details;
        this.sponsors = sponsors;
        this.areas = areas;
        this.cursors = cursors;
        this.rules = rules;
    }

    /** What the cards of one page have in common. */
    private record Common(
            Reader reader,
            PlacementDetails.Details details,
            Map<String, String> kecamatan,
            Map<UUID, String> sponsors,
            BigDecimal growthLimit,
            Instant now) {}

    ChildrenPage of(Reader reader, @Nullable String after) {
        Acting.Party party = reader.party();
        Instant now = clock.instant();
        var list = new SealedCursor.Listing(party.client(), "page-of-children");
        var read = placements.page(
                party,
                new PartnerPlacements.Wanted(Set.of(State.HELD, State.COMMITTED), cursors.read(list, after), ROWS));
        List<PartnerPlacementView> shown =
                read.stream().limit(ROWS).map(SealedCursor.Row::view).toList();
        var common = new Common(
                reader,
                details.of(party, shown.stream().map(PartnerPlacementView::id).toList()),
                areas.of(shown.stream()
                        .map(PartnerPlacementView::kecamatan)
                        .distinct()
                        .toList()),
                sponsors.labelsOfSeveral(party),
                PartnerRules.of(rules.on(Days.of(now))).growthLimit(),
                now);
        return new ChildrenPage(
                shown.stream()
                        .sorted(Comparator.comparing(PartnerPlacementView::state)
                                .thenComparing(one -> one.from() == null ? LocalDate.MIN : one.from())
                                .thenComparing(PartnerPlacementView::label))
                        .map(one -> card(one, common))
                        .toList(),
                Days.of(now).toString(),
                cursors.next(list, read, ROWS));
    }

    private static ChildrenPage.Card card(PartnerPlacementView one, Common common) {
        Reader reader = common.reader();
        PlacementDetails.Details details = common.details();
        Instant until = one.heldUntil();
        boolean grows = one.kind() == Beneficiary.Kind.CHILD && one.from() != null;
        return new ChildrenPage.Card(
                one.id(),
                one.version(),
                one.label(),
                person(one, reader),
                place(one, common),
                common.sponsors().get(one.sponsorId()),
                until == null ? null : reader.wording().moment(until),
                until != null && !common.now().isBefore(until),
                promise(one, reader),
                grows ? GrowthStory.of(details.weighings(one.id()), common.growthLimit(), reader) : null,
                details.counts(one.id()).visitAsked(),
                brought(details, one, common),
                one.items().stream()
                        .map(item -> new Choice(item.name(), reader.item(item), false))
                        .toList(),
                new ChildrenPage.Reports(reader.wording().count(one.reports()), UUID.randomUUID(), UUID.randomUUID()));
    }

    private static ChildrenPage.@Nullable Promise promise(PartnerPlacementView one, Reader reader) {
        LocalDate from = one.from();
        LocalDate to = one.to();
        return from == null || to == null
                ? null
                : new ChildrenPage.Promise(
                        reader.wording().date(from), reader.wording().date(to), from.toString(), to.toString());
    }

    private static String person(PartnerPlacementView one, Reader reader) {
        if (one.kind() == Beneficiary.Kind.PREGNANCY) {
            return reader.words().mother();
        }
        String sex = one.sex() == null
                ? ""
                : (one.sex().equals("L") ? reader.words().boy() : reader.words().girl()) + ", ";
        return one.ageMonths() == null
                ? sex.replace(", ", "")
                : sex + reader.wording().count(one.ageMonths()) + " "
                        + reader.words().months();
    }

    private static String place(PartnerPlacementView one, Common common) {
        return common.reader().words().kecamatanShort() + " "
                + common.kecamatan().getOrDefault(one.kecamatan(), one.kecamatan());
    }

    private static ChildrenPage.Brought brought(
            PlacementDetails.Details details, PartnerPlacementView one, Common common) {
        Reader reader = common.reader();
        PlacementDetails.Counts counts = details.counts(one.id());
        List<PlacementDetails.Delivery> all = details.deliveries(one.id());
        PlacementDetails.Delivery next = all.stream()
                .filter(PlacementDetails.Delivery::isToCome)
                .findFirst()
                .orElse(null);
        return new ChildrenPage.Brought(
                counts.due() == 0
                        ? null
                        : reader.words()
                                .receivedOf(
                                        reader.wording().count(counts.received()),
                                        reader.wording().count(counts.due())),
                all.stream()
                        .filter(delivery -> !delivery.isToCome())
                        .map(delivery -> new ChildrenPage.Brought.Row(
                                reader.wording().date(delivery.day()), what(delivery, reader), state(delivery, reader)))
                        .toList(),
                next == null ? null : reader.wording().dayAndDate(next.day()) + ", " + what(next, reader),
                next == null ? Days.of(common.now()).toString() : next.day().toString());
    }

    private static String what(PlacementDetails.Delivery delivery, Reader reader) {
        String unit = switch (delivery.unit()) {
            case "MEAL_DAY" -> reader.words().mealDays();
            case "VISIT" -> reader.words().visits();
            case "PACKAGE" -> reader.words().packages();
            default -> reader.words().buildings();
        };
        return reader.item(delivery.item()) + ", " + reader.wording().quantity(delivery.quantity()) + " " + unit;
    }

    private static String state(PlacementDetails.Delivery delivery, Reader reader) {
        return switch (delivery.state()) {
            case "DELIVERED" -> reader.words().delivered();
            case "MISSED" -> reader.words().missed();
            default -> reader.words().declined();
        };
    }
}
