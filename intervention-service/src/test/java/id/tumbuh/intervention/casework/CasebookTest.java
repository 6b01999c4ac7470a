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
import java.util.Objects;
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
            List<Fact> facts = Facts.withChecks(random, 4, 6);
            Set<String> truth = Truth.of(facts, Truth.RULES, Facts.today());
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
            List<Fact> facts = Facts.withChecks(random, 4, 6);
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
            List<Fact> facts = Facts.withChecks(random, 4, 6);
            Casebook casebook = told(Facts.shuffled(facts, random));
            Map<String, IntegrationEvent> last = new HashMap<>();
            Set<UUID> inNeed = new HashSet<>();
            for (IntegrationEvent event : casebook.events()) {
                IntegrationEvent before = last.put(event.key(), event);
                assertThat(event.sequence())
                        .as("seed %d: %s", seed, event)
                        .isEqualTo(before == null ? 1 : before.sequence() + 1);
                if (event instanceof NeedEvent need && need.type().endsWith("need-opened.v2")) {
                    assertThat(inNeed.add(of(need))).isTrue();
                }
                if (event instanceof NeedEvent need && need.state() == NeedEvent.State.CLOSED) {
                    assertThat(inNeed.remove(of(need))).isTrue();
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
        facts.stream()
                .filter(Fact.OfBeneficiary.class::isInstance)
                .map(fact -> ((Fact.OfBeneficiary) fact).ref())
                .distinct()
                .forEach(ref -> casebook.apply(new Fact.Aged(ref, Facts.today())));
        return casebook;
    }

    private static UUID of(NeedEvent need) {
        UUID child = need.childId();
        return child == null ? Objects.requireNonNull(need.pregnancyId()) : child;
    }

    private static Set<String> open(Casebook casebook) {
        Set<String> open = new HashSet<>();
        for (Need need : casebook.changedNeeds()) {
            if (need instanceof Need.Open) {
                open.add(Truth.need(
                        need.of().id(),
                        need.home(),
                        need.plan().causes(),
                        need.plan().rank()));
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
