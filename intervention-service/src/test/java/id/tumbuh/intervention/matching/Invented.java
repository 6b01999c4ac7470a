package id.tumbuh.intervention.matching;

import id.tumbuh.intervention.need.Item;
import id.tumbuh.platform.access.AreaCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Invented needs and sponsors of a kabupaten, the same for the same seed. */
final class Invented {
    static final MatchWeights WEIGHTS =
            new MatchWeights(100, 2_000, 300, 400, new MatchWeights.Distance(200, 150, 50), 365, 1);

    private final Random random;
    private final int kecamatan;

    Invented(long seed, int kecamatan) {
        this.random = new Random(seed);
        this.kecamatan = kecamatan;
    }

    MatchPlan plan(int needs, int sponsors, int mostPlaces) {
        List<FreeSponsor> givers = new ArrayList<>();
        for (int number = 0; number < sponsors; number++) {
            givers.add(sponsor(1 + random.nextInt(mostPlaces)));
        }
        List<SoughtNeed> sought = new ArrayList<>();
        for (int number = 0; number < needs; number++) {
            sought.add(need(givers));
        }
        return new MatchPlan(sought, givers, new MatchPlan.Terms(WEIGHTS, FairShares.of(sought, givers)));
    }

    private FreeSponsor sponsor(int places) {
        List<AreaCode> wishes = random.nextInt(3) > 0
                ? List.of()
                : List.of(new AreaCode(desa().value().substring(0, 8)));
        return new FreeSponsor(id(), desa(), places, wishes, Set.of(Item.Kind.FOOD), partner());
    }

    private SoughtNeed need(List<FreeSponsor> sponsors) {
        Set<String> partners = random.nextInt(20) > 0 ? null : Set.of("csr-" + random.nextInt(3));
        Set<UUID> earlier = random.nextInt(10) > 0 || sponsors.isEmpty()
                ? Set.of()
                : random.ints(1, 0, sponsors.size())
                        .mapToObj(index -> sponsors.get(index).id())
                        .collect(Collectors.toSet());
        return new SoughtNeed(new SoughtNeed.Facts(
                id(), desa(), 20 + random.nextInt(140), Set.of(Item.Kind.FOOD), partners, earlier));
    }

    private @Nullable String partner() {
        return random.nextInt(4) > 0 ? null : "csr-" + random.nextInt(3);
    }

    private AreaCode desa() {
        return new AreaCode("36.04.%02d.20%02d".formatted(5 + random.nextInt(kecamatan), 1 + random.nextInt(11)));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
