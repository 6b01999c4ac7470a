package id.tumbuh.registry.family;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the registry's own persons say about the risk of their family.
 *
 * @param childBirths of the children still followed, sorted; twins stand twice
 * @param wifeBirth of the youngest wife
 * @param pregnant whether a pregnancy goes on; null when none was ever registered
 */
public record Residents(
        List<LocalDate> childBirths,
        @Nullable LocalDate wifeBirth,
        @Nullable Boolean pregnant) {
    public static final Residents NOBODY = new Residents(List.of(), null, null);

    public Residents {
        childBirths = childBirths.stream().sorted().toList();
    }

    public static Residents children(List<LocalDate> births) {
        return new Residents(births, null, null);
    }

    public static Residents wife(LocalDate birth) {
        return new Residents(List.of(), birth, null);
    }

    public static Residents pregnancies(boolean oneGoesOn) {
        return new Residents(List.of(), null, oneGoesOn);
    }

    /** Each feature knows its own persons. */
    Residents and(Residents others) {
        return new Residents(
                Stream.concat(childBirths.stream(), others.childBirths.stream()).toList(),
                wifeBirth == null ? others.wifeBirth : wifeBirth,
                pregnant == null ? others.pregnant : pregnant);
    }
}
