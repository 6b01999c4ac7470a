package id.tumbuh.measurement.roster;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A child before and after the registry's word; before is null when the child is new here. */
public record RosterChange(@Nullable RosteredChild before, RosteredChild after) {

    public boolean arrived() {
        return before == null;
    }

    public boolean moved() {
        return before != null && !before.areaCode().equals(after.areaCode());
    }

    /** Found to be another child, or found not to be it after all. */
    public boolean remerged() {
        return !Objects.equals(before == null ? null : before.mergedInto(), after.mergedInto());
    }

    /** Sex or birth date: every assessment made with the old one is wrong. */
    public boolean corrected() {
        return before != null
                && (before.sex() != after.sex() || !before.birthDate().equals(after.birthDate()));
    }
}
