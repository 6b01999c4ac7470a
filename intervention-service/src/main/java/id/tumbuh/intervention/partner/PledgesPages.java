package id.tumbuh.intervention.partner;

import id.tumbuh.intervention.area.AreaNames;
import id.tumbuh.intervention.placement.EndReason;
import id.tumbuh.intervention.placement.PlacementEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts together the page of pledges. */
@ApplicationScoped
class PledgesPages {
    private static final int ROWS = 100;

    private final PartnerPlacements placements;
    private final OwnSponsors sponsors;
    private final AreaNames areas;
    private final SealedCursor cursors;
    private final Clock clock = Clock.systemUTC();

    PledgesPages(PartnerPlacements placements, OwnSponsors sponsors, AreaNames areas, SealedCursor cursors) {
        this.placements = placements;
        this.sponsors = sponsors;
        this.areas = areas;
        this.cursors = cursors;
    }

    PledgesPage of(Reader reader, @Nullable String after) {
        Acting.Party party = reader.party();
        var list = new SealedCursor.Listing(party.client(), "page-of-pledges");
        var read = placements.page(party, new PartnerPlacements.Wanted(Set.of(), cursors.read(list, after), ROWS));
        List<PartnerPlacementView> shown =
                read.stream().limit(ROWS).map(SealedCursor.Row::view).toList();
        Map<String, String> kecamatan = areas.of(
                shown.stream().map(PartnerPlacementView::kecamatan).distinct().toList());
        Map<UUID, String> labels = sponsors.labelsOfSeveral(party);
        return new PledgesPage(
                shown.stream()
                        .sorted(Comparator.comparing(PartnerPlacementView::state)
                                .thenComparing(PartnerPlacementView::label))
                        .map(one -> row(
                                one,
                                kecamatan.getOrDefault(one.kecamatan(), one.kecamatan()),
                                labels.get(one.sponsorId()),
                                reader))
                        .toList(),
                !labels.isEmpty(),
                cursors.next(list, read, ROWS));
    }

    private PledgesPage.Row row(PartnerPlacementView one, String kecamatan, @Nullable String sponsor, Reader reader) {
        return new PledgesPage.Row(
                one.id(),
                one.label(),
                reader.words().kecamatanShort() + " " + kecamatan,
                one.items().stream().map(reader::item).collect(Collectors.joining(", ")),
                sponsor,
                state(one, reader),
                period(one, reader),
                one.state() != PlacementEvent.State.ENDED);
    }

    private String state(PartnerPlacementView one, Reader reader) {
        PartnerMessages words = reader.words();
        Instant until = one.heldUntil();
        return switch (one.state()) {
            case HELD ->
                until == null || !clock.instant().isBefore(until)
                        ? words.ranOut()
                        : words.held() + " " + words.until() + " "
                                + reader.wording().moment(until);
            case COMMITTED -> words.promised();
            case ENDED -> words.ended() + ended(one, reader);
        };
    }

    private static String ended(PartnerPlacementView one, Reader reader) {
        LocalDate day = one.endedOn();
        EndReason reason = one.reason();
        return (day == null ? "" : " " + reader.wording().date(day))
                + (reason == null ? "" : ": " + why(reason, reader.words()));
    }

    private static String why(EndReason reason, PartnerMessages words) {
        return switch (reason) {
            case HOLD_RAN_OUT -> words.ranOut();
            case RELEASED -> words.released();
            case PERIOD_OVER -> words.periodOver();
            case NEED_CLOSED -> words.needClosed();
            case CONSENT_WITHDRAWN -> words.consentWithdrawn();
        };
    }

    private static String period(PartnerPlacementView one, Reader reader) {
        LocalDate from = one.from();
        LocalDate to = one.to();
        return from == null || to == null
                ? reader.words().notPromisedYet()
                : reader.wording().date(from) + " " + reader.words().until() + " "
                        + reader.wording().date(to);
    }
}
