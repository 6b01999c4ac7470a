package id.tumbuh.registry.sameperson;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The answer to "are these two one person", with its reasons.
 *
 * @param score sum of the weights, in bits
 */
public record Resemblance(double score, List<Evidence> evidence, Set<Caution> cautions, Verdict verdict) {
    public Resemblance {
        evidence = List.copyOf(evidence);
        cautions = Set.copyOf(cautions);
    }

    /** One record is as alike to several people: a person has to say which it is. */
    public Resemblance amongSeveral() {
        Set<Caution> more = EnumSet.of(Caution.SEVERAL_ALIKE);
        more.addAll(cautions);
        return new Resemblance(score, evidence, more, verdict == Verdict.AUTOMATIC ? Verdict.TO_DECIDE : verdict);
    }
}
