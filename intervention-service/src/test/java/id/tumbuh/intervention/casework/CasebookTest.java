package id.tumbuh.intervention.casework;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.need.Need;
import id.tumbuh.intervention.need.NeedEvent;
import id.tumbuh.intervention.referral.Referral;
import id.tumbuh.intervention.referral.ReferralEvent;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CasebookTest {
    private static final int HISTORIES = 2_000;
    private static final int PERMUTATIONS = 10;

    @Test
    void whateverTheOrderTheSameIsOpenInTheEnd() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            Random random = new Random(seed);
            List<Fact> facts = Facts.of(random, 4, 6);
            Set<String> truth = Truth.of(facts);
            for (int permutation = 0; permutation < PERMUTATIONS; permutation++) {
                List<Fact> order = Facts.shuffled(facts, random);

                assertThat(open(told(order)))
                        .as("seed %d, permutation %d", seed, permutation)
                        .isEqualTo(truth);
            }
        }
    }

    @Test
    void toldTwiceChangesAndAnnouncesNothingMore() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            Random random = new Random(seed);
            List<Fact> facts = Facts.of(random, 4, 6);
            Casebook once = told(facts);
            List<Fact> twice = new ArrayList<>(facts);
            for (Fact fact : facts) {
                twice.add(twice.indexOf(fact) + random.nextInt(twice.size() - twice.indexOf(fact)) + 1, fact);
            }

            assertThat(told(twice).events()).as("seed %d", seed).isEqualTo(once.events());
        }
    }

    /** What consumers of our events rely on. */
    @Test
    void everyNeedAndReferralTellsItsWholeStoryStepByStep() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            Random random = new Random(seed);
            List<Fact> facts = Facts.of(random, 4, 6);
            Casebook casebook = told(Facts.shuffled(facts, random));
            Map<String, IntegrationEvent> last = new HashMap<>();
            Set<UUID> childrenWithANeed = new HashSet<>();
            for (IntegrationEvent event : casebook.events()) {
                IntegrationEvent before = last.put(event.key(), event);
                assertThat(event.sequence())
                        .as("seed %d: %s", seed, event)
                        .isEqualTo(before == null ? 1 : before.sequence() + 1);
                if (event instanceof NeedEvent need && need.type().endsWith("need-opened.v1")) {
                    assertThat(childrenWithANeed.add(need.childId())).isTrue();
                }
                if (event instanceof NeedEvent need && need.state() == NeedEvent.State.CLOSED) {
                    assertThat(childrenWithANeed.remove(need.childId())).isTrue();
                }
            }
            casebook.changedNeeds()
                    .forEach(need -> assertThat(last.get(need.id().toString())).isEqualTo(NeedEvent.of(need)));
            casebook.changedReferrals()
                    .forEach(referral ->
                            assertThat(last.get(referral.id().toString())).isEqualTo(ReferralEvent.of(referral)));
        }
    }

    private static Casebook told(List<Fact> facts) {
        Casebook casebook = new Casebook(_ -> Truth.RULES);
        facts.forEach(casebook::apply);
        return casebook;
    }

    private static Set<String> open(Casebook casebook) {
        Set<String> open = new HashSet<>();
        for (Need need : casebook.changedNeeds()) {
            if (need instanceof Need.Open) {
                open.add(Truth.need(need.childId(), need.home(), need.severity().name()));
            }
        }
        for (Referral referral : casebook.changedReferrals()) {
            if (referral instanceof Referral.Open) {
                open.add(Truth.referral(referral.home(), referral.factor(), referral.field()));
            }
        }
        return open;
    }
}
