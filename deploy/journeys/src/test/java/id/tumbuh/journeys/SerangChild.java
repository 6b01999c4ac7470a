package id.tumbuh.journeys;

import id.tumbuh.local.demo.StuntedChildren.StuntedChild;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A child of the programme: how it lives, and the two ways in which it may grow.
 *
 * @param agrees whether its mother agrees that a sponsor helps
 */
record SerangChild(StuntedChild told, House house, boolean agrees, List<Visit> sponsored, List<Visit> alone) {
    private static final int POOR_UP_TO = 4;

    SerangChild {
        sponsored = List.copyOf(sponsored);
        alone = List.copyOf(alone);
    }

    /**
     * How its family lives.
     *
     * @param seen whether somebody was there to see water and latrine
     * @param welfare desil, 1 is the poorest
     */
    record House(boolean seen, boolean safeWater, boolean safeLatrine, int welfare) {
        static House of(int family) {
            Random random = new Random(7L * family + 3);
            return new House(
                    random.nextInt(100) < 60,
                    random.nextInt(100) < 75,
                    random.nextInt(100) < 70,
                    1 + random.nextInt(9));
        }

        /** What it adds to a need, by the codes of needs. */
        Set<String> lacks() {
            Set<String> lacks = new TreeSet<>();
            if (seen && !safeWater) {
                lacks.add("UNSAFE_WATER");
            }
            if (seen && !safeLatrine) {
                lacks.add("UNSAFE_SANITATION");
            }
            if (welfare <= POOR_UP_TO) {
                lacks.add("POOR");
            }
            return lacks;
        }
    }

    static SerangChild of(StuntedChild told, ProgrammeDays days) {
        return new SerangChild(
                told,
                House.of(told.family()),
                new Random(13L * told.number()).nextInt(100) < 33,
                Course.of(told, days.weighings(), Course.Help.SPONSORED),
                Course.of(told, days.weighings(), Course.Help.ALONE));
    }

    UUID id() {
        return named("child " + told.number());
    }

    UUID familyId() {
        return named("family " + told.family());
    }

    UUID posyanduId() {
        return named("posyandu " + told.home().desa() + told.home().posyandu());
    }

    UUID consentId() {
        return named("consent " + told.number());
    }

    UUID measurementId(int month) {
        return named("measurement " + told.number() + "/" + month);
    }

    String kecamatan() {
        return told.home().kecamatan();
    }

    static UUID named(String what) {
        return UUID.nameUUIDFromBytes(("serang programme " + what).getBytes(StandardCharsets.UTF_8));
    }
}
