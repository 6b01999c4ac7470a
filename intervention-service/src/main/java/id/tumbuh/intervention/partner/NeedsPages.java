package id.tumbuh.intervention.partner;

import id.tumbuh.intervention.area.AreaNames;
import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.need.Item;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts together the page of open needs. */
@ApplicationScoped
class NeedsPages {
    private static final int ROWS = 30;

    private final OpenNeeds needs;
    private final OwnSponsors sponsors;
    private final AreaNames areas;
    private final SealedCursor cursors;
    private final Clock clock = Clock.systemUTC();

    NeedsPages(OpenNeeds needs, OwnSponsors sponsors, AreaNames areas, SealedCursor cursors) {
        this.needs = needs;
        this.sponsors = sponsors;
        this.areas = areas;
        this.cursors = cursors;
    }

    /** What the reader chose. */
    record Asked(
            @Nullable String area,
            @Nullable String item,
            @Nullable String sponsor,
            @Nullable String after) {}

    NeedsPage of(Reader reader, Asked asked) {
        Acting.Party party = reader.party();
        Item.Kind item = item(asked.item());
        var list = new SealedCursor.Listing(party.client(), "page-of-needs");
        var read = needs.page(
                party,
                new OpenNeeds.Wanted(
                        Kecamatan.asked(asked.area(), party.scope()),
                        item,
                        cursors.read(list, asked.after()),
                        ROWS,
                        clock.instant()));
        Map<String, String> kecamatan = areas.kecamatan(party.scope());
        List<Choice> free = free(reader, asked.sponsor());
        return new NeedsPage(
                kecamatan.entrySet().stream()
                        .map(one -> new Choice(
                                one.getKey(), one.getValue(), one.getKey().equals(asked.area())))
                        .toList(),
                Arrays.stream(Item.Kind.values())
                        .map(kind -> new Choice(kind.name(), reader.item(kind), kind == item))
                        .toList(),
                read.stream()
                        .limit(ROWS)
                        .map(row -> row(row.view(), kecamatan, reader))
                        .toList(),
                free,
                free.stream()
                        .filter(Choice::selected)
                        .findFirst()
                        .or(() -> free.stream().findFirst())
                        .orElse(null),
                filter(asked, free),
                cursors.next(list, read, ROWS),
                asked.after() != null);
    }

    private List<Choice> free(Reader reader, @Nullable String chosen) {
        return sponsors.of(reader.party()).stream()
                .filter(one -> one.free() > 0)
                .map(one -> new Choice(
                        one.id().toString(),
                        one.label() + " ("
                                + reader.words().placesLeft(reader.wording().count(one.free())) + ")",
                        one.id().toString().equals(chosen)))
                .toList();
    }

    /** Of what was read and found to be right alone: what else somebody typed doesn't come back in a link. */
    private static String filter(Asked asked, List<Choice> free) {
        return (asked.area() == null ? "" : "area=" + asked.area() + "&")
                + (asked.item() == null ? "" : "item=" + asked.item() + "&")
                + free.stream()
                        .filter(Choice::selected)
                        .map(one -> "sponsor=" + one.value() + "&")
                        .collect(Collectors.joining());
    }

    private static Item.@Nullable Kind item(@Nullable String text) {
        return text == null
                ? null
                : Arrays.stream(Item.Kind.values())
                        .filter(kind -> kind.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST)
                                .at("/item", InterventionProblem.ITEM_UNKNOWN)));
    }

    private static NeedsPage.Row row(OpenNeedView need, Map<String, String> kecamatan, Reader reader) {
        PartnerMessages words = reader.words();
        String age = need.ageMonths() == null ? "" : reader.wording().count(need.ageMonths()) + " " + words.months();
        return new NeedsPage.Row(
                need.child(),
                need.label(),
                need.kind() == Beneficiary.Kind.PREGNANCY ? words.mother() : age,
                words.kecamatanShort() + " " + kecamatan.getOrDefault(need.kecamatan(), need.kecamatan()),
                need.items().stream().map(item -> item(item, reader)).toList(),
                reader.wording().rupiah(need.costRupiah()),
                urgency(need.urgency(), words),
                UUID.randomUUID());
    }

    private static String item(Item item, Reader reader) {
        Integer days = item.days();
        return reader.item(item.item()) + ", "
                + (days == null
                        ? reader.words().once()
                        : reader.words().forDays(reader.wording().count(days)));
    }

    private static String urgency(String band, PartnerMessages words) {
        return switch (band) {
            case "HIGH" -> words.high();
            case "MEDIUM" -> words.medium();
            default -> words.low();
        };
    }
}
